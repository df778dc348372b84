package io.dbregistry.schema;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

import io.dbregistry.dialect.Ddl;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.TableFilter;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.Mutation;
import io.dbregistry.metadata.Table;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Single mutations of twelve tables: made by statements, read back, compared with the
 * target made directly, and undone.
 */
abstract class AlterationContractTests extends SchemaTestBase {

	AlterationContractTests(TestServer server) {
		super(server);
	}

	@Test
	void mutationsLeadToTheirTargetAndBack() {
		Metadata start = normal(Mutation.tables(this.database.dialect()));
		List<String> failures = new ArrayList<>();
		create(start);
		for (Mutation mutation : Mutation.all(this.database.dialect())) {
			try {
				check(mutation, start);
			}
			catch (IllegalStateException | AssertionError ex) {
				failures.add(mutation + ": " + ex.getMessage());
				close();
				open();
				create(start);
			}
		}
		assertThat(failures).isEmpty();
	}

	private void check(Mutation mutation, Metadata start) {
		Metadata target = normal(mutation.apply(Mutation.tables(this.database.dialect())));
		Metadata before = live();
		List<Change> changes = mutation.changes(start, target);
		List<Change> back = new ArrayList<>(changes.stream().map(Change::inverse).toList());
		Collections.reverse(back);
		executeTogether(ddl().alter(start, changes));
		Metadata changed = live();
		executeTogether(ddl().alter(start.apply(changes), back));
		assertThat(Metadata.diff(before, live())).as("undone").isEmpty();
		execute(ddl().dropTables(List.copyOf(start.tables())));
		create(target);
		assertThat(Metadata.diff(live(), changed)).as("beside the target made directly").isEmpty();
		execute(ddl().dropTables(List.copyOf(target.tables())));
		create(start);
	}

	@Test
	void mutationsAreFound() {
		Metadata start = normal(Mutation.tables(this.database.dialect()));
		assertThat(Mutation.all(this.database.dialect())).hasSize(68)
			.filteredOn((mutation) -> mutation
				.changes(start, normal(mutation.apply(Mutation.tables(this.database.dialect()))))
				.isEmpty())
			.extracting(Mutation::name)
			.containsExactlyElementsOf(same());
	}

	/** The mutations of types that are one to this product. */
	abstract List<String> same();

	private Metadata normal(Collection<Table> tables) {
		return Metadata.of("primary", tables.stream().map(this.database.dialect()::normalForm).toList());
	}

	private void create(Metadata metadata) {
		execute(ddl().createTables(List.copyOf(metadata.tables())).stream().map(Ddl.Step::sql).toList());
	}

	private Ddl ddl() {
		return this.database.dialect().ddl();
	}

	private void execute(List<String> statements) {
		statements.forEach(this::execute);
	}

	/** In one transaction where that undoes them. */
	private void executeTogether(List<String> statements) {
		try (Connection connection = this.database.connection(); Statement statement = connection.createStatement()) {
			connection.setAutoCommit(!ddl().isTransactional());
			for (String sql : statements) {
				statement.execute(sql);
			}
			if (ddl().isTransactional()) {
				connection.commit();
				connection.setAutoCommit(true);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Metadata live() {
		try (Connection connection = this.database.connection()) {
			Dialect dialect = this.database.dialect();
			return Metadata.of("primary",
					dialect.catalog()
						.read(connection, dialect.findCurrentSchema(connection).orElse(null), TableFilter.all())
						.tables());
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
