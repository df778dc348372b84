package io.dbregistry;

import java.nio.file.Files;
import java.nio.file.Path;

import io.dbregistry.database.Database;
import io.dbregistry.migration.StockLiquibase;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A database without tables, and a folder for what is generated for it. */
abstract class MigrationsTestBase {

	static final String MASTER = "db/changelog/db.changelog-master.yaml";

	static final String STATE = "db/registry/primary.yaml";

	final TestServer server;

	@TempDir
	Path resources;

	TestDatabase test;

	MigrationsTestBase(TestServer server) {
		this.server = server;
	}

	@BeforeEach
	void create() {
		this.test = this.server.create();
	}

	@AfterEach
	void drop() {
		this.test.close();
	}

	final RegistryBuilder builder() {
		return Registry.builder()
			.database(this.test.url(),
					(settings) -> settings.username(this.test.username()).password(this.test.password()));
	}

	final Registry registry(Class<?>... models) {
		return builder().models(models).build();
	}

	final void update(Database database) throws Exception {
		new StockLiquibase(this.resources).update(database, MASTER);
	}

	final String text(String file) throws Exception {
		return Files.readString(this.resources.resolve(file));
	}

}
