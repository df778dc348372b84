package io.dbregistry.dialect;

import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Dialects that applications bring. */
class DialectProviderTests {

	private static final Dialect PLANTED = new H2Dialect(false);

	/** Found by the file in {@code META-INF/services}. */
	public static final class Planted implements DialectProvider {

		@Override
		public Optional<Dialect> findDialect(DatabaseMetaData metaData) throws SQLException {
			return metaData.getDatabaseProductName().equals("Planted") ? Optional.of(PLANTED) : Optional.empty();
		}

	}

	@Test
	void findsTheDialectOfTheApplication() throws SQLException {
		assertThat(Dialect.from(connection("Planted"))).isSameAs(PLANTED);
	}

	@Test
	void leavesOtherProductsToItsOwn() throws SQLException {
		assertThat(Dialect.from(connection("PostgreSQL")).product()).isEqualTo("PostgreSQL");
		assertThat(Dialect.from(connection("Microsoft SQL Server")).product()).isEqualTo("Microsoft SQL Server");
		assertThatExceptionOfType(UnsupportedProductException.class).isThrownBy(() -> Dialect.from(connection("Derby")))
			.withMessageContaining("'Derby'")
			.withMessageContaining("DialectProvider");
	}

	/** A connection that knows nothing but the name of its product. */
	private static Connection connection(String product) {
		DatabaseMetaData metaData = proxy(DatabaseMetaData.class, product);
		return proxy(Connection.class, metaData);
	}

	private static <T> T proxy(Class<T> type, Object answer) {
		return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
				(proxy, method, arguments) -> method.getReturnType().equals(boolean.class) ? Boolean.FALSE : answer));
	}

}
