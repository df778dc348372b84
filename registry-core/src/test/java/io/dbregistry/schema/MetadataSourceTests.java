package io.dbregistry.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.database.NoSuchDatabaseException;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Model;
import io.dbregistry.model.Models;
import io.dbregistry.model.Ref;
import io.dbregistry.model.UnresolvedReferenceException;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** What asks no server: none of these databases is ever opened. */
class MetadataSourceTests {

	private static final String URL = "jdbc:h2:mem:metadata";

	private static final String SECRET = "jdbc:h2:mem:metadata;password=hush";

	private final Models models = Models.from(List.of(Author.class, Book.class, Event.class, Ledger.class, Desk.class),
			List.of("analytics", "twin"));

	private final MetadataSource source = MetadataSource.of(databases(), this.models);

	private static Databases databases() {
		Map<String, Database> databases = new LinkedHashMap<>();
		databases.put("primary", database("primary", URL, "shop"));
		databases.put("analytics", database("analytics", URL, null));
		databases.put("twin", database("named otherwise", SECRET, null));
		return Databases.of(databases);
	}

	private static Database database(String name, String url, @Nullable String schema) {
		return Database.create(name, url, (settings) -> settings.schema(schema));
	}

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, @ManyToOne Ref<Author> author) {
	}

	@Model(database = "analytics", schema = "y2026")
	record Event(@Id @GeneratedValue Long id) {
	}

	@Model(reflected = true, schema = "old")
	record Ledger(@Id Long id) {
	}

	@Model(tenant = true)
	record Desk(@Id @GeneratedValue Long id) {
	}

	@Model
	record Loan(@Id @GeneratedValue Long id, @ManyToOne Ref<Review> review) {
	}

	@Model
	record Review(@Id @GeneratedValue Long id) {
	}

	private static List<String> names(Metadata metadata) {
		return metadata.tables().stream().map((table) -> table.name().toString()).toList();
	}

	@Test
	void eachDatabaseHasTheTablesOfItsModelsInTheirSchemas() {
		assertThat(names(this.source.metadata())).containsExactly("old.ledger", "shop.author", "shop.book");
		assertThat(names(this.source.metadata("analytics"))).containsExactly("y2026.event");
		assertThat(this.source.metadata("twin").tables()).isEmpty();
		assertThat(this.source.metadata().database()).isEqualTo("primary");
		Table book = this.source.metadata().find(new QualifiedName("shop", "book")).orElseThrow();
		assertThat(book.foreignKeys()).singleElement()
			.satisfies((key) -> assertThat(key.target()).hasToString("shop.author"));
	}

	@Test
	void tablesOfReflectedModelsAreNotManaged() {
		Metadata metadata = this.source.metadata();
		assertThat(metadata.isManaged(new QualifiedName("old", "ledger"))).isFalse();
		assertThat(metadata.isManaged(new QualifiedName("shop", "book"))).isTrue();
	}

	@Test
	void tablesOfTenantsComeOnRequest() {
		assertThat(names(this.source.metadata("primary", MetadataSelection::withTenants))).containsExactly("desk",
				"old.ledger", "shop.author", "shop.book");
	}

	@Test
	void unknownNamesAreAnErrorThatNamesNearOnes() {
		assertThatExceptionOfType(NoSuchDatabaseException.class).isThrownBy(() -> this.source.metadata("analytcs"))
			.withMessageStartingWith("No database named 'analytcs' (near: 'analytics')");
		assertThat(this.source.findMetadata("analytcs")).isEmpty();
		assertThat(this.source.findMetadata("analytics")).contains(this.source.metadata("analytics"));
	}

	@Test
	void databasesWithOneUrlStayApart() {
		assertThat(this.source.metadataByUrl(URL)).extracting(Metadata::database)
			.containsExactly("primary", "analytics");
		assertThat(this.source.metadataByUrl(URL).get(1)).isSameAs(this.source.metadata("analytics"));
		assertThat(this.source.metadataByUrl("jdbc:h2:mem:other")).isEmpty();
	}

	@Test
	void nothingShowsASecret() {
		assertThat(this.source.metadataByUrl(SECRET)).singleElement()
			.satisfies((metadata) -> assertThat(metadata.database()).isEqualTo("twin"))
			.satisfies((metadata) -> assertThat(metadata.toString()).doesNotContain("hush"));
	}

	@Test
	void staysTheSameUntilModelsChangeAndKeepsTheTablesThatDoNot() {
		Metadata before = this.source.metadata();
		assertThat(this.source.metadata()).isSameAs(before);

		this.models.onRegister("Book", (model) -> model.comment("for sale"));
		Metadata after = this.source.metadata();

		assertThat(after).isNotSameAs(before);
		assertThat(table(before, "book").comment()).isNull();
		assertThat(table(after, "book").comment()).isEqualTo("for sale");
		assertThat(table(after, "author")).isSameAs(table(before, "author"));

		this.models.remove("Book");
		assertThat(names(this.source.metadata())).containsExactly("old.ledger", "shop.author");
		assertThat(names(after)).contains("shop.book");
	}

	private static Table table(Metadata metadata, String name) {
		return metadata.find(new QualifiedName("shop", name)).orElseThrow();
	}

	@Test
	void aSelectionKeepsTheTablesOfEarlierMetadata() {
		Metadata before = this.source.metadata("primary", MetadataSelection::withTenants);
		assertThat(table(this.source.metadata("primary", MetadataSelection::withTenants), "book"))
			.isNotSameAs(table(before, "book"))
			.isEqualTo(table(before, "book"));
		Metadata after = this.source.metadata("primary", (select) -> select.withTenants().updating(before));
		assertThat(after).isEqualTo(before).isNotSameAs(before);
		assertThat(table(after, "book")).isSameAs(table(before, "book"));
	}

	@Test
	void aModelWithoutItsTargetCannotBeDescribed() {
		this.models.register(Loan.class);
		assertThatExceptionOfType(UnresolvedReferenceException.class).isThrownBy(this.source::metadata);
		this.models.register(Review.class);
		assertThat(names(this.source.metadata())).contains("shop.loan");
	}

	@Test
	void refusesWhatIsNoRegularExpression() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.source.metadata("primary", (select) -> select.inSchemas("y(20")))
			.withMessage("'y(20' is no regular expression: Unclosed group at position 4; correct it");
	}

}
