package io.dbregistry.schema;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * A database with schemas, an extra one of H2, and models for both.
 */
abstract class SchemaOperationsTestBase extends SchemaTestBase {

	static final String FIXED = "registry_fixed_elsewhere";

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, @ManyToOne Ref<Author> author) {
	}

	@Model(tenant = true)
	record Order(@Id @GeneratedValue Long id) {
	}

	@Model(tenant = true)
	static class Basket {

		@Id
		long id;

		@ManyToMany
		@Nullable Set<Order> orders;

	}

	@Model(schema = FIXED)
	record Country(@Id String code) {
	}

	@Model(database = "analytics")
	record Event(@Id @GeneratedValue Long id) {
	}

	@Model(database = "analytics")
	record Broken(@Id long id, @Column(check = @CheckConstraint(constraint = "nonsense(")) int number) {
	}

	@Model
	record BrokenHere(@Id long id, @Column(check = @CheckConstraint(constraint = "nonsense(")) int number) {
	}

	private TestDatabase extra;

	Database analytics;

	private @Nullable Lease extraLease;

	String name;

	SchemaOperationsTestBase(TestServer server) {
		super(server);
	}

	@BeforeEach
	void openExtra() {
		this.extra = TestServer.H2.create();
		this.analytics = Database.create("analytics", this.extra.url(),
				(settings) -> settings.username(this.extra.username()).password(this.extra.password()));
		this.extraLease = this.analytics.acquire("test");
		this.name = this.testDatabase.schemaName("shop");
	}

	@AfterEach
	void closeExtra() {
		if (this.extraLease != null) {
			this.extraLease.close();
			this.extra.close();
		}
	}

	final Schemas both(Class<?>... types) {
		return with(this.analytics, types);
	}

	final Schemas with(Database second, Class<?>... types) {
		Map<String, Database> databases = new LinkedHashMap<>();
		databases.put(Databases.PRIMARY, this.database);
		databases.put("analytics", second);
		return Schemas.of(Databases.of(databases), models(types));
	}

	final String table(String table) {
		return this.database.dialect().quoteSchema(this.name) + "." + table;
	}

}
