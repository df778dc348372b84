package io.dbregistry.migration;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** A registry with a changelog, and what is done with both. */
abstract class ApplyTestBase {

	final TestServer server;

	TestDatabase test;

	ChangelogFolder files;

	Registry registry;

	ApplyTestBase(TestServer server) {
		this.server = server;
	}

	@BeforeEach
	void create(@TempDir Path folder) throws Exception {
		this.test = this.server.create();
		this.files = new ChangelogFolder(folder);
		this.registry = registry((settings) -> {
		});
	}

	@AfterEach
	void drop() {
		this.test.close();
	}

	Registry registry(Consumer<ChangelogSettings.Builder> changelog, Class<?>... models) throws Exception {
		ChangelogSettings found = this.files.settings().build();
		return Registry.builder()
			.database(this.test.url(),
					(settings) -> settings.username(this.test.username()).password(this.test.password()))
			.changelog("primary", (settings) -> settings.resources(found.resources()))
			.changelog("primary", changelog)
			.models(models)
			.build();
	}

	List<String> migrate() {
		return migrate((options) -> {
		});
	}

	List<String> migrate(Consumer<ApplyOptions> options) {
		return changed(this.registry.migrations().migrate("primary", options));
	}

	static List<String> changed(MigrationReport report) {
		return report.schemas()
			.stream()
			.flatMap((schema) -> schema.changeSets().stream())
			.map((name) -> name.replaceAll("^.*?::(.*)::.*$", "$1"))
			.toList();
	}

	final List<String> tables() {
		try (Lease open = this.registry.open()) {
			assertThat(open).isNotNull();
			return this.registry.reflection()
				.read("primary")
				.tables()
				.stream()
				.map((table) -> table.name().name())
				.toList();
		}
	}

	SchemaStatus status() {
		return this.registry.migrations().status("primary").get(0);
	}

	void sql(String sql) {
		try (Lease open = this.registry.open()) {
			this.registry.databases().primary().jdbcClient().sql(sql).update();
			assertThat(open).isNotNull();
		}
	}

	long count(String from) {
		try (Lease open = this.registry.open()) {
			assertThat(open).isNotNull();
			return this.registry.databases()
				.primary()
				.jdbcClient()
				.sql("select count(*) from " + from)
				.query(Long.class)
				.single();
		}
	}

}
