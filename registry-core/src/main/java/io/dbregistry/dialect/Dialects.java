package io.dbregistry.dialect;

import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;

/**
 * The dialects there are.
 */
final class Dialects {

	private static final Dialect H2_AS_WRITTEN = new H2Dialect(false);

	private static final Dialect H2 = new H2Dialect(true);

	private static final List<Dialect> ALL = List.of(H2, new PostgreSqlDialect(), new MariaDbDialect(),
			new SqliteDialect(), new SqlServerDialect());

	private Dialects() {
	}

	/** The dialect of the product that answers; an application's own goes first. */
	static Dialect find(DatabaseMetaData metaData) throws SQLException {
		for (DialectProvider provider : ServiceLoader.load(DialectProvider.class)) {
			Optional<Dialect> dialect = provider.findDialect(metaData);
			if (dialect.isPresent()) {
				return dialect.get();
			}
		}
		String product = metaData.getDatabaseProductName();
		return find(product, metaData.storesUpperCaseIdentifiers())
			.orElseThrow(() -> new UnsupportedProductException(product, products()));
	}

	/** One of the registry's own dialects. */
	static Dialect named(String product) {
		return find(product, true).orElseThrow(() -> new UnsupportedProductException(product, products()));
	}

	/**
	 * The dialect of a product.
	 * @param upperCase whether unquoted names become upper case in this database
	 */
	private static Optional<Dialect> find(String product, boolean upperCase) {
		return ALL.stream()
			.filter((dialect) -> dialect.product().equalsIgnoreCase(product))
			.findFirst()
			.map((dialect) -> (dialect == H2 && !upperCase) ? H2_AS_WRITTEN : dialect);
	}

	private static List<String> products() {
		return ALL.stream().map(Dialect::product).toList();
	}

}
