package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;

import io.dbregistry.metadata.QualifiedName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class H2NamesTests {

	@ParameterizedTest
	@ValueSource(strings = { "", ";DATABASE_TO_UPPER=FALSE", ";DATABASE_TO_LOWER=TRUE",
			";CASE_INSENSITIVE_IDENTIFIERS=TRUE" })
	void findsWhatHandWrittenSqlMade(String options) throws SQLException {
		try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:" + options);
				Statement statement = connection.createStatement()) {
			Dialect dialect = Dialect.from(connection);
			statement.execute("create schema " + dialect.quoteSchema("mixed Case"));
			connection.setSchema("mixed Case");
			statement.execute("create table book(title int)");
			assertThat(statement.executeQuery("select %s from %s".formatted(dialect.quote("title"),
					dialect.quote(new QualifiedName("mixed Case", "book")))))
				.isNotNull();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "Book", "BOOK", "a b", "x\"; drop table book; --" })
	void takesEveryOtherNameExactly(String name) throws SQLException {
		try (Connection connection = DriverManager.getConnection("jdbc:h2:mem:")) {
			assertThat(Dialect.from(connection).stored(name)).isEqualTo(name);
		}
	}

}
