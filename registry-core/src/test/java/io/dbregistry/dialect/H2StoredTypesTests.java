package io.dbregistry.dialect;

import java.util.Set;

import io.dbregistry.testsupport.TestServer;

class H2StoredTypesTests extends StoredTypesContractTests {

	H2StoredTypesTests() {
		super(TestServer.H2);
	}

	@Override
	Set<String> refused() {
		return Set.of("BigDecimal 99999999999999999999999999999.0000000000",
				"BigInteger 999999999999999999999999999999999999999", "String xxxxxxxxxxxxxxxxxxxxx");
	}

}
