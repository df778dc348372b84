package io.dbregistry.testsupport;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class WrongProductTests {

	@Test
	void noTestRunsOnAnotherProductThanItsOwn() {
		assertThatIllegalStateException().isThrownBy(() -> TestDatabase.create(TestServer.POSTGRESQL, new H2Server()))
			.withMessageStartingWith("A test for 'PostgreSQL' was given 'H2' at 'jdbc:h2:mem:registry_");
	}

}
