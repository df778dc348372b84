package io.dbregistry.dialect;

import java.util.Set;

import io.dbregistry.testsupport.TestServer;

class SqliteStoredTypesTests extends StoredTypesContractTests {

	SqliteStoredTypesTests() {
		super(TestServer.SQLITE);
	}

	@Override
	Set<String> refused() {
		return Set.of("arrays", "Double NaN", "Float NaN", "BigDecimal 1234567890123456789012345678.0123456789",
				"BigDecimal 99999999999999999999999999999.0000000000",
				"BigInteger 99999999999999999999999999999999999999",
				"BigInteger 999999999999999999999999999999999999999");
	}

}
