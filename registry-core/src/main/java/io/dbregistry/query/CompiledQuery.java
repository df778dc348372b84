package io.dbregistry.query;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;

import io.dbregistry.dialect.ValueCodec;
import org.jspecify.annotations.Nullable;

/**
 * The SQL of one shape and how its conditions are bound.
 *
 * @param sql the statement
 * @param codecs the codecs of the conditions' parameters, in order
 */
record CompiledQuery(SqlTemplate sql, List<ValueCodec> codecs) {

	/**
	 * Binds the values of conditions, from the last one backwards as they are linked.
	 */
	void bind(PreparedStatement statement, @Nullable Condition last) throws SQLException {
		int index = this.codecs.size();
		for (Condition condition = last; condition != null; condition = condition.previous()) {
			List<@Nullable Object> values = condition.values();
			for (int i = values.size() - 1; i >= 0; i--) {
				this.codecs.get(index - 1).bind(statement, index, values.get(i));
				index--;
			}
		}
	}

	/**
	 * Binds values in order.
	 */
	void bind(PreparedStatement statement, List<@Nullable Object> values) throws SQLException {
		for (int i = 0; i < values.size(); i++) {
			this.codecs.get(i).bind(statement, i + 1, values.get(i));
		}
	}

}
