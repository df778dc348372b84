package io.dbregistry.model;

import java.util.List;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.ModelDefinitionException.Problem;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.MapsId;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Embedded objects, keys of several attributes and references to them, as declared. */
class KeyDefinitionTests {

	@Model
	record Price(@Id String sku, @Id int year, long cents) {
	}

	@Embeddable
	record Size(int width, Integer height) {
	}

	@Embeddable
	record Unnumbered(@Id long id, @Version int version, @GeneratedValue Long next) {
	}

	record Unmarked(String value) {
	}

	@Embeddable
	record Endless(Endless inner) {
	}

	@Embeddable
	interface Shape {

	}

	private static List<String> problems(Class<?>... types) {
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class,
				() -> Models.from(List.of(types), List.of()));
		assertThat(ex).as("refused").isNotNull();
		return ex.getProblems()
			.stream()
			.map(Problem::toString)
			.map((text) -> text.replaceAll("^[^\\s:]*\\$\\d*\\w+\\.", "").replaceAll("^[^\\s:]*\\$\\d*", ""))
			.toList();
	}

	private static Table table(Class<?> type, Class<?>... others) {
		List<Class<?>> types = new java.util.ArrayList<>(List.of(others));
		types.add(type);
		return Models.from(types, List.of()).get(type).table();
	}

	@Test
	void makesColumnsOfWhatIsEmbedded() {
		@Model
		record Box(@Id long id, @Embedded @AttributeOverride(name = "width",
				column = @jakarta.persistence.Column(name = "breadth", comment = "in cm")) Size size) {
		}
		Table table = table(Box.class);
		assertThat(table.columns()).extracting(Column::name).containsExactly("id", "breadth", "height");
		assertThat(table.columns()).extracting(Column::nullable).containsExactly(false, false, true);
		assertThat(table.columns().get(1).comment()).isEqualTo("in cm");
	}

	@Test
	void refersToKeysOfSeveralColumns() {
		@Model
		record Offer(@Id long id, @OneToOne(optional = false) Ref<Price> first, @ManyToOne @JoinColumns(value = {
				@JoinColumn(name = "second_year", referencedColumnName = "year", unique = true),
				@JoinColumn(name = "second_sku", referencedColumnName = "sku", nullable = false) },
				foreignKey = @jakarta.persistence.ForeignKey(name = "fk_second")) Ref<Price> second,
				@ManyToOne @JoinColumn(name = "a", referencedColumnName = "sku",
						foreignKey = @jakarta.persistence.ForeignKey(ConstraintMode.NO_CONSTRAINT)) @JoinColumn(
								name = "b", referencedColumnName = "year") Ref<Price> third){
		}
		Table table = table(Offer.class, Price.class);
		assertThat(table.columns()).extracting(Column::name)
			.containsExactly("id", "first_sku", "first_year", "second_sku", "second_year", "a", "b");
		assertThat(table.columns()).extracting(Column::nullable)
			.containsExactly(false, false, false, false, true, true, true);
		assertThat(table.foreignKeys()).extracting(ForeignKey::name)
			.containsExactly("fk_offer_first_sku_first_year", "fk_second");
		assertThat(table.foreignKeys()).extracting(ForeignKey::targetColumns).containsOnly(List.of("sku", "year"));
		assertThat(table.uniques()).extracting("columns")
			.containsExactly(List.of("first_sku", "first_year"), List.of("second_year"));
		assertThat(table.indexes()).extracting("name").containsExactly("ix_offer_second_sku_second_year");
	}

	@Test
	void refusesJoinColumnsThatMissTheKey() {
		@Model
		record Offer(@Id long id, @ManyToOne @JoinColumn(name = "one") Ref<Price> one,
				@ManyToOne @JoinColumn(name = "a", referencedColumnName = "sku") @JoinColumn(name = "b",
						referencedColumnName = "cents") Ref<Price> two,
				@ManyToOne @JoinColumn(name = "c", referencedColumnName = "sku",
						insertable = false) @JoinColumn(name = "d", referencedColumnName = "year") Ref<Price> three) {
		}
		assertThat(problems(Price.class, Offer.class)).containsExactly(
				"one: one column is declared, and the key of 'Price' has 'sku', 'year'; declare each with @JoinColumn(name = …, referencedColumnName = …), or none",
				"two: its @JoinColumns refer to 'sku', 'cents', and the key of 'Price' is 'sku', 'year'; refer to each of these once with @JoinColumn(referencedColumnName = …)",
				"three: its @JoinColumns differ in insertable or updatable, a reference is written as a whole; say the same for all of them");
	}

	@Test
	void refusesGeneratedPartsOfEmbeddedKeys() {
		@Embeddable
		record Counted(@GeneratedValue long number, String room) {
		}
		@Model
		record Seat(@EmbeddedId Counted id) {
		}
		assertThat(problems(Seat.class)).contains(
				"number: @GeneratedValue is for members of models, not of embedded classes; remove it, or declare the attribute in the model");
	}

	@Test
	void refusesWhatCannotBeEmbedded() {
		@Model
		record Box(@Id long id, @Embedded Unmarked unmarked, Endless endless, Shape shape, Unnumbered unnumbered,
				@jakarta.persistence.Column Size column, @Id Size key) {
		}
		assertThat(problems(Box.class)).containsExactly(
				"id: @Id is for members of models, not of embedded classes; remove it, or declare the attribute in the model",
				"version: @Version is for members of models, not of embedded classes; remove it, or declare the attribute in the model",
				"next: @GeneratedValue is for members of models, not of embedded classes; remove it, or declare the attribute in the model",
				"unmarked: the class of '%s' is not marked as one that is embedded; annotate '%1$s' with @Embeddable"
					.formatted(Unmarked.class.getName()),
				"endless.inner: '%s' contains itself without end; make it a model and refer to it: Ref<Endless>"
					.formatted(Endless.class.getName()),
				"shape: an interface, abstract or inner class cannot be embedded, '%s' is one; use a record, or a concrete top-level or static class"
					.formatted(Shape.class.getName()),
				"unnumbered: '%s' has no attributes; add one, or leave the component out"
					.formatted(Unnumbered.class.getName()),
				"column: an embedded object has no column of its own for @Column, @JoinColumn, @Enumerated, @Lob, @Version or @GeneratedValue; annotate the attributes of 'Size', or use @AttributeOverride or @Convert(attributeName = …)",
				"key: the key '%s' consists of attributes of its own; use @EmbeddedId instead of @Id"
					.formatted(Size.class.getName()));
	}

	@Test
	void refusesEqualColumnsOfTwoEmbeddedObjects() {
		@Model
		record Box(@Id long id, Size inner, Size outer) {
		}
		assertThat(problems(Box.class)).containsExactly(
				"outer.width: column 'width' is that of 'inner.width' too; give one of them another with @AttributeOverride or @Column(name = …)",
				"outer.height: column 'height' is that of 'inner.height' too; give one of them another with @AttributeOverride or @Column(name = …)");
	}

	@Test
	void refusesOverridesOfNothing() {
		@Model
		@AttributeOverride(name = "size.depth", column = @jakarta.persistence.Column)
		@AssociationOverride(name = "size.width", joinColumns = @JoinColumn)
		record Box(@Id long id, @AttributeOverride(name = "heigth", column = @jakarta.persistence.Column) Size size,
				@ManyToOne Ref<Price> price) {
		}
		@Model
		@AttributeOverride(name = "price", column = @jakarta.persistence.Column)
		@AttributeOverride(name = "size", column = @jakarta.persistence.Column)
		record Other(@Id long id, Size size, @ManyToOne Ref<Price> price) {
		}
		assertThat(problems(Price.class, Box.class, Other.class)).containsExactly(
				"size: @AttributeOverride(name = \"heigth\") names no attribute (near: 'height'); correct the name",
				"Box: @AttributeOverride(name = \"size.depth\") names no attribute (near: 'size.width'); correct the name",
				"Box: @AssociationOverride(name = \"size.width\") names no reference; use @AttributeOverride",
				"Other: @AttributeOverride(name = \"price\") names no attribute with a @Column; use @AssociationOverride",
				"Other: @AttributeOverride(name = \"size\") names no attribute with a @Column; name an attribute of it: \"size.width\"");
	}

	@MappedSuperclass
	abstract static class Keyed<K> {

		@Id
		K id;

	}

	@Model
	static class Open<K> extends Keyed<K> {

	}

	@Model
	@AttributeOverride(name = "id", column = @jakarta.persistence.Column(name = "isbn", length = 13))
	static class Bound extends Keyed<String> {

	}

	@Test
	void givesTypeVariablesTheirTypes() {
		Column id = table(Bound.class).columns().get(0);
		assertThat(id.name()).isEqualTo("isbn");
		assertThat(id.type().toString()).contains("13");
		assertThat(problems(Open.class)).first()
			.isEqualTo(
					"id: type 'K' is not known here; give the type variable a type where the class is extended: 'extends Keyed<…>'");
	}

	record PriceKey(String sku, Integer year) {
	}

	record WrongKey(String sku, Long year, String more) {
	}

	record ShortKey(String sku) {
	}

	@Test
	void comparesKeyClassesWithKeys() {
		@Model
		@IdClass(PriceKey.class)
		record Fitting(@Id String sku, @Id int year) {
		}
		@Model
		@IdClass(WrongKey.class)
		record Wrong(@Id String sku, @Id int year) {
		}
		@Model
		@IdClass(ShortKey.class)
		record Missing(@Id String sku, @Id int year) {
		}
		@Model
		@IdClass(PriceKey.class)
		record Twice(@EmbeddedId Size id) {
		}
		@Model
		@IdClass(ShortKey.class)
		record Holding(@Id @ManyToOne Ref<Price> sku) {
		}
		assertThat(Models.from(List.of(Fitting.class), List.of()).get(Fitting.class).findKeyType()).get()
			.hasToString(PriceKey.class.getName());
		assertThat(problems(Price.class, Wrong.class, Missing.class, Twice.class, Holding.class)).containsExactly(
				"Wrong: '%s.year' is of type 'java.lang.Long', where the key has 'java.lang.Integer'; declare it so"
					.formatted(WrongKey.class.getName()),
				"Wrong: 'more' of @IdClass '%s' is no part of the key ('sku', 'year'); remove it, or mark the attribute of the model with @Id"
					.formatted(WrongKey.class.getName()),
				"Missing: @IdClass '%s' has no 'year' (known: 'sku'); add it".formatted(ShortKey.class.getName()),
				"Twice: @IdClass and @EmbeddedId exclude each other; remove @IdClass: the key is an object already",
				"sku: the key of the model it refers to has several parts and no class that '%s.sku' could hold; give that model an @IdClass or an @EmbeddedId"
					.formatted(ShortKey.class.getName()));
	}

	@Model
	record Egg(@Id @ManyToOne Ref<Hen> hen) {
	}

	@Model
	record Hen(@Id @ManyToOne Ref<Egg> egg) {
	}

	@Embeddable
	record Lookup(@ManyToOne Ref<Price> price) {
	}

	@Test
	void refusesKeysThatHaveNoEnd() {
		@Model
		record Box(@EmbeddedId Lookup id) {
		}
		assertThat(problems(Egg.class, Hen.class, Price.class, Box.class)).containsExactly(
				"price: an embedded key cannot contain references; store the key of the object here, and add a reference to the model: @ManyToOne @JoinColumn(insertable = false, updatable = false)",
				"hen: the keys of 'Egg' and 'Hen' consist of each other; give one of them a key of its own",
				"egg: the keys of 'Hen' and 'Egg' consist of each other; give one of them a key of its own",
				"id: '%s' has no attributes; add one, or leave the component out".formatted(Lookup.class.getName()));
	}

	@Test
	void sharesAColumnWithAReferenceThatOnlyReads() {
		@Model
		record Shelf(@Id String code) {
		}
		@Model
		record Book(@Id long id, @jakarta.persistence.Column(name = "shelf") String code,
				@ManyToOne @JoinColumn(name = "shelf", insertable = false, updatable = false) Ref<Shelf> shelf) {
		}
		@Model
		record Other(@Id long id, @jakarta.persistence.Column(name = "shelf", length = 7) String code,
				@ManyToOne @JoinColumn(name = "shelf", insertable = false, updatable = false) Ref<Shelf> shelf) {
		}
		Table table = table(Book.class, Shelf.class);
		assertThat(table.columns()).extracting(Column::name).containsExactly("id", "shelf");
		assertThat(table.foreignKeys()).hasSize(1);
		assertThat(problems(Shelf.class, Other.class)).containsExactly(
				"shelf: column 'shelf' is that of 'code' too; give one of them another with @Column(name = …)");
	}

	@Test
	void refusesWhatHasAnotherWay() {
		@Model
		record Shelf(@Id String code, @OneToOne(mappedBy = "shelf", orphanRemoval = true) Ref<Price> price,
				@MapsId @ManyToOne(targetEntity = Price.class) Ref<Price> mapped,
				@ManyToOne(targetEntity = Price.class) Ref<Shelf> other, @ManyToOne @JoinColumn(
						foreignKey = @jakarta.persistence.ForeignKey(foreignKeyDefinition = "x")) Ref<Shelf> defined) {
		}
		assertThat(problems(Price.class, Shelf.class)).contains(
				"price: a record cannot have what refers to it, which is read later than the record; leave it out and query the other side: registry.query(Price.class).filter(\"shelf\", …)",
				"price: @OneToOne(orphanRemoval = …) is not supported; remove it: each object is written by its own repository",
				"mapped: @MapsId is not supported here; mark the reference itself with @Id, or let it share the column of the key: @JoinColumn(name = …, insertable = false, updatable = false)",
				"other: targetEntity '%s' is no '%s'; name the class that is referred to, or leave targetEntity out"
					.formatted(Price.class.getName(), "io.dbregistry.model.Ref<" + Shelf.class.getName() + ">"),
				"defined: @ForeignKey(foreignKeyDefinition = …) is not supported; name the constraint, or create it in a migration");
	}

}
