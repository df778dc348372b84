package io.dbregistry.testsupport;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class DatabaseAccessTests {

	@Test
	void takesUserAndPasswordOutOfTheUrl() {
		DatabaseAccess access = DatabaseAccess.from("X",
				"jdbc:postgresql://localhost:5432/postgres?user=ann&sslmode=disable&password=p%26q");
		assertThat(access)
			.isEqualTo(new DatabaseAccess("jdbc:postgresql://localhost:5432/postgres?sslmode=disable", "ann", "p&q"));
		assertThat(access.urlOf("shop")).isEqualTo("jdbc:postgresql://localhost:5432/shop?sslmode=disable");
		assertThat(access.toString()).doesNotContain("p&q");
	}

	@Test
	void namesADatabaseWhereTheUrlHasNone() {
		assertThat(DatabaseAccess.from("X", "jdbc:mariadb://localhost?user=root").urlOf("shop"))
			.isEqualTo("jdbc:mariadb://localhost/shop");
		assertThat(DatabaseAccess.from("X", "jdbc:mariadb://localhost/?user=root").urlOf("shop"))
			.isEqualTo("jdbc:mariadb://localhost/shop");
	}

	@Test
	void refusesAUrlWithoutUserAndKeepsItsSecrets() {
		assertThatIllegalStateException()
			.isThrownBy(
					() -> DatabaseAccess.from("REGISTRY_TEST_POSTGRES_URL", "jdbc:postgresql://h/d?password=secret"))
			.withMessageStartingWith("REGISTRY_TEST_POSTGRES_URL is no JDBC URL with a user")
			.withMessageNotContaining("secret");
	}

}
