package io.dbregistry.query;

import java.io.Serializable;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.stream.Stream;

import io.dbregistry.model.Model;
import io.dbregistry.model.NoSuchAttributeException;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.OneToMany;
import jakarta.persistence.metamodel.ListAttribute;
import jakarta.persistence.metamodel.SingularAttribute;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AttributeNamesTests {

	interface Titled {

		String title();

	}

	@Model
	@Entity
	record Book(@Id @GeneratedValue Long id, String title, int pages, boolean isNew) implements Titled {

		static String titleOf(Book book) {
			return book.title();
		}

	}

	@MappedSuperclass
	abstract static class Base {

		@Id
		@GeneratedValue
		@Nullable Long id;

		public @Nullable Long getId() {
			return this.id;
		}

	}

	@Model
	static class Shop extends Base {

		@Nullable String name;

		boolean open;

		@Nullable String URL;

		@OneToMany(mappedBy = "shop")
		List<Till> tills;

		Shop() {
		}

		Shop(String name, boolean open) {
			this.name = name;
			this.open = open;
		}

		public @Nullable String getName() {
			return this.name;
		}

		public boolean isOpen() {
			return this.open;
		}

		public @Nullable String getURL() {
			return this.URL;
		}

		public List<Till> getTills() {
			return this.tills;
		}

		public String issue() {
			return "none";
		}

	}

	@Model
	static class Till {

		@Id
		@GeneratedValue
		@Nullable Long id;

		@ManyToOne
		@Nullable Shop shop;

	}

	/** As a processor generates it, filled by nobody. */
	abstract static class Book_ {

		static final String TITLE = "title";

		static volatile SingularAttribute<Book, String> title;

	}

	private final QueryFixture fixture = QueryFixture.open(TestServer.H2, Book.class, Shop.class, Till.class);

	@BeforeEach
	void store() {
		this.fixture.repository(Book.class).create(new Book(null, "Solaris", 204, false));
		this.fixture.repository(Book.class).create(new Book(null, "Eden", 400, true));
		this.fixture.repository(Shop.class).create(new Shop("one", true));
		this.fixture.repository(Shop.class).create(new Shop("two", false));
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void namesAttributesByAccessors() {
		assertThat(titles(books().filter(Book::title, "Eden"))).containsExactly("Eden");
		assertThat(titles(books().filter(Book::isNew, true))).containsExactly("Eden");
		assertThat(titles(books().exclude(Book::pages, 400))).containsExactly("Solaris");
		assertThat(titles(books().orderBy(Book::title))).containsExactly("Eden", "Solaris");
		assertThat(titles(books().orderBy(Book::pages))).containsExactly("Solaris", "Eden");
		assertThat(titles(books().orderBy(Titled::title))).containsExactly("Eden", "Solaris");
	}

	@Test
	void namesAttributesByGetters() {
		QuerySet<Shop> shops = this.fixture.repository(Shop.class).query();
		assertThat(shops.filter(Shop::isOpen, true).get().getName()).isEqualTo("one");
		assertThat(shops.exclude(Shop::getName, "one").get().getName()).isEqualTo("two");
		assertThat(shops.orderBy(Shop::getId).first().getName()).isEqualTo("one");
		assertThat(shops.filter(Base::getId, 1).count()).isOne();
		assertThat(shops.filter(Shop::getURL, null).count()).isEqualTo(2);
	}

	@Test
	void namesCollections() {
		ModelRepository<Shop> shops = this.fixture.repository(Shop.class);
		assertThat(shops.fetch(shops.get(1), Shop::getTills).getTills()).isEmpty();
		ListAttribute<Shop, Till> filled = named(ListAttribute.class, "tills");
		assertThat(shops.fetch(shops.get(2), filled).getTills()).isEmpty();
	}

	@Test
	void namesAttributesByTheMetamodel() {
		assertThat(titles(books().filter(Book_.TITLE, "Eden"))).containsExactly("Eden");
		assertThatIllegalArgumentException().isThrownBy(() -> books().filter(Book_.title, "Eden"))
			.withMessage("No attribute of model 'Book' is given; the fields of 'Book_' are empty unless a persistence "
					+ "provider fills them: use the constants with names, or method references");
		SingularAttribute<Book, String> filled = named(SingularAttribute.class, "title");
		assertThat(titles(books().filter(filled, "Eden"))).containsExactly("Eden");
		assertThat(titles(books().exclude(filled, "Eden"))).containsExactly("Solaris");
		assertThat(titles(books().orderBy(filled))).containsExactly("Eden", "Solaris");
	}

	@Test
	void usesOneReferenceOnSeveralModels() {
		Getter<Object> text = Object::toString;
		assertThatExceptionOfType(NoSuchAttributeException.class).isThrownBy(() -> books().orderBy(text))
			.withMessageContaining("Model 'Book' has no attribute 'toString'");
		assertThatExceptionOfType(NoSuchAttributeException.class)
			.isThrownBy(() -> this.fixture.repository(Shop.class).query().orderBy(text))
			.withMessageContaining("Model 'Shop' has no attribute 'toString'");
		assertThatExceptionOfType(NoSuchAttributeException.class)
			.isThrownBy(() -> this.fixture.repository(Shop.class).query().orderBy(Shop::issue))
			.withMessageContaining("Model 'Shop' has no attribute 'issue'");
	}

	@Test
	void tellsWhatIsNoMethodReference() {
		refused((book) -> book.title(), "AttributeNamesTests::lambda$");
		refused(Book::titleOf, "Book::titleOf' names no attribute of model 'Book'; "
				+ "use a reference to the method that gets it, or a name");
		Book other = new Book(null, "other", 1, false);
		refused((Getter<Book> & Serializable) other::equals, "Book::equals");
		refused(new Getter<>() {

			@Override
			public Object get(Book book) {
				return book.title();
			}

		}, "AttributeNamesTests$");
		assertThatIllegalArgumentException().isThrownBy(() -> books().orderBy((Getter<Book>) null))
			.withMessage("No attribute of model 'Book' is given; name one");
	}

	private void refused(Getter<Book> getter, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> books().filter(getter, "x"))
			.withMessageContaining(message)
			.withMessageContaining("' names no attribute of model 'Book'; use a reference");
	}

	@SuppressWarnings("unchecked")
	private static <A> A named(Class<?> type, String name) {
		return (A) Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> Stream.of(name)
					.filter((any) -> method.getName().equals("getName"))
					.findFirst()
					.orElseThrow());
	}

	private static List<String> titles(QuerySet<Book> query) {
		return query.list().stream().map(Book::title).toList();
	}

	private QuerySet<Book> books() {
		return this.fixture.repository(Book.class).query();
	}

}
