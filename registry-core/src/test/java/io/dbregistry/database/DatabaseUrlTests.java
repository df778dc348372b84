package io.dbregistry.database;

import java.sql.SQLException;
import java.util.List;
import java.util.Properties;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseUrlTests {

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '\0',
			textBlock = """
					jdbc:postgresql://app:s3cr3t@db/app                               | jdbc:postgresql://app:***@db/app
					jdbc:mysql://app:s3cr3t@x@db:3306/app?user=me                     | jdbc:mysql://app:***@db:3306/app?user=me
					jdbc:mysql://app:p;s3cr3t@db/app                                  | jdbc:mysql://app:***@db/app
					jdbc:mysql://app:p?s3cr3t/x@db/app                                | jdbc:mysql://app:***@db/app
					jdbc:postgresql://db/app?user=me&password=s3cr3t;x&ssl=true       | jdbc:postgresql://db/app?user=me&password=***&ssl=true
					jdbc:postgresql://db/app?sslpassword=s3cr3t                       | jdbc:postgresql://db/app?sslpassword=***
					jdbc:postgresql://db/app?PASSWORD=s3cr3t                          | jdbc:postgresql://db/app?PASSWORD=***
					jdbc:h2:mem:app;USER=sa;PASSWORD=s3cr3t&x;MODE=MySQL              | jdbc:h2:mem:app;USER=sa;PASSWORD=***;MODE=MySQL
					jdbc:h2:mem:app;PASSWORD=s3c\\;r3t;MODE=MySQL                      | jdbc:h2:mem:app;PASSWORD=***;MODE=MySQL
					jdbc:sqlserver://db;user=sa;password={s3;cr}}3t};encrypt=true     | jdbc:sqlserver://db;user=sa;password=***;encrypt=true
					jdbc:db2://db:50000/app:user=me;password=s3cr3t;                  | jdbc:db2://db:50000/app:user=me;password=***;
					jdbc:db2://db:50000/app:password=s3cr3t;                          | jdbc:db2://db:50000/app:password=***;
					jdbc:oracle:thin:scott/s3cr3t@//db:1521/app                       | jdbc:oracle:thin:scott/***@//db:1521/app
					jdbc:mysql://address=(host=db)(user=me)(password=s3cr3t)/app      | jdbc:mysql://address=(host=db)(user=me)(password=***
					jdbc:mysql://(host=db,user=me,password=s3cr3t)/app                | jdbc:mysql://(host=db,user=me,password=***
					jdbc:mariadb://db/app?trustStorePassword=s3cr3t&keyPassword=s3cr3t | jdbc:mariadb://db/app?trustStorePassword=***&keyPassword=***
					jdbc:snowflake://db/?token=s3cr3t&warehouse=w                     | jdbc:snowflake://db/?token=***&warehouse=w
					jdbc:postgresql://db:5432/app                                     | jdbc:postgresql://db:5432/app
					jdbc:postgresql://[::1]:5432/app?user=me                          | jdbc:postgresql://[::1]:5432/app?user=me
					jdbc:h2:file:./data/app;MODE=PostgreSQL                           | jdbc:h2:file:./data/app;MODE=PostgreSQL
					""")
	void printsNoSecret(String url, String printed) {
		assertThat(new DatabaseUrl(url)).hasToString(printed);
		assertThat(printed).doesNotContain("s3c", "r3t", "cr}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "jdbc:postgresql://app:s3cr3t@db/app", "jdbc:h2:mem:app;PASSWORD=s3cr3t",
			"jdbc:mysql://(host=db,password=s3cr3t" })
	void knowsItsSecrets(String url) {
		assertThat(new DatabaseUrl(url).secrets()).containsExactly("s3cr3t");
	}

	@Test
	void keepsSecretsOutOfTheMessagesOfDrivers() {
		SQLException told = new SQLException("outer s3cr3t", "28000", 7, new IllegalStateException("inner s3cr3t"));

		Throwable scrubbed = Secrets.scrub(told, List.of("s3cr3t"));

		assertThat(scrubbed).hasMessageContaining("outer ***")
			.hasRootCauseMessage("java.lang.IllegalStateException: inner ***");
		assertThat(scrubbed).isInstanceOfSatisfying(SQLException.class,
				(sql) -> assertThat(sql.getSQLState()).isEqualTo("28000"));
	}

	@Test
	void keepsSecretsOutOfSuppressedFailuresAndKeepsThose() {
		SQLException failure = new SQLException("outer");
		failure.addSuppressed(new SQLException("suppressed s3cr3t"));

		assertThat(Secrets.scrub(failure, List.of("s3cr3t")).getSuppressed()).singleElement()
			.satisfies((suppressed) -> assertThat(suppressed).hasMessageContaining("suppressed ***"));
	}

	@Test
	void aSecretThatBeginsWithAnotherIsHiddenWhole() {
		Properties properties = new Properties();
		properties.put("sslpassword", "abcdef");
		properties.put("ApplicationName", "shop");

		List<String> secrets = Secrets.of(null, "abc", properties);

		assertThat(secrets).containsExactly("abcdef", "abc");
		assertThat(Secrets.scrub("abcdef abc", secrets)).isEqualTo("*** ***");
	}

	@Test
	void leavesMessagesWithoutSecretsAlone() {
		SQLException failure = new SQLException("refused", new IllegalStateException("closed"));

		assertThat(Secrets.scrub(failure, List.of("s3cr3t"))).isSameAs(failure);
	}

	@Test
	void settingsPrintNoPassword() {
		assertThat(DatabaseSettings.builder().username("app").password("s3cr3t").build().toString()).contains("app")
			.doesNotContain("s3cr3t");
	}

}
