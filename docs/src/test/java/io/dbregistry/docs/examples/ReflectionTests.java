package io.dbregistry.docs.examples;

import java.math.BigDecimal;
import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.docs.Texts;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.Note;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Model;
import io.dbregistry.schema.SchemaMismatchException;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ReflectionTests {

	@Model
	record Item(@Id long id, @Column(length = 200, nullable = false) String title, BigDecimal price) {
	}

	@Test
	void reflection() {
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:reflection")
			.schema("shop")
			.models(Item.class)
			.build();
		try (Lease lease = registry.open()) {
			JdbcClient jdbc = registry.databases().primary().jdbcClient();
			jdbc.sql("create table \"shop\".item (id bigint, title varchar(100), constraint pk_item primary key (id))")
				.update();
			jdbc.sql("create view \"shop\".titles as select title from \"shop\".item").update();
			// tag::read[]
			Metadata shop = registry.reflection().read("primary", "shop");
			Table item = shop.find(new QualifiedName("shop", "item")).orElseThrow();
			List<Note> notes = shop.notes(); // 'shop.titles' is a view, which is not read
			// end::read[]
			assertThat(item.columns()).hasSize(2);
			assertThat(notes).extracting(Note::toString).containsExactly("'shop.titles' is a view, which is not read");
			// tag::compare[]
			for (Change change : registry.reflection().compare("primary")) {
				System.out.println(change.describe());
			}
			// end::compare[]
			assertThat(lines(registry.reflection().compare("primary").stream().map(Change::describe).toList()))
				.isEqualTo(Texts.text("changes"));
			assertThatExceptionOfType(SchemaMismatchException.class).isThrownBy(() -> registry.schemas().validate())
				.satisfies((ex) -> assertThat(lines(ex.getProblems())).isEqualTo(Texts.text("mismatches")));
		}
	}

	private static String lines(List<String> lines) {
		return String.join(System.lineSeparator(), lines);
	}

}
