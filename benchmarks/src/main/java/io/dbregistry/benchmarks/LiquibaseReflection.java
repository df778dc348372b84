package io.dbregistry.benchmarks;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

import liquibase.CatalogAndSchema;
import liquibase.database.Database;
import liquibase.database.DatabaseFactory;
import liquibase.database.jvm.JdbcConnection;
import liquibase.diff.DiffGeneratorFactory;
import liquibase.diff.DiffResult;
import liquibase.diff.compare.CompareControl;
import liquibase.snapshot.DatabaseSnapshot;
import liquibase.snapshot.SnapshotControl;
import liquibase.snapshot.SnapshotGeneratorFactory;
import liquibase.structure.core.Column;
import liquibase.structure.core.Table;
import liquibase.util.LiquibaseUtil;
import org.jspecify.annotations.Nullable;

/**
 * A snapshot of a schema by Liquibase, compared with one taken before.
 */
final class LiquibaseReflection implements Contender {

	private final ReflectedPlace place;

	private @Nullable DatabaseSnapshot desired;

	/** The one of the snapshot before, which is asked for the server's version again. */
	private @Nullable Connection reference;

	LiquibaseReflection(ReflectedPlace place) {
		this.place = place;
	}

	@Override
	public Product product() {
		return new Product("Liquibase", LiquibaseUtil.getBuildVersion());
	}

	@Override
	public void prepare() throws Exception {
		if (this.desired == null) {
			this.place.restore();
			this.reference = this.place.dataSource().getConnection();
			this.desired = snapshot(this.reference);
		}
		this.place.lose();
	}

	@Override
	public long run() throws Exception {
		try (Connection connection = this.place.dataSource().getConnection()) {
			DatabaseSnapshot actual = snapshot(connection);
			DiffResult result = DiffGeneratorFactory.getInstance()
				.compare(Objects.requireNonNull(this.desired), actual, CompareControl.STANDARD);
			ReflectedPlace.requireFound(result.getMissingObjects(Column.class)
				.stream()
				.map((column) -> column.getRelation().getName() + "." + column.getName())
				.toList());
			return actual.get(Table.class).size();
		}
	}

	@Override
	public void close() throws SQLException {
		if (this.reference != null) {
			this.reference.close();
		}
	}

	private static DatabaseSnapshot snapshot(Connection connection) throws Exception {
		Database database = DatabaseFactory.getInstance()
			.findCorrectDatabaseImplementation(new JdbcConnection(connection));
		return SnapshotGeneratorFactory.getInstance()
			.createSnapshot(CatalogAndSchema.DEFAULT, database, new SnapshotControl(database));
	}

}
