package io.dbregistry.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.model.ModelDefinitionException.Problem;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What may come and go after a registry was made. */
class RegistrationTests {

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, String title, @ManyToOne Ref<Author> author) {
	}

	@Model(name = "Author")
	record Writer(@Id @GeneratedValue Long number, String name) {
	}

	@Model
	record Sale(@Id long id, Thread broken) {
	}

	@Model(reflected = true)
	record Legacy(@Id long id) {
	}

	@Model(tenant = true)
	@Table(name = "author")
	record Customer(@Id long id) {
	}

	@Model
	record Parcel(@Id long id, @ManyToOne Ref<Customer> sender) {
	}

	@Model
	record Lead(@Id long id,
			@ManyToOne @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT)) Ref<Customer> customer) {
	}

	private final Models models = Models.from(List.of(), List.of("analytics"));

	private static List<String> problems(ModelDefinitionException ex) {
		assertThat(ex).as("refused").isNotNull();
		return ex.getProblems().stream().map(Problem::toString).toList();
	}

	@Test
	void registersModelsLater() {
		assertThat(this.models.register(Author.class)).singleElement().isSameAs(this.models.get(Author.class));
		this.models.register(Book.class);
		assertThat(this.models.names()).containsExactly("Author", "Book");
		assertThat(this.models.get(Book.class).attribute("author").target()).isSameAs(this.models.get(Author.class));
		assertThat(this.models.tableNames()).containsExactly(QualifiedName.of("author"), QualifiedName.of("book"));
	}

	@Test
	void ordersModelsByKind() {
		this.models.register(Customer.class, Legacy.class, Author.class);
		assertThat(this.models.names()).containsExactly("Author", "Legacy", "Customer");
		assertThat(this.models.of(ModelKind.TENANT)).extracting(ModelType::name).containsExactly("Customer");
		assertThat(this.models.get(Legacy.class).kind().isManaged()).isFalse();
	}

	@Test
	void refusesConstraintsThatLeadToTheTablesOfTenants() {
		assertThat(problems(catchThrowableOfType(ModelDefinitionException.class,
				() -> Models.from(List.of(Parcel.class, Customer.class), List.of()))))
			.containsExactly(Parcel.class.getName()
					+ ".sender: each tenant has a table of model 'Customer', and no constraint can lead to all of them; "
					+ "mark this model with @Model(tenant = true) too, let the tenants' model refer to this one, or leave the "
					+ "constraint out: @JoinColumn(foreignKey = @ForeignKey(ConstraintMode.NO_CONSTRAINT))");
		this.models.register(Parcel.class);
		assertThat(catchThrowableOfType(ModelDefinitionException.class, () -> this.models.register(Customer.class))
			.getProblems()).singleElement().extracting(Problem::member).isEqualTo("sender");
		this.models.remove(Parcel.class);
		this.models.register(Customer.class, Lead.class);
		assertThat(this.models.get(Lead.class).table().foreignKeys()).isEmpty();
	}

	@Test
	void refusesANameThatIsTakenAndNamesTheOtherWays() {
		this.models.register(Author.class);
		ModelType<Author> author = this.models.get(Author.class);
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class,
				() -> this.models.register(Book.class, Writer.class));
		assertThat(problems(ex)).containsExactly(Writer.class.getName() + ": the name 'Author' is that of '"
				+ Author.class.getName() + "' too; give one of them another with @Model(name = …), "
				+ "or register it with Conflict.KEEP or Conflict.REPLACE");
		assertThat(this.models.names()).containsExactly("Author");
		assertThat(this.models.find(Book.class)).isEmpty();
		assertThat(author.table()).isSameAs(this.models.get("Author").table());
	}

	@Test
	void keepsTheFirstOnRequest() {
		this.models.register(Author.class);
		assertThat(this.models.register(Conflict.KEEP, Writer.class, Book.class))
			.extracting((model) -> (Object) model.type())
			.containsExactly(Author.class, Book.class);
		assertThat(this.models.find(Writer.class)).isEmpty();
	}

	@Test
	void replacesOnRequest() {
		this.models.register(Author.class);
		ModelType<Author> author = this.models.get(Author.class);
		this.models.register(Conflict.REPLACE, Writer.class);
		assertThat(this.models.get("Author").type()).isEqualTo(Writer.class);
		assertThat(this.models.find(Author.class)).isEmpty();
		assertThat(author.name()).isEqualTo("Author");
		assertThatExceptionOfType(UnregisteredModelException.class).isThrownBy(author::table)
			.withMessage("Model 'Author' is not registered: it was removed or replaced, "
					+ "or its registration has not ended; ask the registry for the model again")
			.satisfies((ex) -> assertThat(ex.getModel()).isEqualTo("Author"));
	}

	@Test
	void leavesNoTraceOfARejectedRegistration() {
		this.models.register(Author.class);
		List<String> told = new ArrayList<>();
		this.models.onRegister("Book", (model) -> told.add(model.name()));
		long revision = this.models.get(Author.class).revision();
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class,
				() -> this.models.register(Book.class, Sale.class, String.class));
		assertThat(problems(ex)).hasSize(2)
			.anySatisfy((problem) -> assertThat(problem).startsWith("java.lang.String: the class is no model"))
			.anySatisfy((problem) -> assertThat(problem).contains("Sale.broken: type 'java.lang.Thread'"));
		assertThat(this.models.names()).containsExactly("Author");
		assertThat(this.models.find("Book")).isEmpty();
		assertThat(this.models.get(Author.class).revision()).isEqualTo(revision);
		this.models.register(Book.class);
		assertThat(told).as("told in vain, then of the model that stays").containsExactly("Book", "Book");
	}

	@Test
	void waitsForModelsThatAreNotThereYet() {
		this.models.register(Book.class);
		ModelType<Book> book = this.models.get(Book.class);
		assertThat(book.home()).isEqualTo("primary");
		assertThatExceptionOfType(UnresolvedReferenceException.class).isThrownBy(book::table)
			.withMessage("Model 'Book' cannot be used: its attribute 'author' refers to model 'Author', "
					+ "which is not registered; register it")
			.satisfies((ex) -> assertThat(ex.getModel()).isEqualTo("Book"))
			.satisfies((ex) -> assertThat(ex.getAttribute()).isEqualTo("author"))
			.satisfies((ex) -> assertThat(ex.getTarget()).isEqualTo("Author"));
		this.models.register(Author.class);
		assertThat(this.models.get(Book.class)).isSameAs(book);
		assertThat(book.attribute("author").columns()).extracting(Column::name).containsExactly("author_id");
	}

	@Test
	void refusesReferencesToWhatCanNeverBeAModel() {
		@Model
		record Wrong(@Id long id, @ManyToOne Ref<String> text) {
		}
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class,
				() -> this.models.register(Wrong.class));
		assertThat(problems(ex)).singleElement().asString().contains("Ref<java.lang.String>' is not among the models");
	}

	@Test
	void removesAModelOnce() {
		this.models.register(Author.class, Book.class);
		ModelType<Book> book = this.models.get(Book.class);
		long revision = book.revision();
		assertThat(this.models.remove("Author")).isTrue();
		assertThat(this.models.remove("Author")).isFalse();
		assertThat(this.models.names()).containsExactly("Book");
		assertThatExceptionOfType(UnresolvedReferenceException.class).isThrownBy(book::attributes)
			.withMessageContaining("refers to model 'Author', which is not registered");
		this.models.register(Author.class);
		assertThat(book.attributes()).hasSize(3);
		assertThat(book.revision()).isNotEqualTo(revision);
		assertThat(this.models.remove(Book.class)).isTrue();
		assertThat(this.models.remove(Book.class)).isFalse();
	}

	@Test
	void leavesTheStateOfOthersAlone() {
		this.models.register(Author.class);
		long revision = this.models.get(Author.class).revision();
		this.models.register(Book.class);
		assertThat(this.models.get(Author.class).revision()).isEqualTo(revision);
	}

	@Test
	void registersModelsWithoutAClass() throws Throwable {
		this.models.register(Author.class);
		ModelType<Row> setting = this.models.register("Setting", (model) -> {
			model.table("settings").comment("by hand");
			model.add("name", String.class).length(40).nullable(false).unique(true);
			model.add("size", int.class);
			model.reference("author", "Author");
		});
		assertThat(setting.type()).isEqualTo(Row.class);
		assertThat(setting.table().columns()).extracting(Column::name)
			.containsExactly("id", "name", "size", "author_id");
		assertThat(setting.table().columns().get(0).identity()).isTrue();
		assertThat(setting.table().uniques()).hasSize(1);
		Row row = (Row) setting.constructor().invokeExact();
		setting.attribute("size").findSetter().orElseThrow().invokeExact(row, (Integer) 5);
		assertThat((Integer) setting.attribute("size").getter().invokeExact(row)).isEqualTo(5);
		assertThat(row.asMap()).isEqualTo(Map.of("size", 5));
	}

	@Test
	void reportsWhatIsWrongWithAModelWithoutAClass() {
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class,
				() -> this.models.register("Setting", (model) -> {
					model.add("when", Thread.class);
					model.database("reportng");
				}));
		assertThat(problems(ex)).extracting((text) -> text.substring(0, text.indexOf('(') - 1))
			.containsExactly("Setting: no database named 'reportng'",
					"Setting.when: type 'java.lang.Thread' cannot be stored");
		assertThat(ex.getProblems()).extracting(Problem::type).containsOnlyNulls();
	}

	@Test
	void refusesAttributesThatAClassDoesNotHave() {
		this.models.onRegister("Author", (model) -> model.add("age", int.class));
		assertThatIllegalArgumentException().isThrownBy(() -> this.models.register(Author.class))
			.withMessage("Attribute 'age' cannot be added to model 'Author', whose attributes are those of '"
					+ Author.class.getName() + "'; declare it there");
		assertThat(this.models.names()).isEmpty();
	}

	@Test
	void saysWhenTheModelThatIsKeptHasAClass() {
		this.models.register(Author.class);
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.models.register(Conflict.KEEP, "Author", (model) -> model.add("x", String.class)))
			.withMessageContaining("is there with the class '" + Author.class.getName() + "'");
	}

	@Model
	record Letter(@Id long id, @ManyToOne Ref<Author> from, @ManyToOne Ref<Author> to) {
	}

	@Test
	void knowsTheWaysBack() {
		this.models.register(Author.class, Book.class, Letter.class);
		ModelType<Author> author = this.models.get(Author.class);
		assertThat(author.backwards()).containsOnlyKeys("book");
		assertThat(author.backward("book").model()).isSameAs(this.models.get(Book.class));
		assertThat(author.backward("book").owner()).isSameAs(this.models.get(Book.class).attribute("author"));
		assertThatExceptionOfType(AmbiguousPathException.class).isThrownBy(() -> author.backward("letter"))
			.withMessage("'letter' of model 'Author' is the way back of 'Letter.from' and of 'Letter.to'; "
					+ "name each by a collection with @OneToMany(mappedBy = …), or query the other model")
			.satisfies((ex) -> assertThat(ex.getModel()).isEqualTo("Author"))
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("letter"))
			.satisfies((ex) -> assertThat(ex.getReferences()).containsExactly("Letter.from", "Letter.to"));
		assertThatExceptionOfType(NoSuchAttributeException.class).isThrownBy(() -> author.backward("bok"))
			.withMessageContaining("near: 'book'");
		this.models.remove(Book.class);
		assertThat(author.backwards()).isEmpty();
	}

	@Test
	void derivesAnewOnRequest() {
		this.models.register(Author.class, Book.class);
		ModelType<Book> book = this.models.get(Book.class);
		long revision = book.revision();
		this.models.invalidate();
		assertThat(this.models.get(Book.class)).isSameAs(book);
		assertThat(book.revision()).isGreaterThan(revision);
		assertThat(book.attribute("author").target()).isSameAs(this.models.get(Author.class));
	}

}
