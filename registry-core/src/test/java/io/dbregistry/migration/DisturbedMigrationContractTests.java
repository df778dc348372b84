package io.dbregistry.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.migration.MigrationReport.SchemaResult;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Something happens to the schemas or to the program while it migrates. */
abstract class DisturbedMigrationContractTests extends ManySchemasTestBase {

	DisturbedMigrationContractTests(TestServer server) {
		super(server);
	}

	@Test
	void aSchemaThatIsDroppedMeanwhileIsNamedAndTheOthersAreDone() throws Exception {
		String gone = this.schemas.get(SCHEMAS - 1);
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate(afterwards(1, () -> drop(gone))))
			.satisfies((failure) -> {
				assertThat(failure.getSchema()).isEqualTo(gone);
				assertThat(failure).hasNoSuppressedExceptions();
			});
		this.schemas.remove(gone);
		for (String schema : this.schemas) {
			assertThat(history(schema)).containsExactly("1 1", "2 2");
		}
		try (Connection connection = this.database.connection()) {
			String home = this.database.dialect().findCurrentSchema(connection).orElseThrow();
			assertThat(strings("select table_schema from information_schema.tables where lower(table_name) = 'book'"))
				.doesNotContain(home);
		}
	}

	@Test
	void anInterruptLeavesSchemasWholeAndConnectionsClean() throws Exception {
		Thread runner = Thread.currentThread();
		List<String> before = connections();
		MigrationListener interrupt = afterwards(10, () -> {
			runner.interrupt();
			while (runner.isInterrupted()) { // until it has noticed
				Thread.sleep(1);
			}
			Thread.sleep(100);
		});
		assertThatExceptionOfType(MigrationException.class).isThrownBy(() -> migrate(interrupt))
			.withMessageEndingWith("the thread was interrupted before; migrate again");
		assertThat(Thread.interrupted()).isTrue();
		assertThat(connections()).isEqualTo(before);

		Map<String, Integer> counts = new HashMap<>();
		migrate().schemas().forEach((result) -> counts.put(result.schema(), result.changeSets().size()));
		assertThat(counts.values()).containsOnly(0, 2).hasSize(SCHEMAS);
		for (String schema : this.schemas) {
			assertThat(history(schema)).containsExactly("1 1", "2 2");
		}
	}

	private MigrationReport migrate(MigrationListener listener) {
		return this.registry.migrations()
			.migrate("primary", (options) -> options.schemas(this.schemas.toArray(String[]::new)).listener(listener));
	}

	/** Does something as soon as some schemas are finished; no other one is meanwhile. */
	private static MigrationListener afterwards(int number, Disturbance disturbance) {
		return new MigrationListener() {
			@Override
			public void finished(String database, SchemaResult result, int finished, int total) {
				if (finished == number) {
					try {
						disturbance.happen();
					}
					catch (Exception ex) {
						throw new IllegalStateException(ex);
					}
				}
			}
		};
	}

	/** How several connections of the pool are. */
	private List<String> connections() throws SQLException {
		List<Connection> open = new ArrayList<>();
		List<String> states = new ArrayList<>();
		try {
			for (int i = 0; i < 5; i++) {
				Connection connection = this.database.connection();
				open.add(connection);
				states.add(this.database.dialect().findCurrentSchema(connection) + " " + connection.getAutoCommit());
			}
		}
		finally {
			for (Connection connection : open) {
				connection.close();
			}
		}
		return states;
	}

	/** What happens in the middle of a migration. */
	private interface Disturbance {

		void happen() throws Exception;

	}

}
