package io.dbregistry.dialect;

import java.util.List;
import java.util.Optional;

/**
 * The dialects there are.
 */
final class Dialects {

	private static final Dialect H2_AS_WRITTEN = new H2Dialect(false);

	private static final Dialect H2 = new H2Dialect(true);

	private static final List<Dialect> ALL = List.of(H2, new PostgreSqlDialect(), new MariaDbDialect(),
			new SqliteDialect());

	private Dialects() {
	}

	/**
	 * The dialect of a product.
	 * @param upperCase whether unquoted names become upper case in this database
	 */
	static Optional<Dialect> find(String product, boolean upperCase) {
		return ALL.stream()
			.filter((dialect) -> dialect.product().equalsIgnoreCase(product))
			.findFirst()
			.map((dialect) -> (dialect == H2 && !upperCase) ? H2_AS_WRITTEN : dialect);
	}

	static List<String> products() {
		return ALL.stream().map(Dialect::product).toList();
	}

}
