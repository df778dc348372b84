package io.dbregistry.dialect;

import java.util.Set;

import io.dbregistry.testsupport.TestServer;

class MariaDbStoredTypesTests extends StoredTypesContractTests {

	MariaDbStoredTypesTests() {
		super(TestServer.MARIADB);
	}

	@Override
	Set<String> refused() {
		return Set.of("arrays", "LocalDate -999999999-01-01", "LocalDate +999999999-12-31", "LocalDate -0001-01-01",
				"LocalDate +10000-01-01", "LocalDateTime -4000-01-01T00:00", "LocalDateTime -0001-01-01T00:00",
				"LocalDateTime 0000-01-01T00:00", "LocalDateTime +10000-01-01T00:00",
				"LocalDateTime +290000-01-01T00:00", "Instant -4000-01-01T00:00:00Z", "Instant -0001-01-01T00:00:00Z",
				"Instant 0000-01-01T00:00:00Z", "Instant +10000-01-01T00:00:00Z", "Instant +290000-01-01T00:00:00Z",
				"Double NaN", "Double Infinity", "Double -Infinity", "Float NaN", "Float Infinity",
				"BigDecimal 99999999999999999999999999999.0000000000",
				"BigInteger 999999999999999999999999999999999999999", "String xxxxxxxxxxxxxxxxxxxxx");
	}

}
