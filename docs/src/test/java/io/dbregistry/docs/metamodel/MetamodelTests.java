package io.dbregistry.docs.metamodel;

import java.math.BigDecimal;
import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.model.Ref;
import io.dbregistry.query.ModelRepository;
import jakarta.persistence.metamodel.SingularAttribute;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Names attributes by what {@code hibernate-processor} generates.
 */
class MetamodelTests {

	private final Registry registry = Registry.builder()
		.database("jdbc:h2:mem:metamodel")
		.models(Author.class, Book.class)
		.build();

	@Test
	void attributesAreNamedByConstants() {
		try (Lease lease = this.registry.open()) {
			this.registry.schemas().createAll();
			ModelRepository<Book> books = this.registry.repository(Book.class);
			Author author = this.registry.repository(Author.class).create(new Author(null, "Stanislaw Lem"));
			Ref<Author> lem = Ref.of(Author.class, author.id());
			books.create(new Book(null, "Solaris", lem, new BigDecimal("7.50")));
			books.create(new Book(null, "Solaris", lem, new BigDecimal("9.90")));
			// tag::names[]
			List<Book> found = books.query()
				.filter(Book_.TITLE, "Solaris")
				.filter(Book_.AUTHOR, author)
				.orderBy("-" + Book_.PRICE)
				.list();
			// end::names[]
			assertThat(found).extracting(Book::price).containsExactly(new BigDecimal("9.90"), new BigDecimal("7.50"));
			assertThat(lease).isNotNull();
		}
	}

	@Test
	void aReferenceHasTheTypeOfItsTarget() {
		SingularAttribute<Book, Author> author = Book_.author;
		assertThat(author).isNull();
	}

	@Test
	void fieldsThatNoProviderHasFilledAreRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.registry.query(Book.class).filter(Book_.title, "Solaris"))
			.withMessageContaining("use the constants with names");
	}

}
