package io.dbregistry;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import io.dbregistry.database.Database;
import io.dbregistry.database.Lease;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.migration.MigrationPlan;
import io.dbregistry.migration.MigrationRefusedException;
import io.dbregistry.migration.PendingChangesException;
import io.dbregistry.migration.StateFileException;
import io.dbregistry.migration.StockLiquibase;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

/** Migrations of tenants, and of schemas that models are fixed to. */
abstract class SchemaMigrationsContractTests extends MigrationsTestBase {

	private static final String OF_TENANTS = "db/changelog/tenant/db.changelog-master.yaml";

	SchemaMigrationsContractTests(TestServer server) {
		super(server);
	}

	private MigrationPlan ofTenants(Registry registry) {
		return registry.migrations().plan("primary", (options) -> options.resources(this.resources).tenants());
	}

	@Test
	void tenantsHaveChangelogsOfTheirOwn() throws Exception {
		String one = tenant("one");
		String two = tenant("two");
		Registry first = registry(Country.class, Note.class, Page.class);
		try (Lease open = first.open()) {
			first.migrations().generate("primary", "initial", (options) -> options.resources(this.resources).tenants());
			first.migrations().generate("primary", "initial", (options) -> options.resources(this.resources));
			assertThat(text("db/registry/primary-tenant.yaml")).contains("table: note", "table: page")
				.doesNotContain("table: country", "schema:");
			assertThat(text("db/registry/primary.yaml")).contains("table: country").doesNotContain("note", "page");
			assertThat(text(OF_TENANTS)).contains("{file: db/changelog/tenant/0001_initial.yaml}");
			for (String tenant : List.of(one, two)) {
				first.schemas().create(tenant);
				update(first.databases().primary(), tenant);
			}
			assertThat(ofTenants(first)).hasToString("Each tenant of database 'primary' has what its models ask for");
			first.repository(Note.class).schema(one).create(new Note(null, "a note"));
			assertThat(first.reflection().read("primary", two).find(new QualifiedName(two, stored(first, "note"))))
				.isPresent();
			assertThat(open).isNotNull();
		}
		Registry second = registry(Country.class, NoteWithStars.class);
		try (Lease open = second.open()) {
			assertThatExceptionOfType(PendingChangesException.class)
				.isThrownBy(() -> second.migrations().check("primary", (options) -> options.resources(this.resources)))
				.withMessageContaining("Column 'stars' of type INTEGER is added to table 'note'");
			second.migrations().generate("primary", "stars", (options) -> options.resources(this.resources).tenants());
			assertThat(text(OF_TENANTS)).contains("{file: db/changelog/tenant/0002_stars.yaml}");
			second.migrations().check("primary", (options) -> options.resources(this.resources));
			second.migrations().checkAll((options) -> options.resources(this.resources));
			update(second.databases().primary(), one);
			assertThat(live(second, one).steps()).isEmpty();
			assertThat(live(second, two).steps()).extracting((step) -> step.change().describe())
				.containsExactly("Column 'stars' of type INTEGER is added to table 'note'");
			assertThat(open).isNotNull();
		}
	}

	@Test
	void modelsWithoutAStateAreTold() {
		Registry registry = builder().extra("shop", "jdbc:h2:tcp://127.0.0.1:1/nowhere")
			.extra("left", "jdbc:h2:tcp://127.0.0.1:1/nowhere")
			.changelog("left", (changelog) -> changelog.enabled(false))
			.models(Country.class, Note.class, InShop.class, InLeft.class)
			.build();
		assertThatExceptionOfType(StateFileException.class)
			.isThrownBy(() -> registry.migrations().checkAll((options) -> options.resources(this.resources)))
			.withMessage(
					"There is no state of a database in '%s'; generate the first migration, adopt the "
							+ "tables that are there, or say where the resources are",
					this.resources.resolve("db/registry"));
		registry.migrations().generate("primary", "initial", (options) -> options.resources(this.resources));
		assertThatExceptionOfType(PendingChangesException.class)
			.isThrownBy(() -> registry.migrations().checkAll((options) -> options.resources(this.resources)))
			.satisfies((found) -> assertThat(found.getPlans())
				.extracting(MigrationPlan::database, MigrationPlan::isForTenants)
				.containsExactly(tuple("primary", true), tuple("shop", false)))
			.withMessageContainingAll("The models of tenants of database 'primary'", "Table 'note' is added",
					"Table 'in_shop' is added",
					"There is no state 'db/registry/shop.yaml' yet; the first migration makes all tables: where they are there already, adopt them in its place");
	}

	@Test
	void aSchemaThatIsNotThereYetIsNoFailure() {
		String archive = this.test.schemaName("archive");
		Registry registry = registry(Country.class);
		registry.models().register("Event", (model) -> {
			model.schema(archive).table("event");
			model.add("id", Long.class).key().generated(GenerationType.IDENTITY);
		});
		assertThat(livePlan(registry).schemas()).containsExactly(archive);
		assertThatExceptionOfType(PendingChangesException.class)
			.isThrownBy(
					() -> registry.migrations().check("primary", (options) -> options.resources(this.resources).live()))
			.withMessageContaining("Schema '" + archive + "' is made if it is missing");
	}

	/** Liquibase finds the schemas of H2 in upper case only. */
	private String tenant(String prefix) {
		String name = this.test.schemaName(prefix);
		return (this.server == TestServer.H2) ? name.toUpperCase(Locale.ROOT) : name;
	}

	private static String stored(Registry registry, String table) {
		return registry.databases().primary().dialect().normalName(table);
	}

	private MigrationPlan live(Registry registry, String tenant) {
		return registry.migrations()
			.plan("primary", (options) -> options.resources(this.resources).tenants(tenant).live());
	}

	private void update(Database database, String tenant) throws Exception {
		new StockLiquibase(this.resources).update(database, tenant, OF_TENANTS);
	}

	@Test
	void aTenantThatIsThereIsAdopted() throws Exception {
		String one = tenant("one");
		Registry first = registry(Country.class, Note.class, Page.class);
		try (Lease open = first.open()) {
			first.schemas().create(one, (create) -> create.withTenantModels());
			assertThatIllegalArgumentException().isThrownBy(
					() -> first.migrations().adopt("primary", (options) -> options.resources(this.resources).tenants()))
				.withMessage(
						"No tenant stands for all others, and the database is to be asked; name the schema of one: "
								+ "options.tenants(\"…\")");
			assertThat(live(first, one).steps()).isEmpty();
			assertThat(first.migrations()
				.adopt("primary", (options) -> options.resources(this.resources).tenants(one))
				.file()).isEqualTo(this.resources.resolve("db/registry/primary-tenant.yaml"))
				.content()
				.contains("table: note", "table: page")
				.doesNotContain("country", "schema", one);
			assertThat(ofTenants(first)).hasToString("Each tenant of database 'primary' has what its models ask for");
			assertThatExceptionOfType(StateFileException.class).isThrownBy(() -> first.migrations()
				.adopt("primary", (options) -> options.resources(this.resources).tenants(one)));
			assertThat(open).isNotNull();
		}
	}

	@Test
	void schemasThatModelsAreFixedToAreMade() throws Exception {
		String archive = this.test.schemaName("archive");
		Registry registry = registry(Country.class);
		registry.models().register("Event", (model) -> {
			model.schema(archive).table("event");
			model.add("id", Long.class).key().generated(GenerationType.IDENTITY);
		});
		try (Lease open = registry.open()) {
			Database database = registry.databases().primary();
			StockLiquibase liquibase = new StockLiquibase(this.resources);
			assertThat(registry.migrations().plan("primary", (options) -> options.resources(this.resources)))
				.returns(List.of(archive), MigrationPlan::schemas)
				.asString()
				.startsWith("Schema '" + archive + "' is made if it is missing\n");
			registry.migrations().generate("primary", "initial", (options) -> options.resources(this.resources));
			liquibase.update(database, MASTER);
			assertThat(registry.reflection().compare("primary")).isEmpty();
			assertThat(livePlan(registry)).hasToString("Database 'primary' has what its models ask for");
			liquibase.rollback(database, MASTER);
			assertThat(registry.schemas().names()).as("it may have been there before").contains(archive);
			assertThat(registry.reflection().read("primary", archive)).returns(true, (read) -> read.tables().isEmpty());
			liquibase.update(database, MASTER);
			assertThat(registry.reflection().compare("primary")).isEmpty();
			Files.delete(this.resources.resolve("db/registry/primary.yaml"));
			Files.delete(this.resources.resolve("db/changelog/0001_initial.yaml"));
			Path state = registry.migrations().adopt("primary", (options) -> options.resources(this.resources)).file();
			assertThat(state).content().contains("table: country", "table: event\n    schema: " + archive);
			assertThat(registry.migrations().plan("primary", (options) -> options.resources(this.resources)))
				.returns(List.of(), MigrationPlan::steps)
				.returns(List.of(), MigrationPlan::schemas);
			assertThat(open).isNotNull();
		}
	}

	private MigrationPlan livePlan(Registry registry) {
		return registry.migrations().plan("primary", (options) -> options.resources(this.resources).live());
	}

	@Test
	void tablesOfTenantsSayWhatTheyReferTo() {
		assertThat(ofTenants(registry(Country.class, Visit.class)).hints()).containsExactly(
				"Table 'visit' of each tenant refers to 'country', which has no schema and is looked for beside it; "
						+ "give its model the schema that it is in");
	}

	@Test
	void anExtraInTheFolderOfTenantsIsRefused() {
		Registry registry = builder().extra("tenant", "jdbc:h2:mem:").models(Note.class, Page.class).build();
		assertThatExceptionOfType(MigrationRefusedException.class).isThrownBy(() -> ofTenants(registry))
			.withMessageEndingWith("the changelogs of its tenants would be in the folder of database 'tenant'; "
					+ "give that another name");
	}

	@Model
	record Country(@Id @Column(length = 2) String code, @Column(length = 100) String name) {
	}

	@Model(tenant = true)
	record Note(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id, @Column(length = 100) String text) {
	}

	@Model(tenant = true)
	record Page(@Id @GeneratedValue(strategy = GenerationType.SEQUENCE,
			generator = "page_seq") @SequenceGenerator(name = "page_seq") Long id, @ManyToOne Ref<Note> note) {
	}

	@Model(tenant = true)
	@Table(name = "note")
	record NoteWithStars(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id,
			@Column(length = 100) String text, Integer stars) {
	}

	@Model(database = "shop")
	record InShop(@Id long id) {
	}

	@Model(database = "left")
	record InLeft(@Id long id) {
	}

	@Model(tenant = true)
	record Visit(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) Long id, @ManyToOne Ref<Country> country) {
	}

}
