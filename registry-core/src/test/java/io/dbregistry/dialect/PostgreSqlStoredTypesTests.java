package io.dbregistry.dialect;

import java.util.Set;

import io.dbregistry.testsupport.TestServer;

class PostgreSqlStoredTypesTests extends StoredTypesContractTests {

	PostgreSqlStoredTypesTests() {
		super(TestServer.POSTGRESQL);
	}

	@Override
	Set<String> refused() {
		return Set.of("OffsetTime 12:00+18:00", "OffsetTime 12:00-18:00",
				"BigDecimal 99999999999999999999999999999.0000000000",
				"BigInteger 999999999999999999999999999999999999999", "String xxxxxxxxxxxxxxxxxxxxx", "String \u0000",
				"Character \u0000");
	}

}
