package io.dbregistry.schema;

import java.sql.SQLException;

import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class PostgreSqlTableUndoTests extends TableUndoContractTests {

	PostgreSqlTableUndoTests() {
		super(TestServer.POSTGRESQL, 260);
	}

	@Test
	@Timeout(60)
	void leavesTablesThatSomebodyKeeps() throws SQLException {
		leavesTablesThatSomebodyKeeps("alter table author add column more int");
	}

}
