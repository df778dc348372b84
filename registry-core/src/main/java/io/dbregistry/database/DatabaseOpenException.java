package io.dbregistry.database;

import org.jspecify.annotations.Nullable;

/**
 * A database could not be opened. Nothing of it stays open, and opening it again can
 * succeed.
 */
public sealed class DatabaseOpenException extends DatabaseException permits MissingDriverException {

	private final @Nullable DatabaseUrl url;

	DatabaseOpenException(String database, @Nullable DatabaseUrl url, String reason, @Nullable Throwable cause) {
		super(database, "Database '%s' could not be opened%s: %s".formatted(database,
				(url != null) ? " at '" + url + "'" : "", reason), cause);
		this.url = url;
	}

	/**
	 * Whether the server has refused the user or the password.
	 * @return {@code false} for any other reason
	 */
	public final boolean isRefusedLogin() {
		return OpenFailure.of(getCause()) == OpenFailure.REFUSED_LOGIN;
	}

	/**
	 * Where it was looked for.
	 * @return the URL, which prints without secrets, or {@code null} when an adopted pool
	 * does not tell
	 */
	public final @Nullable DatabaseUrl getUrl() {
		return this.url;
	}

}
