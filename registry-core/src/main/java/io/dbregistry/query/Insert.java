package io.dbregistry.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.ValueCodec;
import io.dbregistry.metadata.Column;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.ModelType;
import org.jspecify.annotations.Nullable;

/**
 * An insert of some attributes and the values that it answers with, which the database
 * made.
 */
final class Insert {

	private final ModelType<?> model;

	private final InsertStatement statement;

	private final List<Returned> returned;

	/**
	 * The columns whose values JDBC is asked for, none when the statement itself answers.
	 */
	private final List<String> jdbcKeys;

	/**
	 * Compiles an insert.
	 * @param given the attributes whose columns are set
	 * @param returned the attributes, each of one column, whose values are the answer
	 */
	Insert(ModelType<?> model, List<Attribute> given, List<Attribute> returned, Dialect dialect) {
		this.model = model;
		this.statement = InsertStatement.compile(model, InsertedValue.of(given), returned, dialect);
		this.returned = returned.stream()
			.map((attribute) -> new Returned(attribute, new AttributeChange(model, attribute),
					ColumnCodecs.of(attribute, dialect).get(0)))
			.toList();
		List<String> columns = returned.stream()
			.flatMap((attribute) -> attribute.columns().stream())
			.map(Column::name)
			.toList();
		boolean answers = columns.isEmpty() || dialect.findInsertReturning(columns.get(0)).isPresent();
		this.jdbcKeys = answers ? List.of() : columns.stream().map(dialect::stored).toList();
	}

	/**
	 * Stores an object.
	 * @return the object with what the database made for it
	 */
	<T> T store(T object, StatementRunner runner, Target target) {
		List<@Nullable Object> made = new ArrayList<>();
		runner.run(target.database(), this.statement.sql().render(target), this.jdbcKeys, "create", (prepared) -> {
			this.statement.bind(prepared, object);
			return this.returned.isEmpty() ? prepared.executeUpdate() : insert(prepared, made);
		});
		T stored = object;
		for (int i = 0; i < this.returned.size(); i++) {
			Attribute attribute = this.returned.get(i).attribute();
			Object value = made.isEmpty() ? null : made.get(i);
			if (value == null) {
				throw new IllegalStateException("The row of model '%s' in %s was stored without '%s'"
					.formatted(this.model, target, attribute.name()));
			}
			stored = this.returned.get(i).change().apply(stored, value);
		}
		return stored;
	}

	private long insert(PreparedStatement prepared, List<@Nullable Object> made) throws SQLException {
		try (ResultSet rows = execute(prepared)) {
			long count = 0;
			while (rows.next()) { // to the end: only then has SQLite committed
				for (int i = 0; i < this.returned.size(); i++) {
					made.add(this.returned.get(i).codec().read(rows, i + 1));
				}
				count++;
			}
			return count;
		}
	}

	private ResultSet execute(PreparedStatement prepared) throws SQLException {
		if (this.jdbcKeys.isEmpty()) {
			return prepared.executeQuery();
		}
		prepared.executeUpdate();
		return prepared.getGeneratedKeys();
	}

	/**
	 * A value that the database makes.
	 *
	 * @param attribute the attribute that gets it
	 * @param change gives it to an object
	 * @param codec reads it from the answer
	 */
	private record Returned(Attribute attribute, AttributeChange change, ValueCodec codec) {

	}

}
