package io.dbregistry.dialect;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;

/**
 * A database of MariaDB, with the character set of the current one, that is dropped
 * afterwards.
 */
final class MariaDbTrial extends Trial {

	private static final String COLLATION = """
			select concat(' character set ', default_character_set_name, ' collate ', default_collation_name)
			from information_schema.schemata where schema_name = database()
			""";

	MariaDbTrial(Dialect dialect) {
		super(dialect);
	}

	@Override
	List<Table> of(Connection connection, List<Table> tables, List<Sequence> sequences) throws SQLException {
		String schema = newName();
		String before = connection.getCatalog();
		String collation = String.join("", AbstractDialect.strings(connection, COLLATION));
		execute(connection, dialect().createSchema(schema) + collation);
		try {
			connection.setCatalog(schema);
			make(connection, tables, sequences);
			return reported(connection, schema);
		}
		finally {
			try {
				execute(connection, "drop schema " + dialect().quoteSchema(schema));
			}
			finally {
				if (before != null) {
					connection.setCatalog(before);
				}
			}
		}
	}

}
