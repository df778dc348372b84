package io.dbregistry.dialect;

import java.util.List;
import java.util.Optional;

/**
 * The dialects there are.
 */
final class Dialects {

	private static final List<Dialect> ALL = List.of(new H2Dialect(), new PostgreSqlDialect(), new MariaDbDialect(),
			new SqliteDialect());

	private Dialects() {
	}

	static Optional<Dialect> find(String product) {
		return ALL.stream().filter((dialect) -> dialect.product().equalsIgnoreCase(product)).findFirst();
	}

	static List<String> products() {
		return ALL.stream().map(Dialect::product).toList();
	}

}
