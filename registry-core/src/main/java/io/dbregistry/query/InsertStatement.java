package io.dbregistry.query;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Collections;
import java.util.List;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.ValueCodec;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.ModelType;
import org.jspecify.annotations.Nullable;

/**
 * An insert and the method handle that binds an object to it.
 */
final class InsertStatement {

	private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

	private static final MethodHandle BIND_VALUE = Handles.find(LOOKUP, "bindValue",
			MethodType.methodType(void.class, ValueCodec.class, int.class, PreparedStatement.class, Object.class));

	private static final MethodHandle BIND_REFERENCE = Handles.find(LOOKUP, "bindReference", MethodType
		.methodType(void.class, Attribute.class, List.class, int.class, PreparedStatement.class, Object.class));

	private static final MethodType BINDER = MethodType.methodType(void.class, PreparedStatement.class, Object.class);

	private final SqlTemplate sql;

	/** Of type {@link #BINDER}. */
	private final MethodHandle binder;

	private InsertStatement(SqlTemplate sql, MethodHandle binder) {
		this.sql = sql;
		this.binder = binder;
	}

	/**
	 * Compiles an insert.
	 * @param values the attributes whose columns are set
	 * @param returned the attributes whose columns are the answer
	 */
	static InsertStatement compile(ModelType<?> model, List<InsertedValue> values, List<Attribute> returned,
			Dialect dialect) {
		MethodHandle binder = MethodHandles.empty(BINDER);
		int index = 1;
		for (InsertedValue value : values) {
			binder = MethodHandles.foldArguments(binder, binder(value, index, dialect));
			index += value.attribute().columns().size();
		}
		List<Attribute> set = values.stream().map(InsertedValue::attribute).toList();
		return new InsertStatement(sql(model.table().name(), names(set, dialect), names(returned, dialect), dialect),
				binder);
	}

	private static MethodHandle binder(InsertedValue value, int index, Dialect dialect) {
		Attribute attribute = value.attribute();
		List<ValueCodec> codecs = ColumnCodecs.of(attribute, dialect);
		MethodHandle bind = (attribute.kind() == Attribute.Kind.BASIC)
				? MethodHandles.insertArguments(BIND_VALUE, 0, codecs.get(0), index)
				: MethodHandles.insertArguments(BIND_REFERENCE, 0, attribute, codecs, index);
		return MethodHandles.filterArguments(bind, 1, value.getter());
	}

	private static List<String> names(List<Attribute> attributes, Dialect dialect) {
		return attributes.stream()
			.flatMap((attribute) -> attribute.columns().stream())
			.map((column) -> dialect.quote(column.name()))
			.toList();
	}

	private static SqlTemplate sql(QualifiedName table, List<String> names, List<String> returned, Dialect dialect) {
		String values = names.isEmpty() ? dialect.emptyInsert() : " (" + String.join(", ", names) + ") values ("
				+ String.join(", ", Collections.nCopies(names.size(), "?")) + ")";
		String returning = returned.isEmpty() ? ""
				: dialect.findInsertReturning(String.join(", ", returned)).orElse("");
		return new SqlTemplate.Builder(dialect).append("insert into ")
			.ownTable(table)
			.append(values + returning)
			.build();
	}

	SqlTemplate sql() {
		return this.sql;
	}

	/**
	 * Sets all parameters to the values of an object.
	 */
	void bind(PreparedStatement statement, Object object) throws SQLException {
		try {
			this.binder.invokeExact(statement, object);
		}
		catch (SQLException ex) {
			throw ex;
		}
		catch (Throwable ex) {
			throw Handles.unchecked(ex);
		}
	}

	private static void bindValue(ValueCodec codec, int index, PreparedStatement statement, @Nullable Object value)
			throws SQLException {
		codec.bind(statement, index, value);
	}

	private static void bindReference(Attribute attribute, List<ValueCodec> codecs, int index,
			PreparedStatement statement, @Nullable Object value) throws SQLException {
		List<@Nullable Object> values = ColumnValues.of(attribute, value);
		for (int i = 0; i < values.size(); i++) {
			codecs.get(i).bind(statement, index + i, values.get(i));
		}
	}

}
