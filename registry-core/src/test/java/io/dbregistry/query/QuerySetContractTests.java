package io.dbregistry.query;

import java.math.BigDecimal;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import io.dbregistry.model.Model;
import io.dbregistry.model.NoSuchAttributeException;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/** What queries do on every product. */
abstract class QuerySetContractTests {

	enum Kind {

		NOVEL, STORY

	}

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model
	record Book(@Id @GeneratedValue Integer id, @Column(nullable = false) String title, BigDecimal price,
			@Enumerated(EnumType.STRING) Kind kind, @ManyToOne Ref<Author> author, @ManyToOne Author editor) {
	}

	@Model
	@Table(name = "select from \"`'; drop table book; --")
	record Hostile(@Id @Column(name = "key \"`'; --") String key, @Column(name = "order") String order,
			@Column(name = "?") int mark) {
	}

	private final QueryFixture fixture;

	private final Author leGuin;

	private final Author lem;

	QuerySetContractTests(TestServer server) {
		this.fixture = QueryFixture.open(server, Author.class, Book.class, Hostile.class);
		ModelRepository<Author> authors = this.fixture.repository(Author.class);
		this.leGuin = authors.create(new Author(null, "Le Guin"));
		this.lem = authors.create(new Author(null, "Lem"));
		add("Rocannon", "5.00", Kind.NOVEL, this.leGuin, null);
		add("Solaris", "5.00", Kind.NOVEL, this.lem, this.leGuin);
		add("Omelas", null, Kind.STORY, this.leGuin, this.lem);
		add("Anonymous", "7.50", null, null, null);
		this.fixture.executions();
	}

	private void add(String title, @Nullable String price, @Nullable Kind kind, @Nullable Author author,
			@Nullable Author editor) {
		this.fixture.repository(Book.class)
			.create(new Book(null, title, (price != null) ? new BigDecimal(price) : null, kind,
					(author != null) ? Ref.of(Author.class, author.id()) : null, editor));
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void keepsObjectsWithAValue() {
		assertThat(titles(books().filter("price", new BigDecimal("5.00")))).containsExactly("Rocannon", "Solaris");
		assertThat(titles(books().filter("kind", Kind.STORY))).containsExactly("Omelas");
		assertThat(titles(books().filter("price", 5).filter("kind", Kind.NOVEL).filter("title", "Solaris")))
			.containsExactly("Solaris");
		assertThat(titles(books().filter("id", 1L))).containsExactly("Rocannon");
		assertThat(titles(books().filter("title", "nothing"))).isEmpty();
	}

	@Test
	void keepsObjectsWithoutAValue() {
		assertThat(titles(books().filter("price", null))).containsExactly("Omelas");
		assertThat(titles(books().filter("author", null))).containsExactly("Anonymous");
	}

	@Test
	void excludesExactlyWhatTheFilterKeeps() {
		assertThat(titles(books().exclude("price", 5))).containsExactly("Anonymous", "Omelas");
		assertThat(titles(books().exclude("price", null))).containsExactly("Anonymous", "Rocannon", "Solaris");
		assertThat(titles(books().exclude("title", "Omelas").exclude("kind", Kind.NOVEL))).containsExactly("Anonymous");
		assertThat(titles(books().exclude("author", this.lem))).containsExactly("Anonymous", "Omelas", "Rocannon");
	}

	@Test
	void comparesReferencesByKeyRefOrObject() {
		Ref<Author> ref = books().filter("title", "Rocannon").get().author();
		for (Object reference : List.of(this.leGuin.id(), this.leGuin.id().intValue(), ref, this.leGuin)) {
			assertThat(titles(books().filter("author", reference))).containsExactly("Omelas", "Rocannon");
		}
		assertThat(titles(books().filter("editor", this.lem))).containsExactly("Omelas");
		assertThat(titles(books().filter("editor", this.lem.id()))).containsExactly("Omelas");
		assertThatIllegalArgumentException().isThrownBy(() -> books().filter("author", Ref.of(Book.class, 1)))
			.withMessage("'author' refers to model 'Author'; 'Ref[Book 1]' does not");
		assertThatIllegalArgumentException().isThrownBy(() -> books().filter("author", new Author(null, "New")))
			.withMessage("The object of model 'Author' has no 'id' yet; create it first");
	}

	@Test
	void ordersBySeveralAttributes() {
		QuerySet<Book> priced = books().exclude("price", null);
		assertThat(priced.orderBy("-price", "title").list()).extracting(Book::title)
			.containsExactly("Anonymous", "Rocannon", "Solaris");
		assertThat(priced.orderBy("price", "-title").list()).extracting(Book::title)
			.containsExactly("Solaris", "Rocannon", "Anonymous");
		assertThat(priced.orderBy("price").orderBy("-title").list()).extracting(Book::title)
			.containsExactly("Solaris", "Rocannon", "Anonymous");
	}

	@Test
	void limitsAndPassesOver() {
		QuerySet<Book> byTitle = books().orderBy("title");
		assertThat(byTitle.limit(2).list()).extracting(Book::title).containsExactly("Anonymous", "Omelas");
		assertThat(byTitle.offset(3).list()).extracting(Book::title).containsExactly("Solaris");
		assertThat(byTitle.limit(2).offset(1).list()).extracting(Book::title).containsExactly("Omelas", "Rocannon");
		assertThat(byTitle.limit(2).filter("price", 5).list()).extracting(Book::title)
			.containsExactly("Rocannon", "Solaris");
		assertThat(byTitle.limit(1).limit(3).list()).hasSize(3);
		assertThatIllegalArgumentException().isThrownBy(() -> byTitle.limit(-1));
		assertThatIllegalArgumentException().isThrownBy(() -> byTitle.offset(-1));
	}

	@Test
	void givesNothingWithinALimitOfZero() {
		QuerySet<Book> none = books().limit(0);
		assertThat(none.list()).isEmpty();
		assertThat(none.find()).isEmpty();
		assertThat(none.count()).isZero();
		assertThat(none.exists()).isFalse();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(none::first);
	}

	@Test
	void countsWithinLimitAndOffset() {
		assertThat(books().count()).isEqualTo(4);
		assertThat(books().filter("price", 5).count()).isEqualTo(2);
		assertThat(books().limit(3).count()).isEqualTo(3);
		assertThat(books().offset(3).count()).isEqualTo(1);
		assertThat(books().limit(3).offset(2).count()).isEqualTo(2);
		assertThat(books().offset(9).exists()).isFalse();
		assertThat(books().filter("price", 5).exists()).isTrue();
	}

	@Test
	void getsTheOnlyOne() {
		assertThat(books().filter("title", "Solaris").get().editor()).isEqualTo(this.leGuin);
		assertThat(books().filter("title", "Solaris").find()).isPresent();
		assertThat(books().filter("title", "nothing").find()).isEmpty();
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> books().filter("title", "nothing").get())
			.withMessage(
					"No object of model 'Book' meets the conditions of the query on database 'primary'; use find() where there may be none")
			.satisfies((exception) -> assertThat(exception.getKey()).isEmpty());
		assertThatExceptionOfType(MoreThanOneException.class).isThrownBy(() -> books().filter("price", 5).get())
			.satisfies((exception) -> assertThat(exception.getModel()).isEqualTo("Book"));
		assertThatExceptionOfType(MoreThanOneException.class).isThrownBy(() -> books().filter("price", 5).find());
	}

	@Test
	void getsTheFirstByKeyUnlessOrdered() {
		assertThat(books().first().title()).isEqualTo("Rocannon");
		assertThat(books().orderBy("-title").first().title()).isEqualTo("Solaris");
		assertThat(books().orderBy("-title").offset(1).first().title()).isEqualTo("Rocannon");
	}

	@Test
	void deletesWhatTheConditionsKeep() {
		assertThat(books().filter("price", 5).delete()).isEqualTo(2);
		assertThat(books().exclude("title", "Omelas").delete()).isEqualTo(1);
		assertThat(books().count()).isEqualTo(1);
	}

	@Test
	void deletesEverythingOnlyWhenToldSo() {
		assertThatIllegalStateException().isThrownBy(() -> books().delete())
			.withMessage(
					"The query on model 'Book' has no condition; use all().delete() to delete every row of database 'primary'");
		assertThatIllegalStateException().isThrownBy(() -> books().filter("price", 5).limit(1).delete())
			.withMessageContaining("limit or offset");
		assertThatIllegalStateException().isThrownBy(() -> books().all().offset(1).delete());
		assertThat(this.fixture.executions()).isEmpty();
		assertThat(books().all().delete()).isEqualTo(4);
	}

	@Test
	void neverChangesAQueryThatIsUsedAgain() {
		QuerySet<Book> all = books();
		QuerySet<Book> novels = all.filter("kind", Kind.NOVEL);
		novels.filter("title", "Solaris").orderBy("-title").limit(1).offset(1).all();
		assertThat(titles(novels)).containsExactly("Rocannon", "Solaris");
		assertThat(all.count()).isEqualTo(4);
		add("Fiasco", "9.00", Kind.NOVEL, this.lem, null);
		assertThat(novels.count()).isEqualTo(3);
		assertThatExceptionOfType(UnsupportedOperationException.class).isThrownBy(() -> novels.list().clear());
	}

	@Test
	void refusesUnknownAttributesWhenBuilt() {
		assertThatExceptionOfType(NoSuchAttributeException.class).isThrownBy(() -> books().filter("titles", "x"))
			.withMessageContaining("'titles'")
			.withMessageContaining("near: 'title'");
		assertThatExceptionOfType(NoSuchAttributeException.class).isThrownBy(() -> books().exclude("authors", 1));
		assertThatExceptionOfType(NoSuchAttributeException.class).isThrownBy(() -> books().orderBy("-pricee"))
			.satisfies((exception) -> assertThat(exception.getName()).isEqualTo("pricee"));
		assertThatExceptionOfType(NoSuchAttributeException.class)
			.isThrownBy(() -> books().orderBy("title; drop table book"));
		assertThatIllegalArgumentException().isThrownBy(() -> books().filter("kind", "NOVEL"))
			.withMessage("'kind' of model 'Book' has values of type 'Kind', and 'NOVEL' is a 'String'; give a 'Kind'");
		assertThat(this.fixture.executions()).isEmpty();
	}

	@Test
	void bindsHostileValues() {
		for (String value : List.of("'; drop table book; --", "x' or '1'='1", "%", "_", "\\", "\\'", "?", "${x}", "\"",
				"`")) {
			assertThat(books().filter("title", value).list()).isEmpty();
			add(value, null, null, null, null);
			assertThat(books().filter("title", value).get().title()).isEqualTo(value);
		}
		assertThat(books().count()).isEqualTo(14);
	}

	@Test
	void quotesHostileNames() {
		ModelRepository<Hostile> hostiles = this.fixture.repository(Hostile.class);
		Hostile one = hostiles.create(new Hostile("a", "x", 1));
		hostiles.create(new Hostile("b", "y", 2));
		assertThat(hostiles.get("a")).isEqualTo(one);
		assertThat(hostiles.query().filter("order", "y").orderBy("-mark").list()).hasSize(1);
		assertThat(hostiles.query().exclude("mark", 1).count()).isEqualTo(1);
		assertThat(hostiles.query().filter("mark", 2).delete()).isEqualTo(1);
		assertThat(hostiles.delete(one)).isTrue();
		assertThat(books().count()).isEqualTo(4);
	}

	@Test
	void compilesEachShapeOnce() {
		books().filter("price", 5).orderBy("title").limit(1).list();
		books().filter("price", 7).orderBy("title").limit(2).list();
		List<StatementExecution> executions = this.fixture.executions();
		assertThat(executions.get(0).sql()).isSameAs(executions.get(1).sql());
	}

	@Test
	void showsNoValueToListeners() {
		books().filter("title", "secret").list();
		books().filter("price", 5).count();
		assertThat(this.fixture.executions()).hasSize(2).allSatisfy((execution) -> {
			assertThat(execution.toString()).doesNotContain("secret");
			assertThat(execution.duration()).isPositive();
		}).extracting(StatementExecution::rows).containsExactly(0L, 1L);
	}

	@Test
	void servesEightThreads() throws Exception {
		ModelRepository<Book> repository = this.fixture.repository(Book.class);
		ExecutorService executor = Executors.newFixedThreadPool(8);
		try {
			List<Callable<Integer>> tasks = IntStream.range(0, 8)
				.<Callable<Integer>>mapToObj((thread) -> () -> addAndFind(repository, "thread " + thread))
				.toList();
			for (Future<Integer> found : executor.invokeAll(tasks)) {
				assertThat(found.get()).isEqualTo(25);
			}
		}
		finally {
			executor.shutdownNow();
		}
		assertThat(repository.query().count()).isEqualTo(4 + 8 * 25);
	}

	private static int addAndFind(ModelRepository<Book> repository, String title) {
		for (int i = 0; i < 25; i++) {
			Book stored = repository.create(new Book(null, title, BigDecimal.valueOf(i, 2), Kind.STORY, null, null));
			assertThat(repository.get(stored.id())).isEqualTo(stored);
		}
		return repository.query().filter("title", title).list().size();
	}

	private QuerySet<Book> books() {
		return this.fixture.repository(Book.class).query();
	}

	private static List<String> titles(QuerySet<Book> books) {
		return books.list().stream().map(Book::title).sorted().toList();
	}

}
