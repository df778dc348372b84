package io.dbregistry.database;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;

import org.jspecify.annotations.Nullable;

/**
 * Keeps secrets out of texts that others wrote, above all the messages of drivers.
 */
final class Secrets {

	/** Shorter ones are found by accident in any text. */
	private static final int SHORTEST = 3;

	private Secrets() {
	}

	/** The longest first, since one may begin with another. */
	static List<String> of(@Nullable DatabaseUrl url, @Nullable String password, Properties properties) {
		List<String> secrets = new ArrayList<>();
		if (url != null) {
			secrets.addAll(url.secrets());
		}
		if (password != null) {
			secrets.add(password);
		}
		properties.forEach((name, value) -> {
			if (DatabaseUrl.isSecretName(String.valueOf(name))) {
				secrets.add(String.valueOf(value));
			}
		});
		secrets.removeIf((secret) -> secret.length() < SHORTEST);
		secrets.sort(Comparator.comparingInt(String::length).reversed());
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
	 * The failure itself, or where any message of its causes and suppressed exceptions
	 * tells a secret, a copy that does not.
	 */
	static Throwable scrub(Throwable failure, List<String> secrets) {
		return tells(failure, secrets) ? copy(failure, secrets) : failure;
	}

	private static boolean tells(@Nullable Throwable failure, List<String> secrets) {
		if (failure == null) {
			return false;
		}
		String message = String.valueOf(failure.getMessage());
		return secrets.stream().anyMatch(message::contains) || tells(failure.getCause(), secrets)
				|| Arrays.stream(failure.getSuppressed()).anyMatch((suppressed) -> tells(suppressed, secrets));
	}

	private static SQLException copy(Throwable failure, List<String> secrets) {
		String message = failure.getClass().getName() + ": " + scrub(String.valueOf(failure.getMessage()), secrets);
		Throwable cause = (failure.getCause() != null) ? copy(failure.getCause(), secrets) : null;
		SQLException copy = (failure instanceof SQLException original)
				? new SQLException(message, original.getSQLState(), original.getErrorCode(), cause)
				: new SQLException(message, cause);
		for (Throwable suppressed : failure.getSuppressed()) {
			copy.addSuppressed(copy(suppressed, secrets));
		}
		copy.setStackTrace(failure.getStackTrace());
		return copy;
	}

}
