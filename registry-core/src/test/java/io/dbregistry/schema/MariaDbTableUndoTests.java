package io.dbregistry.schema;

import java.sql.SQLException;

import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class MariaDbTableUndoTests extends TableUndoContractTests {

	MariaDbTableUndoTests() {
		super(TestServer.MARIADB, 0);
	}

	@Test
	@Timeout(60)
	void leavesTablesThatSomebodyKeeps() throws SQLException {
		leavesTablesThatSomebodyKeeps("lock tables author write");
	}

}
