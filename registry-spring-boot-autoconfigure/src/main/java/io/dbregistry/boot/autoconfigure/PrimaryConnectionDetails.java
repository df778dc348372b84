package io.dbregistry.boot.autoconfigure;

import org.jspecify.annotations.Nullable;

import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/**
 * Tells Spring Boot where the primary database is.
 */
final class PrimaryConnectionDetails implements JdbcConnectionDetails {

	private final RegistryProperties.Primary database;

	PrimaryConnectionDetails(RegistryProperties.Primary database) {
		this.database = database;
	}

	@Override
	public @Nullable String getUsername() {
		return this.database.username();
	}

	@Override
	public @Nullable String getPassword() {
		return this.database.password();
	}

	@Override
	public String getJdbcUrl() {
		return String.valueOf(this.database.url());
	}

	@Override
	public String getDriverClassName() {
		return Drivers.className(getJdbcUrl(), this.database.driverClassName());
	}

}
