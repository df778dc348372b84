package io.dbregistry.model;

import java.util.List;
import java.util.Map;

import io.dbregistry.model.ModelDefinitionException.Problem;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Transient;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What tables and columns were called before. */
class RenamedFromTests {

	private static Models models(Class<?>... types) {
		return Models.from(List.of(types),
				new ModelSettings(List.of(), Map.of(), NamingStrategy.SNAKE_CASE, "app_", List.of()));
	}

	private static List<String> problems(Class<?>... types) {
		return problems(() -> models(types));
	}

	private static List<String> problems(ThrowingCallable registration) {
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class, registration);
		assertThat(ex).as("refused").isNotNull();
		return ex.getProblems()
			.stream()
			.map(Problem::toString)
			.map((text) -> text.replaceAll("^\\S*[$.]\\d*(?=[A-Z])", "").replace(getClassName(), ""))
			.toList();
	}

	private static String getClassName() {
		return RenamedFromTests.class.getName() + "$";
	}

	@Model
	record Plain(@Id long id, String title) {
	}

	@Model
	@RenamedFrom("Volume 1")
	record Book(@Id @RenamedFrom("key") long id, @RenamedFrom("Label") String mainTitle,
			@Column(name = "pp") @RenamedFrom("pages") int size, @ManyToOne @RenamedFrom("sequel_no") Ref<Book> sequel,
			String text) {
	}

	@Test
	void areThoseOfTheDatabaseWithoutStrategyAndPrefix() {
		Models models = models(Book.class, Plain.class);
		ModelType<Book> book = models.get(Book.class);
		assertThat(book.table().name()).hasToString("app_book");
		assertThat(book.formerTable()).contains("Volume 1");
		assertThat(book.formerColumns()).containsExactly(entry("id", "key"), entry("main_title", "Label"),
				entry("pp", "pages"), entry("sequel_id", "sequel_no"));
		assertThat(book.rows().formerColumns()).isEqualTo(book.formerColumns());
		assertThat(book.rows().formerTable()).isEqualTo(book.formerTable());
		ModelType<Plain> plain = models.get(Plain.class);
		assertThat(plain.formerTable()).isEmpty();
		assertThat(plain.formerColumns()).isEmpty();
	}

	@Test
	void mayDifferInLetterCaseOnly() {
		@Model
		@RenamedFrom("APP_SALE")
		record Sale(@Id long id, @RenamedFrom("ITEM") String item) {
		}
		ModelType<Sale> sale = models(Sale.class).get(Sale.class);
		assertThat(sale.formerTable()).contains("APP_SALE");
		assertThat(sale.formerColumns()).containsExactly(entry("item", "ITEM"));
	}

	@MappedSuperclass
	static class Stored<T> {

		@Id
		@RenamedFrom("nr")
		long id;

		@RenamedFrom("label")
		T title;

		@RenamedFrom("remark")
		String note;

		@ManyToOne
		@RenamedFrom("maker")
		Ref<Plain> author;

	}

	@Embeddable
	record Address(@RenamedFrom("town") String city, @Column(name = "way") @RenamedFrom("road") String street) {
	}

	@Embeddable
	record Person(Address home, @RenamedFrom("called") String name) {
	}

	@Model
	@AttributeOverride(name = "title", column = @Column(length = 10))
	@AttributeOverride(name = "note", column = @Column(name = "remarks"))
	static class Customer extends Stored<String> {

		Person person;

		@Embedded
		@AttributeOverride(name = "city", column = @Column(name = "work_city"))
		@AttributeOverride(name = "street", column = @Column(name = "work_street"))
		Address work;

	}

	@Model
	@AssociationOverride(name = "author", joinColumns = @JoinColumn(name = "writer"))
	static class Letter extends Stored<Integer> {

	}

	@Test
	void areInheritedAndEmbedded() {
		ModelType<Customer> customer = models(Customer.class, Plain.class).get(Customer.class);
		assertThat(customer.formerTable()).isEmpty();
		assertThat(customer.formerColumns()).containsExactly(entry("id", "nr"), entry("title", "label"),
				entry("author_id", "maker"), entry("city", "town"), entry("way", "road"), entry("name", "called"));
	}

	@Test
	void areNotThoseOfColumnsWhichAnOverrideNames() {
		assertThat(models(Letter.class, Plain.class).get(Letter.class).formerColumns())
			.containsExactly(entry("id", "nr"), entry("title", "label"), entry("note", "remark"));
	}

	@Test
	void areInTheOrderOfTheColumnsAlsoWhereTwoAttributesShareOne() {
		@Model
		record Seat(@Id long id, long plain, @RenamedFrom("z") String a, @ManyToOne @JoinColumn(name = "plain",
				insertable = false, updatable = false) @RenamedFrom("b") Ref<Plain> reference) {
		}
		assertThat(models(Seat.class, Plain.class).get(Seat.class).formerColumns()).containsExactly(entry("plain", "b"),
				entry("a", "z"));
	}

	@Test
	void areSaidByCallbacksToo() {
		Models models = models(Plain.class);
		models.onRegister(Plain.class, (model) -> {
			model.renamedFrom("simple");
			model.attribute("title").renamedFrom("label");
		});
		ModelType<Row> setting = models.register("Setting", (model) -> {
			model.renamedFrom("options");
			model.add("size", int.class).renamedFrom("length");
			model.reference("plain", "Plain").renamedFrom("simple_id");
		});
		ModelType<Plain> plain = models.get(Plain.class);
		assertThat(plain.formerTable()).contains("simple");
		assertThat(plain.formerColumns()).containsExactly(entry("title", "label"));
		assertThat(setting.formerTable()).contains("options");
		assertThat(setting.formerColumns()).containsExactly(entry("size", "length"), entry("plain_id", "simple_id"));
		assertThat(models.copy().get("Setting").formerColumns()).isEqualTo(setting.formerColumns());
		assertThat(models.copy().get("Setting").formerTable()).contains("options");
		models.onRegister(Plain.class, (model) -> {
			model.renamedFrom(null);
			model.attribute("title").renamedFrom(null);
		});
		assertThat(plain.formerTable()).isEmpty();
		assertThat(plain.formerColumns()).isEmpty();
	}

	@Model
	static class Shelf {

		@Id
		long id;

		@ManyToMany
		List<Plain> contents;

	}

	@Test
	void areSaidOfJoinTablesByCallbacks() {
		Models models = models(Plain.class, Shelf.class);
		models.onRegister("ShelfContents",
				(model) -> model.renamedFrom("app_rack_contents").attribute("shelf").renamedFrom("rack_id"));
		assertThat(models.get("ShelfContents").formerTable()).contains("app_rack_contents");
		assertThat(models.get("ShelfContents").formerColumns()).containsExactly(entry("shelf_id", "rack_id"));
	}

	@Embeddable
	record SlotId(String room, int hour) {
	}

	@Model
	record Slot(@EmbeddedId SlotId id) {
	}

	@Embeddable
	@RenamedFrom("x")
	record Marked(int width) {
	}

	@MappedSuperclass
	@RenamedFrom("x")
	static class Base {

		@Id
		long id;

	}

	@Model
	@RenamedFrom(" ")
	static class Wrong extends Base {

		@RenamedFrom("")
		String blank;

		@RenamedFrom("same")
		String same;

		@RenamedFrom("once")
		String first;

		@RenamedFrom("ONCE")
		String second;

		@RenamedFrom("Same")
		String taken;

		@RenamedFrom("nr")
		long plain;

		@ManyToOne
		@JoinColumn(name = "plain", insertable = false, updatable = false)
		@RenamedFrom("no")
		Ref<Plain> shared;

		@ManyToOne
		@RenamedFrom("slot")
		Ref<Slot> slot;

		@RenamedFrom("address")
		SlotId embedded;

		Marked marked;

		@OneToMany(mappedBy = "wrong")
		@RenamedFrom("c")
		List<Other> collection;

		@OneToOne(mappedBy = "wrong")
		@RenamedFrom("i")
		Other inverse;

		@Transient
		@RenamedFrom("t")
		String left;

		@RenamedFrom("j")
		transient String out;

	}

	@Model
	@RenamedFrom("app_other")
	record Other(@Id long id, @ManyToOne Ref<Wrong> wrong) {
	}

	@Model(reflected = true)
	@RenamedFrom("theirs")
	record Foreign(@Id long id, @RenamedFrom("x") String name) {
	}

	@Test
	void areRefusedTogetherWhereTheyCannotBe() {
		assertThat(problems(Wrong.class, Plain.class, Slot.class, Other.class, Foreign.class))
			.containsExactlyInAnyOrder(
					"Wrong: @RenamedFrom is for models, 'Base' has no table of its own; put it on the models, or on the members whose columns were renamed",
					"Marked: @RenamedFrom is for models, 'Marked' has no table of its own; put it on the models, or on the members whose columns were renamed",
					"Wrong.left: what is not stored has no column for @RenamedFrom; remove it",
					"Wrong.out: what is not stored has no column for @RenamedFrom; remove it",
					"Wrong: @RenamedFrom(\" \") gives no name; give the name that the table had, or remove it",
					"Other: @RenamedFrom(\"app_other\") gives the name of today; give the name that the table had, or remove it",
					"Foreign: @RenamedFrom(\"theirs\") is for tables that the registry makes, this one belongs to somebody else; remove it",
					"Wrong.blank: @RenamedFrom(\"\") gives no name; give the name that the column had, or remove it",
					"Wrong.same: @RenamedFrom(\"same\") gives the name of today; give the name that the column had, or remove it",
					"Wrong.second: @RenamedFrom(\"ONCE\") is said of 'first' too; remove one of them",
					"Wrong.taken: @RenamedFrom(\"Same\") gives the name that the column of 'same' has today; give that one another with @Column(name = …), or remove @RenamedFrom",
					"Wrong.shared: @RenamedFrom(\"no\") is said of column 'plain', which is that of 'plain' too and was 'nr' there; remove one of them",
					"Wrong.slot: @RenamedFrom(\"slot\") is for one column, not for 'slot_room', 'slot_hour'; remove it, and keep the names that the database has: @JoinColumn(name = …, referencedColumnName = …)",
					"Wrong.embedded: @RenamedFrom(\"address\") is for what has a column of its own; put it on the attributes of 'SlotId'",
					"Wrong.collection: @RenamedFrom(\"c\") is for what has a column of its own; remove it",
					"Wrong.inverse: @RenamedFrom(\"i\") is for what has a column of its own; remove it");
	}

	@Test
	void areRefusedBesideOtherFaults() {
		@Model
		record Sale(@Id long id, @RenamedFrom(" ") StringBuilder text, @RenamedFrom("id") String item) {
		}
		assertThat(problems(Sale.class)).hasSize(3)
			.anyMatch((problem) -> problem.startsWith("Sale.text: @RenamedFrom(\" \") gives no name"))
			.anyMatch((problem) -> problem.startsWith("Sale.text: type "))
			.anyMatch(
					(problem) -> problem.startsWith("Sale.item: @RenamedFrom(\"id\") gives the name that the column"));
	}

	@Test
	void areRefusedAtACallbackToo() {
		Models models = models(Plain.class, Shelf.class);
		assertThat(problems(
				() -> models.onRegister(Shelf.class, (model) -> model.attribute("contents").renamedFrom("things"))))
			.containsExactly("Shelf.contents: @RenamedFrom(\"things\") is for what has a column of its own; remove it");
		assertThat(models.get("Shelf").formerColumns()).isEmpty();
	}

}
