package io.dbregistry.docs.examples;

import java.nio.file.Files;
import java.nio.file.Path;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.migration.MigrationPlan;
import io.dbregistry.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static io.dbregistry.test.RegistryAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

class MigrationsTests {

	@Model
	@Table(name = "book")
	record Before(@Id @GeneratedValue Long id, @Column(length = 200) String title) {
	}

	@Model
	@Table(name = "book")
	record Book(@Id @GeneratedValue Long id, @Column(length = 200) String title,
			@Column(columnDefinition = "integer default 100") int pages) {
	}

	@Model(tenant = true)
	@Table(name = "note")
	record Note(@Id @GeneratedValue Long id, @Column(length = 200) String text) {
	}

	private static Registry registry(Class<?> model) {
		return Registry.builder().database("jdbc:h2:mem:migrations").models(model).build();
	}

	@Test
	void generatesChangelogs(@TempDir Path folder) throws Exception {
		Registry registry = registry(Before.class);
		// tag::generate[]
		registry.migrations().generate("primary", "initial", (options) -> options.resources(folder));
		// end::generate[]
		registry = registry(Book.class);
		// tag::next[]
		registry.migrations().generate("primary", "add_pages", (options) -> options.resources(folder));
		// end::next[]
		assertThat(folder.resolve("db/changelog/0002_add_pages.yaml"))
			.hasSameTextualContentAs(Path.of("src/test/resources/db/generated/0002_add_pages.yaml"));
		assertThat(Files.readString(folder.resolve("db/changelog/db.changelog-master.yaml")))
			.contains("0001_initial.yaml", "0002_add_pages.yaml");
		// tag::check[]
		registry.migrations().check("primary", (options) -> options.resources(folder));
		// end::check[]
		// tag::assertion[]
		assertThat(registry).withResources(folder).hasNoPendingChanges();
		// end::assertion[]
	}

	@Test
	void adoptsWhatIsThere(@TempDir Path folder) {
		Registry registry = registry(Book.class);
		try (Lease lease = registry.open("docs")) {
			registry.schemas().createAll();
			// tag::adopt[]
			registry.migrations().adopt("primary", (options) -> options.resources(folder));
			// end::adopt[]
		}
		assertThat(registry.migrations().plan("primary", (options) -> options.resources(folder)).steps()).isEmpty();
	}

	@Test
	void asksTheDatabase(@TempDir Path folder) {
		Registry registry = registry(Book.class);
		try (Lease lease = registry.open("docs")) {
			// tag::live[]
			MigrationPlan plan = registry.migrations().plan("primary", (options) -> options.resources(folder).live());
			// end::live[]
			assertThat(plan.steps()).hasSize(1);
			registry.schemas().createAll();
			assertThat(registry.migrations().plan("primary", (options) -> options.resources(folder).live()).steps())
				.isEmpty();
		}
	}

	@Test
	void writesChangelogsOfTenants(@TempDir Path folder) {
		Registry registry = registry(Note.class);
		// tag::tenants[]
		registry.migrations().generate("primary", "initial", (options) -> options.resources(folder).tenants());
		// end::tenants[]
		assertThat(folder.resolve("db/changelog/tenant/0001_initial.yaml")).exists();
		assertThat(folder.resolve("db/registry/primary-tenant.yaml")).exists();
	}

}
