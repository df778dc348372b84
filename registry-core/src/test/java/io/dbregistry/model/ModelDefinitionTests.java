package io.dbregistry.model;

import java.util.Date;
import java.util.List;
import java.util.Map;

import io.dbregistry.model.ModelDefinitionException.Problem;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.PrePersist;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.UniqueConstraint;
import jakarta.persistence.Version;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What a wrong model gets: one report with the place, the value and the next step. */
class ModelDefinitionTests {

	@Model
	record Author(@Id Long id, String name) {
	}

	private static List<String> problems(Class<?>... types) {
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class,
				() -> Models.from(List.of(types), List.of("analytics")));
		assertThat(ex).as("refused").isNotNull();
		return ex.getProblems()
			.stream()
			.map(Problem::toString)
			.map((text) -> text.replaceAll("^\\S*[$.]\\d*", ""))
			.toList();
	}

	@Test
	void reportsEverythingAtOnce() {
		@Model
		record Shelf(String room, @Lob Integer size) {
		}
		@Model(database = "reportng")
		record Sale(@Id long id, Date took) {
		}
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class,
				() -> Models.from(List.of(Shelf.class, Sale.class), List.of("analytics")));
		assertThat(ex).hasMessageStartingWith("The models have 4 problems:").hasMessageContaining("Sale.took: type");
		assertThat(ex.getProblems()).extracting(Problem::type)
			.containsExactly(Sale.class, Shelf.class, Shelf.class, Sale.class);
		assertThat(ex.getProblems()).extracting(Problem::member).containsExactly(null, "size", null, "took");
	}

	@Test
	void saysWhichKeyToAdd() {
		@Model
		record Shelf(String room) {
		}
		assertThat(problems(Shelf.class)).containsExactly(
				"Shelf: the model has no key; add one: '@Id @GeneratedValue Long id' as its first component");
	}

	@Test
	void namesTheKnownDatabases() {
		@Model(database = "reportng")
		record Sale(@Id long id) {
		}
		assertThat(problems(Sale.class)).containsExactly("Sale: no database named 'reportng' "
				+ "(known: 'primary', 'analytics'); add it (registry.extra.reportng, or builder.extra(\"reportng\", …) in plain Java), or correct @Model(database = …)");
	}

	@Test
	void refusesTwoMembersOnOneColumn() {
		@Model
		record Sale(@Id long id, String item, @Column(name = "Item") String thing) {
		}
		assertThat(problems(Sale.class)).containsExactly(
				"thing: column 'Item' is that of 'item' too; give one of them another with @Column(name = …)");
	}

	@Test
	void refusesTwoModelsOnOneTableOrName() {
		@Model(name = "Author")
		@Table(name = "AUTHOR")
		record Writer(@Id long id) {
		}
		@Model(name = "Author", database = "analytics")
		record Elsewhere(@Id long id) {
		}
		String author = Author.class.getName();
		assertThat(problems(Author.class, Writer.class, Elsewhere.class)).containsExactly(
				"Writer: the name 'Author' is that of '%s' too; give one of them another with @Model(name = …)"
					.formatted(author),
				"Elsewhere: the name 'Author' is that of '%s' too; give one of them another with @Model(name = …)"
					.formatted(author));
	}

	@Test
	void refusesIndexesOnColumnsThatDoNotExist() {
		@Model
		@Table(indexes = @Index(columnList = "titel desc"),
				uniqueConstraints = @UniqueConstraint(columnNames = { "id", "nowhere" }))
		record Sale(@Id long id, String title) {
		}
		assertThat(problems(Sale.class)).containsExactly(
				"Sale: @UniqueConstraint(columnNames) names 'nowhere', where the columns are 'id', 'title'; name columns of the table",
				"Sale: @Index(columnList) names 'titel', where the columns are 'id', 'title'; name columns of the table");
	}

	@Test
	void refusesTwoIndexesOfOneName() {
		@Model
		@Table(indexes = { @Index(columnList = "title"), @Index(columnList = "title") })
		record Sale(@Id long id, String title) {
		}
		assertThat(problems(Sale.class)).containsExactly(
				"Sale: the name 'ix_sale_title' of an index or constraint is used in model 'Sale' too; name one of them in its annotation");
	}

	@Test
	void refusesALazyReferenceThatCannotBeHeld() {
		@Model
		record Sale(@Id long id, @ManyToOne(fetch = FetchType.LAZY) Author author) {
		}
		assertThat(problems(Author.class, Sale.class)).singleElement()
			.asString()
			.startsWith("author: a lazy reference cannot be a '")
			.endsWith("declare it as Ref<Author>");
	}

	@Test
	void refusesReferencesToWhatIsNoModelOrElsewhere() {
		@Model(database = "analytics")
		record Click(@Id long id, @ManyToOne Ref<Author> author) {
		}
		@Model
		record Sale(@Id long id, @ManyToOne Ref<String> name, @ManyToOne Ref<?> any, Ref<Author> author,
				@Column(name = "x") @ManyToOne Ref<Author> other) {
		}
		assertThat(problems(Author.class, Click.class, Sale.class))
			.extracting((text) -> text.replaceAll(" *\\(.*?\\)", ""))
			.containsExactly(
					"author: model 'Author' lives in database 'primary', this one in 'analytics'; no constraint or join can cross them; keep its key in an attribute without @ManyToOne",
					"name: 'io.dbregistry.model.Ref<java.lang.String>' is not among the models; add its class to the registry's models",
					"any: 'io.dbregistry.model.Ref<?>' is not among the models; add its class to the registry's models",
					"author: 'io.dbregistry.model.Ref<io.dbregistry.model.ModelDefinitionTests$Author>' is a reference to a model; add @ManyToOne or @OneToOne",
					"other: a reference cannot have @Version, @Column, @Lob or @Enumerated; use @JoinColumn for its column");
	}

	@Model
	record Hen(@Id long id, @ManyToOne Egg egg) {
	}

	@Model
	record Egg(@Id long id, @ManyToOne Hen hen) {
	}

	@Model
	record Farm(@Id long id, @ManyToOne Hen hen) {
	}

	@Model
	record One(@Id long id, @ManyToOne Author author) {
	}

	@Model
	record Two(@Id long id, @ManyToOne One one) {
	}

	@Model
	record Three(@Id long id, @ManyToOne Two two) {
	}

	@Model
	record Four(@Id long id, @ManyToOne Three three) {
	}

	@Test
	void refusesEagerReferencesInACircle() {
		assertThat(problems(Hen.class, Egg.class)).containsExactly(
				"egg: the eager references 'egg.hen' lead back to where they begin; declare one of them as a reference: Ref<Egg> egg",
				"hen: the eager references 'hen.egg' lead back to where they begin; declare one of them as a reference: Ref<Hen> hen");
	}

	@Test
	void refusesMoreThanThreeEagerHops() {
		assertThat(Models.from(List.of(Author.class, One.class, Two.class, Three.class), List.of()).names()).hasSize(4);
		assertThat(problems(Author.class, One.class, Two.class, Three.class, Four.class)).containsExactly(
				"three: the eager references 'three.two.one.author' are more than 3 joins; declare one of them as a reference: Ref<Three> three");
		assertThat(problems(Farm.class, Hen.class, Egg.class)).hasSize(3);
	}

	@Test
	void refusesTheRestOfTheVocabularyByName() {
		@Model
		@Table(catalog = "c", indexes = @Index(columnList = "title", options = "x"))
		record Sale(@Id long id, @Column(table = "other") String title, @OneToMany List<Author> authors,
				@ManyToOne(cascade = CascadeType.ALL) Ref<Author> author, @Transient int scratch) {

			@PrePersist
			void before() {
			}

			@Id
			int other() {
				return 1;
			}

		}
		assertThat(problems(Author.class, Sale.class).subList(0, 8)).containsExactly(
				"Sale: @Table(catalog = …) is not supported; use schema, which is the catalog on MariaDB",
				"Sale: @Index(options = …) is not supported; remove it (supported: [columnList, name, unique])",
				"before(): @PrePersist on a method is not supported; life-cycle methods are not called; do it before the object is written",
				"other(): @Id on a method is not supported; annotate the field or component instead",
				"title: @Column(table = …) is not supported; remove it (supported: [check, columnDefinition, comment, insertable, length, name, nullable, precision, scale, secondPrecision, unique, updatable])",
				"author: @ManyToOne(cascade = …) is not supported; remove it: each object is written by its own repository",
				"scratch: a component of a record cannot be @Transient: every reading would lose it; compute it in a method",
				"authors: a record cannot have a collection, which is read later than the record; leave it out and query the other side, whose Ref leads here: registry.query(Author.class).filter(…)");
	}

	@Test
	void refusesAnnotationsThatDoNotFit() {
		@Model
		record Sale(@Id @GeneratedValue(strategy = GenerationType.UUID) Long id, @GeneratedValue Long next,
				@Enumerated String kind, @Version String version, @JoinColumn String joined, Map<String, String> map,
				@Column(length = 0) String none, @Column(precision = 2, scale = 3) java.math.BigDecimal number,
				@Column(secondPrecision = 9) java.time.Instant at) {
		}
		assertThat(problems(Sale.class)).extracting((text) -> text.substring(0, text.indexOf(';')))
			.containsExactly(
					"id: strategy UUID cannot make a key of type 'java.lang.Long' (possible: IDENTITY and SEQUENCE for whole numbers, UUID for UUIDs)",
					"next: @GeneratedValue is for keys", "kind: @Enumerated is for enums, not for 'java.lang.String'",
					"version: type 'java.lang.String' cannot be a @Version (possible: short, int, long, Instant, LocalDateTime)",
					"joined: @JoinColumn is for references to models",
					"map: type 'java.util.Map<java.lang.String, java.lang.String>' can be stored as JSON only",
					"none: @Column(length = 0) is not possible",
					"number: @Column(precision = 2, scale = 3) is not possible",
					"at: @Column(secondPrecision = 9) is not possible");
	}

	@Test
	void refusesKeysThatCannotWork() {
		@Model
		record Sale(@Id double id) {
		}
		@Model
		record Line(@Id @GeneratedValue Long invoice, @Id int position) {
		}
		assertThat(problems(Sale.class, Line.class)).containsExactly(
				"id: type 'double' cannot be a key; use a whole number, String, UUID or date",
				"Line: a part of a key of 2 attributes cannot be made by the database; remove @GeneratedValue, or all @Id but that one");
	}

	record Unmarked(@Id long id) {
	}

	@Model
	abstract static class Shape {

	}

	@Model
	interface Thing {

	}

	@Model
	class Inner {

	}

	@Model
	@MappedSuperclass
	static class Base {

	}

	@Entity
	static class Demanding {

		@Id
		private final long id;

		Demanding(long id) {
			this.id = id;
		}

	}

	@Model
	static class Circle extends Demanding {

		@Id
		private long number;

		Circle() {
			super(1);
		}

	}

	@Test
	void refusesClassesThatCannotBeModels() {
		assertThat(problems(Unmarked.class, Shape.class, Thing.class, Inner.class, Base.class, Demanding.class,
				Circle.class))
			.extracting((text) -> text.substring(0, text.indexOf(';')))
			.containsExactly("Unmarked: the class is no model: it has neither @Model nor @Entity",
					"Shape: an interface, enum or abstract class cannot be a model",
					"Thing: an interface, enum or abstract class cannot be a model",
					"Inner: an inner class cannot be a model: its objects belong to another object",
					"Base: a @MappedSuperclass has no table of its own and cannot be a model",
					"Circle: the class extends the model '" + Demanding.class.getName() + "'",
					"id: a final field cannot be filled", "Demanding: the class has no constructor without parameters");
	}

	@Test
	void refusesNamesThatAProductWouldCut() {
		@Model
		@Table(name = "ttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt")
		record Sale(@Id long id, @Column(name = " ") String blank) {
		}
		assertThat(problems(Sale.class)).containsExactly(
				"blank: column name ' ' is blank or longer than 63 bytes; give a shorter name",
				"Sale: table name 'ttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttttt' is blank or longer than 63 bytes; give a shorter one with @Table(name = …)");
	}

	@Test
	void refusesATypeOfItsOwnForAGeneratedKey() {
		@Model
		record Ticket(@Id @GeneratedValue @Column(columnDefinition = "bigserial") Long id) {
		}
		assertThat(problems(Ticket.class)).containsExactly(
				"id: @Column(columnDefinition = \"bigserial\") and @GeneratedValue exclude each other: the column of a generated key has a type that the database can count up; remove one of them");
	}

}
