package io.dbregistry.migration;

import java.util.List;
import java.util.Locale;

import io.dbregistry.database.Lease;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.model.Model;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static io.dbregistry.migration.ChangelogFolder.table;
import static org.assertj.core.api.Assertions.assertThat;

/** The changelog of tenants counts as applied where all their tables were just made. */
abstract class NewTenantsContractTests extends ApplyTestBase {

	private String acme;

	private Lease lease;

	NewTenantsContractTests(TestServer server) {
		super(server);
	}

	@BeforeEach
	void open() throws Exception {
		this.acme = this.test.schemaName("acme").toUpperCase(Locale.ROOT);
		this.files.master(table("shared"));
		this.files.tenants(table("note"));
		this.registry = registry((settings) -> settings.schemas(SchemaSource.of(List.of(this.acme))), Note.class,
				Shared.class);
		this.lease = this.registry.open();
	}

	@AfterEach
	void close() {
		this.registry.schemas().drop(this.acme, (drop) -> drop.ifExists().cascade());
		this.lease.release();
	}

	@Test
	void aSchemaThatIsMadeWithThemHasThemAll() throws Exception {
		this.registry.schemas().create(this.acme, (create) -> create.withTenantModels());
		assertThat(pending()).isEmpty();
		assertThat(migrate((options) -> options.schemas(this.acme))).isEmpty();
		this.files.tenants(table("note"), table("letter"));
		assertThat(migrate((options) -> options.schemas(this.acme))).containsExactly("letter");
	}

	@Test
	void soHasOneThatWasEmpty() {
		this.registry.schemas().create(this.acme);
		this.registry.schemas().create(this.acme, (create) -> create.ifNotExists().withTenantModels());
		assertThat(pending()).isEmpty();
	}

	@Test
	void oneThatHadAnythingHasNot() {
		this.registry.schemas().create(this.acme);
		Dialect dialect = this.registry.databases().primary().dialect();
		sql("create table %s.older (id integer)".formatted(dialect.quoteSchema(this.acme)));
		this.registry.schemas().create(this.acme, (create) -> create.ifNotExists().withTenantModels());
		assertThat(pending()).containsExactly("note");
	}

	@Test
	void oneWithoutTheirTablesHasNot() {
		this.registry.schemas().create(this.acme);
		assertThat(pending()).containsExactly("note");
	}

	@Test
	void aTenantCanBeMadeBeforeTheFirstMigrationIsGenerated() throws Exception {
		this.files.tenants("  - preConditions: [{dbms: {type: oracle}}]\n", table("note"));
		this.registry.schemas().create(this.acme, (create) -> create.withTenantModels());
		this.files.tenants(table("letter"));
		assertThat(pending()).containsExactly("letter");
	}

	@Test
	void theTablesOfTheDatabaseStandForItsOwnChangelogOnly() {
		this.registry.schemas().create(this.acme);
		this.registry.schemas().createAll();
		assertThat(status().pending()).isEmpty();
		assertThat(pending()).containsExactly("note");
	}

	private List<String> pending() {
		return this.registry.migrations()
			.status("primary", (options) -> options.schemas(this.acme))
			.get(0)
			.pending()
			.stream()
			.map((name) -> name.split("::")[1])
			.toList();
	}

	@Model(tenant = true)
	@Table(name = "note")
	record Note(@Id int id) {
	}

	@Model
	@Table(name = "shared")
	record Shared(@Id int id) {
	}

}
