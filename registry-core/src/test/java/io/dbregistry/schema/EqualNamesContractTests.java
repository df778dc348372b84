package io.dbregistry.schema;

import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.dbregistry.database.Databases;
import io.dbregistry.dialect.UnsupportedNameException;
import io.dbregistry.metadata.Change;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.UniqueConstraint;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What every product owes indexes and constraints of one name in two tables. */
abstract class EqualNamesContractTests extends SchemaTestBase {

	EqualNamesContractTests(TestServer server) {
		super(server);
	}

	@Model
	@Table(indexes = @Index(name = "ix_name", columnList = "name"))
	record Author(@Id long id, @Column(length = 20) String name) {
	}

	@Model
	@Table(indexes = @Index(name = "ix_name", columnList = "name"))
	record Publisher(@Id long id, @Column(length = 20) String name) {
	}

	@Test
	void takeIndexesOfOneName() {
		assertTaken("ix_name", this.server == TestServer.MARIADB, Author.class, Publisher.class);
	}

	@Model
	@Table(uniqueConstraints = @UniqueConstraint(name = "uk_name", columnNames = "name"))
	record City(@Id long id, @Column(length = 20) String name) {
	}

	@Model
	@Table(uniqueConstraints = @UniqueConstraint(name = "uk_name", columnNames = "name"))
	record Country(@Id long id, @Column(length = 20) String name) {
	}

	@Test
	void takeUniqueConstraintsOfOneName() {
		assertTaken("uk_name", this.server == TestServer.MARIADB || this.server == TestServer.SQLITE, City.class,
				Country.class);
	}

	@Model
	record Book(@Id long id, @JoinColumn(foreignKey = @ForeignKey(name = "fk_author")) @ManyToOne Ref<Author> author) {
	}

	@Model
	record Letter(@Id long id,
			@JoinColumn(foreignKey = @ForeignKey(name = "fk_author")) @ManyToOne Ref<Author> author) {
	}

	@Test
	void takeForeignKeysOfOneName() {
		assertTaken("fk_author", this.server == TestServer.POSTGRESQL || this.server == TestServer.SQLITE, Author.class,
				Book.class, Letter.class);
	}

	private void assertTaken(String name, boolean taken, Class<?>... types) {
		Schemas schemas = schemas(types);
		if (taken) {
			schemas.createAll();
			assertThat(Reflection.of(Databases.of(Map.of("primary", this.database)), models(types)).compare("primary"))
				.extracting(Change::describe)
				.isEmpty();
			return;
		}
		String first = types[types.length - 2].getSimpleName().toLowerCase(Locale.ROOT);
		String second = types[types.length - 1].getSimpleName().toLowerCase(Locale.ROOT);
		assertThatExceptionOfType(SchemaException.class).isThrownBy(schemas::createAll)
			.withCauseInstanceOf(UnsupportedNameException.class)
			.withMessageEndingWith("Name '%s' cannot be used in %s: tables '%s' and '%s' both have it for an index or "
					+ "constraint; give one of them another", name, this.server.productName(), first, second);
		for (Class<?> type : List.of(types)) {
			assertRefused("select * from " + type.getSimpleName());
		}
	}

}
