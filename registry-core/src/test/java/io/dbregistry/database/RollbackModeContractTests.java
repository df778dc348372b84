package io.dbregistry.database;

import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataAccessException;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

/**
 * What rollback mode does on every product.
 */
abstract class RollbackModeContractTests extends OwnedDatabaseFixture {

	RollbackModeContractTests(TestServer server) {
		super(server);
	}

	@Test
	void rollbackModeUndoesAllWorkAndKeepsTransactionsApart() {
		Database setUp = database();
		try (Lease lease = setUp.acquire("set up")) {
			createTable(setUp);
		}
		Database database = database((settings) -> settings.rollback(true));
		assertThatExceptionOfType(DatabaseNotOpenException.class).isThrownBy(() -> one(database));
		try (Lease lease = database.acquire("test")) {
			insert(database, 1);
			database.transaction(() -> insert(database, 2));
			assertThatIllegalStateException().isThrownBy(() -> database.transaction(() -> {
				insert(database, 3);
				throw new IllegalStateException("undo");
			}));
			assertThat(count(database)).isEqualTo(2);
		}
		try (Lease lease = setUp.acquire("look")) {
			assertThat(count(setUp)).isZero();
		}
	}

	@Test
	void inRollbackModeAStatementThatFailsIsUndoneAlone() {
		Database database = database((settings) -> settings.rollback(true));
		try (Lease lease = database.acquire("test")) {
			createTable(database);
			insert(database, 1);

			assertThatExceptionOfType(DataAccessException.class).isThrownBy(() -> insert(database, 1));

			insert(database, 2);
			assertThat(count(database)).isEqualTo(2);
			TransactionTemplate serializable = new TransactionTemplate(database.transactionManager());
			serializable.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
			serializable.executeWithoutResult((status) -> insert(database, 3));
			assertThat(count(database)).isEqualTo(3);
		}
		finally {
			dropTableUnlessTransactional();
		}
	}

	/** On H2 and MariaDB creating a table commits. */
	private void dropTableUnlessTransactional() {
		Database cleanUp = database();
		try (Lease lease = cleanUp.acquire("clean up")) {
			cleanUp.jdbcClient().sql("drop table if exists item").update();
		}
	}

}
