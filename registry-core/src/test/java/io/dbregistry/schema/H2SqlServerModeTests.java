package io.dbregistry.schema;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseSettings;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.dialect.UnsupportedFeatureException;
import io.dbregistry.dialect.UnsupportedNameException;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.model.Models;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.jdbc.datasource.AbstractDataSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * The experimental dialect of SQL Server, on an H2 in its compatibility mode that says it
 * were one.
 */
class H2SqlServerModeTests {

	private final Database database = Database.adopt("primary", new SqlServerMode(),
			DatabaseSettings.builder().build());

	private final Lease lease = this.database.acquire("test");

	private final Schemas schemas = schemas();

	private Schemas schemas(Class<?>... types) {
		return Schemas.of(Databases.of(Map.of("primary", this.database)), Models.from(List.of(types), List.of()));
	}

	@AfterEach
	void close() {
		this.database.jdbcClient().sql("shutdown immediately").update();
		this.lease.close();
	}

	@Test
	void tellsTheDefaultSchema() {
		assertThat(this.database.dialect().product()).isEqualTo("Microsoft SQL Server");
		assertThat(this.schemas.findDefaultName()).contains("dbo");
	}

	@Test
	void createsListsAndDropsSchemas() {
		String name = "x\"]; drop table users; --";
		this.schemas.create(name);
		assertThat(this.schemas.names()).contains("dbo", name);
		assertThatExceptionOfType(SchemaException.class).isThrownBy(() -> this.schemas.create(name));
		this.schemas.create(name, (create) -> create.ifNotExists());
		this.database.jdbcClient()
			.sql("create table " + this.database.dialect().quoteSchema(name) + ".book (id int)")
			.update();
		assertThat(this.schemas.tree().databases().get(0).schemas())
			.contains(new SchemaTree.InSchema(name, List.of("BOOK")));
		assertThatExceptionOfType(SchemaException.class).isThrownBy(() -> this.schemas.drop(name))
			.withMessageContaining("is not empty: it has 'base table BOOK'");
		assertThatExceptionOfType(UnsupportedFeatureException.class)
			.isThrownBy(() -> this.schemas.drop(name, (drop) -> drop.cascade()));
		this.database.jdbcClient().sql("drop table " + this.database.dialect().quoteSchema(name) + ".book").update();
		this.schemas.drop(name);
		assertThat(this.schemas.names()).doesNotContain(name);
	}

	@Test
	void protectsTheSchemasOfTheProduct() {
		for (String schema : List.of("dbo", "DBO", "sys", "guest", "INFORMATION_SCHEMA", "db_owner")) {
			assertThatExceptionOfType(ProtectedSchemaException.class).isThrownBy(() -> this.schemas.drop(schema));
		}
		assertThatExceptionOfType(UnsupportedNameException.class)
			.isThrownBy(() -> this.schemas.create("x".repeat(129)));
	}

	@Test
	void refusesAllElse() {
		var dialect = this.database.dialect();
		QualifiedName name = QualifiedName.of("x");
		List<Runnable> uses = List.of(() -> dialect.catalog(), () -> dialect.codec(String.class, ColumnType.varchar(1)),
				() -> dialect.page(true, false), () -> dialect.emptyInsert(), () -> dialect.findInsertReturning("x"),
				() -> dialect.nextValue(name), () -> dialect.ddl().type(ColumnType.varchar(1)),
				() -> dialect.ddl().dropSequence(name), () -> dialect.requireArrays("x"),
				() -> schemas(SchemasContractTests.Author.class).create("shop", (create) -> create.withModels()));
		for (Runnable use : uses) {
			assertThatExceptionOfType(UnsupportedFeatureException.class).isThrownBy(use::run)
				.withMessageStartingWith("Microsoft SQL Server has no ");
		}
		assertThatExceptionOfType(SchemaException.class)
			.isThrownBy(() -> schemas(SchemasContractTests.Author.class).createAll())
			.withCauseInstanceOf(UnsupportedFeatureException.class);
		assertThat(this.schemas.names()).doesNotContain("shop");
	}

	/** H2 under another name. */
	private static final class SqlServerMode extends AbstractDataSource {

		private final JdbcDataSource h2 = new JdbcDataSource();

		SqlServerMode() {
			this.h2.setURL("jdbc:h2:mem:" + System.nanoTime()
					+ ";MODE=MSSQLServer;DB_CLOSE_DELAY=-1;INIT=create schema if not exists \"dbo\"\\;set schema \"dbo\"");
		}

		@Override
		public Connection getConnection() throws SQLException {
			return renamed(Connection.class, this.h2.getConnection());
		}

		@Override
		public Connection getConnection(String username, String password) throws SQLException {
			return getConnection();
		}

		private static <T> T renamed(Class<T> type, T target) {
			return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] { type },
					(proxy, method, arguments) -> {
						if (method.getName().equals("getDatabaseProductName")) {
							return "Microsoft SQL Server";
						}
						try {
							Object result = method.invoke(target, arguments);
							return method.getName().equals("getMetaData")
									? renamed(DatabaseMetaData.class, (DatabaseMetaData) result) : result;
						}
						catch (InvocationTargetException ex) {
							throw ex.getTargetException();
						}
					}));
		}

	}

}
