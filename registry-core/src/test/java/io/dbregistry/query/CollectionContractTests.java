package io.dbregistry.query;

import java.io.Serializable;
import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Model;
import io.dbregistry.model.NoSuchAttributeException;
import io.dbregistry.model.Ref;
import io.dbregistry.model.Row;
import io.dbregistry.model.UnloadedException;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Collections of mutable classes on every product. */
abstract class CollectionContractTests {

	@Model
	static class Book {

		@Id
		@GeneratedValue
		@Nullable Long id;

		@Nullable String title;

		@OneToMany(mappedBy = "book")
		@OrderBy("stars DESC, text")
		@Nullable List<Review> reviews;

		@ManyToMany
		@JoinTable(name = "labels", joinColumns = @JoinColumn(name = "of_book"),
				inverseJoinColumns = @JoinColumn(name = "label_name"))
		@OrderBy
		@Nullable Set<Label> labels;

		@ManyToMany
		@Nullable Collection<Book> similar;

	}

	@Model
	record Review(@Id @GeneratedValue Long id, String text, int stars, @ManyToOne Ref<Book> book) {
	}

	@Model
	static class Label {

		@Id
		@Nullable String name;

		@ManyToOne
		@Nullable Shade shade;

		@ManyToMany(mappedBy = "labels")
		@OrderBy("title")
		@Nullable List<Book> books;

		Label() {
		}

		Label(String name, @Nullable Shade shade) {
			this.name = name;
			this.shade = shade;
		}

	}

	@Model
	record Shade(@Id String code) {
	}

	private final QueryFixture fixture;

	private final Book solaris;

	private final Book fiasco;

	CollectionContractTests(TestServer server) {
		this.fixture = QueryFixture.open(server, Book.class, Review.class, Label.class, Shade.class);
		this.solaris = book("Solaris");
		this.fiasco = book("Fiasco");
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void saysWhatIsNotLoaded() {
		Book read = books().get(this.solaris.id);
		assertThatExceptionOfType(UnloadedException.class).isThrownBy(() -> read.reviews.size())
			.withMessage(
					"Collection 'reviews' of model 'Book' is not loaded; load it with repository.fetch(object, \"reviews\")")
			.satisfies((ex) -> {
				assertThat(ex.getAttribute()).contains("reviews");
				assertThat(ex.getTarget()).isEqualTo(Book.class);
				assertThat(ex.getKey()).isEmpty();
			});
		assertThatExceptionOfType(UnloadedException.class).isThrownBy(() -> read.labels.iterator());
		assertThatExceptionOfType(UnloadedException.class).isThrownBy(() -> read.labels.add(new Label("x", null)));
		assertThatExceptionOfType(UnloadedException.class).isThrownBy(() -> read.similar.add(read));
		assertThatExceptionOfType(UnloadedException.class).isThrownBy(() -> read.reviews.remove(0));
		assertThatExceptionOfType(UnloadedException.class).isThrownBy(() -> read.reviews.set(0, null));
		assertThat(read.reviews).hasToString("(not loaded)").isInstanceOf(Serializable.class);
	}

	@Test
	void fetchesWhatRefersToAnObject() {
		review("good", 4, this.solaris);
		review("better", 5, this.solaris);
		review("also good", 4, this.solaris);
		review("other", 3, this.fiasco);
		Book read = books().get(this.solaris.id);
		this.fixture.executions();
		assertThat(books().fetch(read, "reviews")).isSameAs(read);
		assertThat(this.fixture.executions()).hasSize(1).allMatch((execution) -> execution.rows() == 3);
		assertThat(read.reviews).extracting(Review::text).containsExactly("better", "also good", "good");
		assertThat(read.reviews.get(0).book().get().title).isEqualTo("Solaris");
		read.reviews.clear();
		assertThat(books().fetch(read, "reviews").reviews).hasSize(3);
	}

	@Test
	void fetchesOverTheJoinTableFromBothSides() {
		Shade blue = this.fixture.repository(Shade.class).create(new Shade("blue"));
		ModelRepository<Label> labels = this.fixture.repository(Label.class);
		labels.create(new Label("sf", blue));
		labels.create(new Label("classic", null));
		labels.create(new Label("unused", null));
		relate(this.solaris, "sf");
		relate(this.solaris, "classic");
		relate(this.fiasco, "sf");
		Book read = books().fetch(books().get(this.solaris.id), "labels", "similar");
		assertThat(read.labels).extracting((label) -> label.name).containsExactlyInAnyOrder("classic", "sf");
		assertThat(read.labels).extracting((label) -> label.shade).containsExactlyInAnyOrder(null, blue);
		assertThat(read.similar).isEmpty();
		Label label = labels.fetch(labels.get("sf"), "books");
		assertThat(label.books).extracting((book) -> book.title).containsExactly("Fiasco", "Solaris");
		assertThatExceptionOfType(UnloadedException.class).isThrownBy(() -> label.books.get(0).labels.size());
	}

	@Test
	void makesAJoinTable() {
		Table table = this.fixture.models().get("BookLabels").table();
		assertThat(table.name().name()).isEqualTo("labels");
		assertThat(table.primaryKey().columns()).containsExactly("of_book", "label_name");
		assertThat(table.foreignKeys()).extracting(ForeignKey::columns)
			.containsExactly(List.of("of_book"), List.of("label_name"));
		assertThat(this.fixture.models().get("BookSimilar").table().primaryKey().columns()).containsExactly("book_id",
				"similar_id");
	}

	@Test
	void tellsWhatIsNoCollection() {
		assertThatIllegalArgumentException().isThrownBy(() -> books().fetch(this.solaris, "title"))
			.withMessage(
					"'title' of model 'Book' is nothing that is fetched (known: 'reviews', 'labels', 'similar'); a Ref is read with get()");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.fixture.repository(Review.class).fetch(new Review(1L, "x", 1, null), "book"))
			.withMessage(
					"'book' of model 'Review' is nothing that is fetched (there is none); a Ref is read with get(), and what refers here with a query on the other side");
		assertThatExceptionOfType(NoSuchAttributeException.class)
			.isThrownBy(() -> books().fetch(this.solaris, "review"));
		assertThatIllegalArgumentException().isThrownBy(() -> books().query().filter("reviews", 1))
			.withMessage(
					"'reviews' of model 'Book' is a collection, which has no column; query the other side: 'Review' by 'book'");
		assertThatIllegalArgumentException().isThrownBy(() -> books().query().orderBy("-labels"))
			.withMessageContaining("query the other side: 'BookLabels' by 'book'");
	}

	private Book book(String title) {
		Book book = new Book();
		book.title = title;
		return books().create(book);
	}

	private void review(String text, int stars, Book book) {
		this.fixture.repository(Review.class).create(new Review(null, text, stars, Ref.of(Book.class, book.id)));
	}

	private void relate(Book book, String label) {
		this.fixture.repository("BookLabels")
			.create(new Row().set("book", Ref.of(Book.class, book.id)).set("label", Ref.of(Label.class, label)));
	}

	private ModelRepository<Book> books() {
		return this.fixture.repository(Book.class);
	}

}
