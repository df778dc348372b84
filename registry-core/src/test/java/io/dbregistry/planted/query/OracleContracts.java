package io.dbregistry.planted.query;

/** Holds a contract and one class that runs it under a name that says no product. */
final class OracleContracts {

	private OracleContracts() {
	}

	abstract static class PlantedContractTests {

	}

	static final class NamelessTests extends PlantedContractTests {

	}

	static final class MariaDbPlantedTests extends PlantedContractTests {

	}

}
