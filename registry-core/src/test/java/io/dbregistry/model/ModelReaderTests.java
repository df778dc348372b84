package io.dbregistry.model;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.Index.Part;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.UniqueConstraint;
import io.dbregistry.model.Attribute.Generation;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ModelReaderTests {

	@Model
	record Author(@Id @GeneratedValue Long id,
			@jakarta.persistence.Column(length = 100, unique = true) String fullName) {
	}

	@Model
	record Publisher(@Id @GeneratedValue UUID id, String name) {
	}

	enum Binding {

		HARD, SOFT

	}

	@Model(schema = "shop")
	@Table(name = "books", comment = "for sale", indexes = @jakarta.persistence.Index(columnList = "title, price desc"),
			uniqueConstraints = @jakarta.persistence.UniqueConstraint(columnNames = { "title", "author_id" }),
			check = @CheckConstraint(name = "dear", constraint = "price < 1000"))
	record Book(@Id @GeneratedValue long id,
			@jakarta.persistence.Column(length = 200, nullable = false, comment = "on the cover") String title,
			@ManyToOne(optional = false, fetch = FetchType.LAZY) Ref<Author> author, @ManyToOne Publisher publisher,
			@OneToOne @JoinColumn(name = "next_one") Ref<Book> sequel,
			@jakarta.persistence.Column(precision = 10, scale = 2,
					check = @CheckConstraint(constraint = "price >= 0")) BigDecimal price,
			@Enumerated(EnumType.STRING) Binding binding, Binding spare,
			@jakarta.persistence.Column(insertable = false, updatable = false) String note,
			@jakarta.persistence.Column(columnDefinition = "json") Map<String, Object> extra, @Version int version) {
	}

	@MappedSuperclass
	abstract static class Stored {

		static int made;

		@Id
		@GeneratedValue
		private Long id;

		@Transient
		private String remark;

		private transient int scratch;

	}

	@Entity(name = "Notice")
	static class LegacyNotice extends Stored {

		private String text;

		private LegacyNotice() {
			this.text = "made";
		}

	}

	@Model
	record Line(@Id long invoice, @Id int position, String text) {
	}

	@Model(database = "analytics")
	record Event(@Id UUID id, @jakarta.persistence.Column(name = "AT; drop table x") java.time.Instant at) {
	}

	private static Models models(Class<?>... types) {
		return Models.from(List.of(types), List.of("analytics"));
	}

	@Test
	void readsARecordIntoATable() {
		io.dbregistry.metadata.Table table = models(Author.class, Publisher.class, Book.class).get(Book.class).table();
		assertThat(table.name()).isEqualTo(new QualifiedName("shop", "books"));
		assertThat(table.comment()).isEqualTo("for sale");
		assertThat(table.primaryKey()).isEqualTo(new PrimaryKey("pk_books", List.of("id")));
		assertThat(table.columns()).containsExactly(
				new Column("id", ColumnType.of(ColumnType.Kind.BIGINT), false, true, null, null),
				new Column("title", ColumnType.varchar(200), false, false, null, "on the cover"),
				Column.of("author_id", ColumnType.of(ColumnType.Kind.BIGINT), false),
				Column.of("publisher_id", ColumnType.of(ColumnType.Kind.UUID), true),
				Column.of("next_one", ColumnType.of(ColumnType.Kind.BIGINT), true),
				Column.of("price", ColumnType.decimal(10, 2), true),
				Column.of("binding", ColumnType.varchar(255), true),
				Column.of("spare", ColumnType.of(ColumnType.Kind.SMALLINT), true),
				Column.of("note", ColumnType.varchar(255), true),
				Column.of("extra", ColumnType.of(ColumnType.Kind.JSON), true),
				Column.of("version", ColumnType.of(ColumnType.Kind.INTEGER), false));
	}

	@Test
	void readsConstraintsAndIndexes() {
		io.dbregistry.metadata.Table table = models(Author.class, Publisher.class, Book.class).get(Book.class).table();
		assertThat(table.uniques()).containsExactly(
				new UniqueConstraint("uk_books_title_author_id", List.of("title", "author_id")),
				new UniqueConstraint("uk_books_next_one", List.of("next_one")));
		assertThat(table.indexes()).containsExactly(
				new Index("ix_books_title_price", false, List.of(new Part("title", false), new Part("price", true))),
				new Index("ix_books_author_id", false, List.of(new Part("author_id", false))),
				new Index("ix_books_publisher_id", false, List.of(new Part("publisher_id", false))));
		assertThat(table.foreignKeys()).containsExactly(
				new ForeignKey("fk_books_author_id", List.of("author_id"), QualifiedName.of("author"), List.of("id"),
						Action.NO_ACTION),
				new ForeignKey("fk_books_publisher_id", List.of("publisher_id"), QualifiedName.of("publisher"),
						List.of("id"), Action.NO_ACTION),
				new ForeignKey("fk_books_next_one", List.of("next_one"), new QualifiedName("shop", "books"),
						List.of("id"), Action.NO_ACTION));
		assertThat(table.checks()).containsExactly(new Check("dear", "price < 1000"),
				new Check("ck_books_price", "price >= 0"));
	}

	@Test
	void tellsAttributesApart() {
		ModelType<Book> book = models(Author.class, Publisher.class, Book.class).get(Book.class);
		assertThat(book.attributes()).extracting(Attribute::name)
			.containsExactly("id", "title", "author", "publisher", "sequel", "price", "binding", "spare", "note",
					"extra", "version");
		assertThat(book.key()).containsExactly(book.attribute("id"));
		assertThat(book.findVersion()).contains(book.attribute("version"));
		assertThat(book.attribute("author").kind()).isEqualTo(Attribute.Kind.REF);
		assertThat(book.attribute("author").target().type()).isEqualTo(Author.class);
		assertThat(book.attribute("publisher").kind()).isEqualTo(Attribute.Kind.EAGER);
		assertThat(book.attribute("sequel").target()).isSameAs(book);
		assertThat(book.attribute("title").kind()).isEqualTo(Attribute.Kind.BASIC);
		assertThat(book.attribute("title").isUpdatable()).isTrue();
		assertThat(book.attribute("id").isUpdatable()).isFalse();
		assertThat(book.attribute("id").generation()).isEqualTo(Generation.IDENTITY);
		assertThat(book.attribute("note").isInsertable() || book.attribute("note").isUpdatable()).isFalse();
		assertThat(book.attribute("binding").findEnumType()).contains(EnumType.STRING);
		assertThat(book.attribute("spare").findEnumType()).contains(EnumType.ORDINAL);
		assertThat(book.attribute("extra").genericType().getTypeName())
			.isEqualTo("java.util.Map<java.lang.String, java.lang.Object>");
		assertThatIllegalStateException().isThrownBy(() -> book.attribute("title").target())
			.withMessageContaining("title");
	}

	@Test
	void makesAndReadsRecords() throws Throwable {
		ModelType<Author> author = models(Author.class).get(Author.class);
		Author made = (Author) author.constructor().invokeExact((Long) 5L, "Le Guin");
		assertThat((String) author.attribute("fullName").getter().invokeExact(made)).isEqualTo("Le Guin");
		assertThat(author.attribute("fullName").columns().get(0).name()).isEqualTo("full_name");
		assertThat(author.attribute("fullName").findSetter()).isEmpty();
	}

	@Test
	void makesAndFillsObjectsOfClasses() throws Throwable {
		ModelType<LegacyNotice> notice = models(LegacyNotice.class).get(LegacyNotice.class);
		assertThat(notice.name()).isEqualTo("Notice");
		assertThat(notice.table().name()).isEqualTo(QualifiedName.of("notice"));
		assertThat(notice.attributes()).extracting(Attribute::name).containsExactly("id", "text");
		LegacyNotice made = (LegacyNotice) notice.constructor().invokeExact();
		notice.attribute("id").findSetter().orElseThrow().invokeExact(made, (Long) 7L);
		assertThat((Long) notice.attribute("id").getter().invokeExact(made)).isEqualTo(7L);
		assertThat((String) notice.attribute("text").getter().invokeExact(made)).isEqualTo("made");
	}

	@Test
	void readsKeysOfSeveralAttributes() {
		ModelType<Line> line = models(Line.class).get(Line.class);
		assertThat(line.key()).extracting(Attribute::name).containsExactly("invoice", "position");
		assertThat(line.table().primaryKey()).isEqualTo(new PrimaryKey("pk_line", List.of("invoice", "position")));
	}

	@Test
	void keepsHostileNamesAsTheyAre() {
		ModelType<Event> event = models(Event.class).get(Event.class);
		assertThat(event.database()).isEqualTo("analytics");
		assertThat(event.attribute("at").columns()).containsExactly(
				Column.of("AT; drop table x", ColumnType.of(ColumnType.Kind.TIMESTAMP_WITH_TIME_ZONE), true));
	}

	@Test
	void findsModelsByClassAndByName() {
		Models models = models(Author.class, Publisher.class);
		assertThat(models.get("Author")).isSameAs(models.get(Author.class));
		assertThat(models.names()).containsExactly("Author", "Publisher");
		assertThat(models.all()).extracting(ModelType::name).containsExactly("Author", "Publisher");
		assertThat(models.find("Autor")).isEmpty();
		assertThat(models.find(Book.class)).isEmpty();
	}

	@Test
	void namesWhatIsNearToAnUnknownName() {
		Models models = models(Author.class, Publisher.class);
		assertThatExceptionOfType(NoSuchModelException.class).isThrownBy(() -> models.get("autor"))
			.withMessage("No model named 'autor' (near: 'Author'); register it, or correct the name")
			.satisfies((ex) -> assertThat(ex.getKnown()).containsExactly("Author", "Publisher"));
		assertThatExceptionOfType(NoSuchModelException.class).isThrownBy(() -> models.get(Book.class))
			.withMessageContaining("No model of class '" + Book.class.getName() + "' (known: 'Author', 'Publisher')");
		assertThatExceptionOfType(NoSuchAttributeException.class)
			.isThrownBy(() -> models.get(Author.class).attribute("fulName"))
			.withMessage("Model 'Author' has no attribute 'fulName' (near: 'fullName'); correct the name")
			.satisfies((ex) -> assertThat(ex.getName()).isEqualTo("fulName"));
		assertThatExceptionOfType(NoSuchAttributeException.class)
			.isThrownBy(() -> models.get(Author.class).attribute("flulName"))
			.withMessageContaining("near: 'fullName'");
		assertThatExceptionOfType(NoSuchModelException.class).isThrownBy(() -> models.get("Auhtor"))
			.withMessageContaining("near: 'Author'");
	}

	@Test
	void boundsGeneratedNamesAndKeepsThemDistinct() {
		@Model
		record AModelWhoseNameIsAboutAsLongAsTheyEverGet(@Id long id,
				@jakarta.persistence.Column(unique = true) String someQuiteLongAttributeNumberOne,
				@jakarta.persistence.Column(unique = true) String someQuiteLongAttributeNumberTwo) {
		}
		io.dbregistry.metadata.Table table = models(AModelWhoseNameIsAboutAsLongAsTheyEverGet.class)
			.get(AModelWhoseNameIsAboutAsLongAsTheyEverGet.class)
			.table();
		assertThat(table.uniques()).extracting(UniqueConstraint::name)
			.doesNotHaveDuplicates()
			.allSatisfy((name) -> assertThat(name).hasSize(63).startsWith("uk_a_model_whose_name_"));
	}

	@Test
	void leavesTheConstraintOutOnRequest() {
		@Model
		record Review(@Id long id, @ManyToOne @JoinColumn(
				foreignKey = @jakarta.persistence.ForeignKey(ConstraintMode.NO_CONSTRAINT)) Ref<Author> author) {
		}
		io.dbregistry.metadata.Table table = models(Author.class, Review.class).get(Review.class).table();
		assertThat(table.foreignKeys()).isEmpty();
		assertThat(table.columns()).extracting(Column::name).containsExactly("id", "author_id");
	}

}
