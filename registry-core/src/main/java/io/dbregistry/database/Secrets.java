package io.dbregistry.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Keeps secrets out of texts that others wrote, above all the messages of drivers.
 */
final class Secrets {

	/** Shorter ones are found by accident in any text. */
	private static final int SHORTEST = 3;

	private Secrets() {
	}

	static List<String> of(@Nullable DatabaseUrl url, @Nullable String password) {
		List<String> secrets = new ArrayList<>();
		if (url != null) {
			secrets.addAll(url.secrets());
		}
		if (password != null) {
			secrets.add(password);
		}
		secrets.removeIf((secret) -> secret.length() < SHORTEST);
		return secrets;
	}

	static String scrub(String text, List<String> secrets) {
		String scrubbed = text;
		for (String secret : secrets) {
			scrubbed = scrubbed.replace(secret, "***");
		}
		return scrubbed;
	}

	/**
	 * The failure itself, or where any message of its chain tells a secret, a copy that
	 * does not.
	 */
	static Throwable scrub(Throwable failure, List<String> secrets) {
		for (Throwable link = failure; link != null; link = link.getCause()) {
			if (!String.valueOf(link.getMessage()).equals(scrub(String.valueOf(link.getMessage()), secrets))) {
				return copy(failure, secrets);
			}
		}
		return failure;
	}

	private static SQLException copy(Throwable failure, List<String> secrets) {
		String message = failure.getClass().getName() + ": " + scrub(String.valueOf(failure.getMessage()), secrets);
		Throwable cause = (failure.getCause() != null) ? copy(failure.getCause(), secrets) : null;
		SQLException copy = (failure instanceof SQLException original)
				? new SQLException(message, original.getSQLState(), original.getErrorCode(), cause)
				: new SQLException(message, cause);
		copy.setStackTrace(failure.getStackTrace());
		return copy;
	}

}
