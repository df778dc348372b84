package io.dbregistry.query;

import java.math.BigDecimal;
import java.math.BigInteger;

import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SqliteValueTests extends ValueContractTests {

	SqliteValueTests() {
		super(TestServer.SQLITE);
	}

	@Test
	void refusesNumbersThatWouldChange() {
		ModelRepository<Exact> repository = exacts();
		for (String amount : new String[] { "1234567890123.4567", "9223372036854775808", "0.1234567890123456" }) {
			assertThatExceptionOfType(DataIntegrityViolationException.class)
				.isThrownBy(() -> repository.create(new Exact(null, new BigDecimal(amount), null)))
				.withMessageContaining("'" + amount + "' has more");
		}
		Exact whole = repository.create(new Exact(null, null, BigInteger.valueOf(Long.MIN_VALUE)));
		assertThat(repository.get(whole.id())).isEqualTo(whole);
	}

}
