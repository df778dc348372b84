package io.dbregistry.boot.autoconfigure;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;

import io.dbregistry.database.DatabaseUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.DatabaseDriver;
import org.springframework.util.ClassUtils;

/**
 * Finds the driver of a URL, and says what to do when there is none.
 */
final class Drivers {

	private static final Map<DatabaseDriver, String> DEPENDENCIES = Map.of(DatabaseDriver.H2, "com.h2database:h2",
			DatabaseDriver.POSTGRESQL, "org.postgresql:postgresql", DatabaseDriver.MARIADB,
			"org.mariadb.jdbc:mariadb-java-client", DatabaseDriver.MYSQL, "com.mysql:mysql-connector-j",
			DatabaseDriver.SQLITE, "org.xerial:sqlite-jdbc", DatabaseDriver.ORACLE, "com.oracle.database.jdbc:ojdbc17",
			DatabaseDriver.SQLSERVER, "com.microsoft.sqlserver:mssql-jdbc");

	private Drivers() {
	}

	/**
	 * The class name of the driver that a URL asks for.
	 * @throws IllegalStateException if there is none, which {@link #problem} reports
	 */
	static String className(String url, @Nullable String configured) {
		if (configured != null) {
			return configured;
		}
		String known = DatabaseDriver.fromJdbcUrl(url).getDriverClassName();
		return (known != null) ? known : registered(url)
			.orElseThrow(() -> new IllegalStateException("No driver for '%s'".formatted(new DatabaseUrl(url))));
	}

	/**
	 * What is wrong with the URL of a database and its driver, if anything.
	 */
	static Optional<String> problem(String property, String url, @Nullable String configured,
			@Nullable ClassLoader classLoader) {
		if (!url.startsWith("jdbc:")) {
			return Optional.of("%s.url is '%s', which is no JDBC URL; it has to begin with 'jdbc:'".formatted(property,
					new DatabaseUrl(url)));
		}
		if (configured != null) {
			return ClassUtils.isPresent(configured,
					classLoader)
							? Optional.empty()
							: Optional.of(("%s.driver-class-name is '%s', which is not on the class path; "
									+ "add the driver's dependency, or correct the name")
								.formatted(property, configured));
		}
		DatabaseDriver driver = DatabaseDriver.fromJdbcUrl(url);
		String known = driver.getDriverClassName();
		boolean present = (known != null) ? ClassUtils.isPresent(known, classLoader) : registered(url).isPresent();
		return present ? Optional.empty() : Optional.of(missing(property, url, driver));
	}

	private static String missing(String property, String url, DatabaseDriver driver) {
		String dependency = DEPENDENCIES.get(driver);
		String wanted = (driver.getDriverClassName() != null)
				? " (class '%s' is not on the class path)".formatted(driver.getDriverClassName()) : "";
		return "No driver for %s.url '%s'%s; %s".formatted(property, new DatabaseUrl(url), wanted,
				(dependency != null) ? "add the dependency %s, or correct the URL".formatted(dependency)
						: "add the driver's dependency, or correct the URL");
	}

	private static Optional<String> registered(String url) {
		return DriverManager.drivers().filter((driver) -> {
			try {
				return driver.acceptsURL(url);
			}
			catch (SQLException ex) {
				return false;
			}
		}).findFirst().map((driver) -> driver.getClass().getName());
	}

}
