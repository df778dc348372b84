package io.dbregistry;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.dbregistry.dialect.Ddl;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.OtherJvm;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each JVM iterates over unordered sets and maps in an order of its own; none of that may
 * be seen.
 */
class SameDdlInAnyJvmTests {

	@Model
	@Table(indexes = { @Index(columnList = "title, price desc"), @Index(columnList = "price") },
			uniqueConstraints = @UniqueConstraint(columnNames = { "title", "author_id" }),
			check = { @CheckConstraint(constraint = "price >= 0"), @CheckConstraint(constraint = "price < 1000") })
	record Book(@Id @GeneratedValue Long id, @Column(length = 200) String title, @ManyToOne Ref<Author> author,
			@ManyToOne Ref<Publisher> publisher, long price,
			@Column(columnDefinition = "json") Map<String, Object> extra) {
	}

	@Model
	record Author(@Id @GeneratedValue Long id, @Column(unique = true) String name, @ManyToOne Ref<Book> best) {
	}

	@Model(schema = "houses")
	record Publisher(@Id String name, @ManyToOne Ref<Publisher> parent) {
	}

	@Model(reflected = true)
	record Ledger(@Id Long id) {
	}

	@Test
	void theSameModelsGiveTheSameBytes(@TempDir Path directory) throws Exception {
		byte[] first = OtherJvm.run(SameDdlInAnyJvmTests.class, directory.resolve("first"));
		byte[] second = OtherJvm.run(SameDdlInAnyJvmTests.class, directory.resolve("second"));
		assertThat(second).isEqualTo(first);
		assertThat(new String(first, StandardCharsets.UTF_8)).contains("houses", "publisher", "create index")
			.doesNotContain("ledger");
	}

	/** Prints the DDL of the models for the products that need no server. */
	public static void main(String[] arguments) throws SQLException {
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:ddl")
			.schema("shop")
			.models(Book.class, Author.class, Publisher.class, Ledger.class)
			.build();
		Metadata metadata = registry.metadata();
		List<io.dbregistry.metadata.Table> managed = metadata.tables()
			.stream()
			.filter((table) -> metadata.isManaged(table.name()))
			.toList();
		for (String url : List.of("jdbc:h2:mem:", "jdbc:sqlite::memory:")) {
			try (Connection connection = DriverManager.getConnection(url)) {
				Dialect dialect = Dialect.from(connection);
				dialect.ddl().createTables(managed).stream().map(Ddl.Step::sql).forEach(System.out::println);
				dialect.ddl().dropTables(managed).forEach(System.out::println);
			}
		}
	}

}
