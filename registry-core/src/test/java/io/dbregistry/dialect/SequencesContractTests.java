package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What every product with sequences owes those who take numbers from them. */
abstract class SequencesContractTests {

	private final TestServer server;

	SequencesContractTests(TestServer server) {
		this.server = server;
	}

	@Test
	void countsUpInBlocks() throws SQLException {
		assertThat(numbers(new Sequence(QualifiedName.of("book_seq"), 1, 50))).containsExactly(1L, 51L, 101L);
	}

	@Test
	void countsFromAnyNumberInAnyDirection() throws SQLException {
		assertThat(numbers(new Sequence(QualifiedName.of("from_below"), -5, 1))).containsExactly(-5L, -4L, -3L);
		assertThat(numbers(new Sequence(QualifiedName.of("down"), 10, -10))).containsExactly(10L, 0L, -10L);
	}

	@Test
	void takesAnyName() throws SQLException {
		assertThat(numbers(new Sequence(QualifiedName.of("it's \"a\" `Seq`; --"), 7, 1))).containsExactly(7L, 8L, 9L);
	}

	/** The first numbers of a new sequence, which is dropped again. */
	private List<Long> numbers(Sequence sequence) throws SQLException {
		try (TestDatabase database = this.server.create();
				Connection connection = DriverManager.getConnection(database.url(), database.username(),
						database.password());
				Statement statement = connection.createStatement()) {
			Dialect dialect = Dialect.from(connection);
			statement.execute(dialect.ddl().createSequence(sequence));
			List<Long> numbers = new ArrayList<>();
			for (int i = 0; i < 3; i++) {
				try (ResultSet rows = statement.executeQuery(dialect.nextValue(sequence.name()))) {
					rows.next();
					numbers.add(rows.getLong(1));
				}
			}
			statement.execute(dialect.ddl().dropSequence(sequence.name()));
			assertThatExceptionOfType(SQLException.class)
				.isThrownBy(() -> statement.executeQuery(dialect.nextValue(sequence.name())));
			return numbers;
		}
	}

}
