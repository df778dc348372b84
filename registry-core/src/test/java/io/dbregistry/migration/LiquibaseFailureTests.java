package io.dbregistry.migration;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LiquibaseFailureTests {

	@Test
	void doesNotRepeatTheStatementOfH2() {
		assertThat(LiquibaseFailure.words("Table \"T\" not found; SQL statement:\ncreate user u password 's3cret'"))
			.isEqualTo("Table \"T\" not found");
	}

	@Test
	void settingsDoNotTellTheValuesOfParameters() {
		assertThat(ChangelogSettings.builder().parameters(Map.of("password", "s3cret")).build()).asString()
			.contains("password")
			.doesNotContain("s3cret");
	}

}
