package io.dbregistry.database;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;

import com.zaxxer.hikari.HikariConfig;
import org.jspecify.annotations.Nullable;

import org.springframework.transaction.PlatformTransactionManager;

/**
 * How a database is reached and used. Immutable; {@link #toString()} shows no secret.
 *
 * @param username the user, or {@code null} when the URL says it or none is needed
 * @param password the password, or {@code null}
 * @param driverClassName the driver, or {@code null} to find it by the URL
 * @param schema the schema of every model without one of its own, created when it is
 * missing, or {@code null} for the connection's default
 * @param required whether an application may not start without the database
 * @param openTimeout the longest time that opening may take
 * @param onUnconnected what happens when an owned database is used that is not open
 * @param rollback whether all work is done on one connection in one transaction that is
 * undone when the database is closed; for tests, one thread at a time
 * @param echo whether each statement is logged with its duration, never its values
 * @param pool further options of the pool, applied last
 * @param openHooks run after connecting, in order; undone in reverse
 * @param transactionManager the manager of an adopted pool's transactions, or
 * {@code null} for one of the database's own
 */
public record DatabaseSettings(@Nullable String username, @Nullable String password, @Nullable String driverClassName,
		@Nullable String schema, boolean required, Duration openTimeout, OnUnconnected onUnconnected, boolean rollback,
		boolean echo, List<Consumer<HikariConfig>> pool, List<OpenHook> openHooks,
		@Nullable Supplier<PlatformTransactionManager> transactionManager) {

	public DatabaseSettings {
		pool = List.copyOf(pool);
		openHooks = List.copyOf(openHooks);
	}

	/**
	 * Begins with the defaults: required, opened within 10 seconds, a warning on
	 * unconnected use.
	 * @return a new builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public String toString() {
		return "DatabaseSettings[username=%s, password=%s, schema=%s, required=%s, openTimeout=%s, onUnconnected=%s, rollback=%s, echo=%s]"
			.formatted(this.username, (this.password != null) ? "***" : null, this.schema, this.required,
					this.openTimeout, this.onUnconnected, this.rollback, this.echo);
	}

	/**
	 * What happens when an owned database is used that is not open.
	 */
	public enum OnUnconnected {

		/** It is opened and kept open; a log line says how to open the registry. */
		WARN,

		/** {@link DatabaseNotOpenException}. */
		FAIL

	}

	/**
	 * Collects settings. Not safe for use by several threads.
	 */
	public static final class Builder {

		private @Nullable String username;

		private @Nullable String password;

		private @Nullable String driverClassName;

		private @Nullable String schema;

		private boolean required = true;

		private Duration openTimeout = Duration.ofSeconds(10);

		private OnUnconnected onUnconnected = OnUnconnected.WARN;

		private boolean rollback;

		private boolean echo;

		private final List<Consumer<HikariConfig>> pool = new ArrayList<>();

		private final List<OpenHook> openHooks = new ArrayList<>();

		private @Nullable Supplier<PlatformTransactionManager> transactionManager;

		private Builder() {
		}

		/**
		 * Sets the user.
		 * @param username the user's name
		 * @return this builder
		 */
		public Builder username(@Nullable String username) {
			this.username = username;
			return this;
		}

		/**
		 * Sets the password.
		 * @param password the password
		 * @return this builder
		 */
		public Builder password(@Nullable String password) {
			this.password = password;
			return this;
		}

		/**
		 * Names the driver, where it can't be found by the URL.
		 * @param driverClassName the name of a {@link java.sql.Driver} class
		 * @return this builder
		 */
		public Builder driverClassName(@Nullable String driverClassName) {
			this.driverClassName = driverClassName;
			return this;
		}

		/**
		 * Sets the schema of every model without one of its own.
		 * @param schema the unquoted name
		 * @return this builder
		 */
		public Builder schema(@Nullable String schema) {
			this.schema = schema;
			return this;
		}

		/**
		 * Says whether an application may not start without the database.
		 * @param required {@code false} for one that may be down at start
		 * @return this builder
		 */
		public Builder required(boolean required) {
			this.required = required;
			return this;
		}

		/**
		 * Limits the time that opening may take.
		 * @param openTimeout the limit, at least a millisecond
		 * @return this builder
		 */
		public Builder openTimeout(Duration openTimeout) {
			this.openTimeout = openTimeout;
			return this;
		}

		/**
		 * Says what happens when an owned database is used that is not open.
		 * @param onUnconnected warn or fail
		 * @return this builder
		 */
		public Builder onUnconnected(OnUnconnected onUnconnected) {
			this.onUnconnected = onUnconnected;
			return this;
		}

		/**
		 * Switches rollback mode.
		 * @param rollback whether all work is undone when the database is closed
		 * @return this builder
		 */
		public Builder rollback(boolean rollback) {
			this.rollback = rollback;
			return this;
		}

		/**
		 * Switches the log of statements.
		 * @param echo whether each statement is logged with its duration
		 * @return this builder
		 */
		public Builder echo(boolean echo) {
			this.echo = echo;
			return this;
		}

		/**
		 * Adds options of the pool, for example {@code (pool) ->
		 * pool.setMaximumPoolSize(5)}.
		 * @param options changes the pool's configuration
		 * @return this builder
		 */
		public Builder pool(Consumer<HikariConfig> options) {
			this.pool.add(options);
			return this;
		}

		/**
		 * Adds work that is part of opening.
		 * @param hook run after connecting, before anybody else uses the database
		 * @return this builder
		 */
		public Builder openHook(OpenHook hook) {
			this.openHooks.add(hook);
			return this;
		}

		/**
		 * Sets the manager of an adopted pool's transactions.
		 * @param transactionManager finds the manager when it is first needed
		 * @return this builder
		 */
		public Builder transactionManager(Supplier<PlatformTransactionManager> transactionManager) {
			this.transactionManager = transactionManager;
			return this;
		}

		/**
		 * Makes the settings. They are checked when a database is made from them.
		 * @return the settings
		 */
		public DatabaseSettings build() {
			return new DatabaseSettings(this.username, this.password, this.driverClassName, this.schema, this.required,
					this.openTimeout, this.onUnconnected, this.rollback, this.echo, this.pool, this.openHooks,
					this.transactionManager);
		}

	}

}
