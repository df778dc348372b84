package io.dbregistry.database;

import java.io.IOException;
import java.sql.SQLException;

import org.jspecify.annotations.Nullable;

/**
 * Why a database could not be opened, as far as that can be told from the classes of SQL
 * states.
 */
enum OpenFailure {

	/** The server has refused the user or the password. */
	REFUSED_LOGIN("28", "; check the user and password in its settings"),

	/** The server has no such database. */
	NO_DATABASE("3D", "; create the database, or correct the URL"),

	/** Nobody answers. */
	NO_ANSWER("08", "; start the server, or correct the URL"),

	/** Anything else, of which the driver knows more. */
	OTHER("", "");

	private final String state;

	private final String nextStep;

	OpenFailure(String state, String nextStep) {
		this.state = state;
		this.nextStep = nextStep;
	}

	/** Finds out; what lies deepest is ignored once something is known. */
	static OpenFailure of(@Nullable Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof IOException) {
				return NO_ANSWER;
			}
			if (cause instanceof SQLException sql && sql.getSQLState() != null) {
				for (OpenFailure known : values()) {
					if (known != OTHER && sql.getSQLState().startsWith(known.state)) {
						return known;
					}
				}
			}
		}
		return OTHER;
	}

	/**
	 * What to do, behind the reason.
	 * @param optional whether the application could do without the database, and does not
	 * say so
	 */
	String nextStep(boolean optional) {
		return (optional && this == NO_ANSWER)
				? this.nextStep + "; if it may be down at start, set required to false in its settings" : this.nextStep;
	}

}
