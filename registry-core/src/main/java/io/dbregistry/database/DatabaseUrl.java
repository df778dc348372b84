package io.dbregistry.database;

import java.util.List;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A JDBC URL whose printed form shows no secret.
 * <p>
 * Masked are the password of a user-info part and the value of every parameter whose name
 * speaks of a password, secret, token, credential or key, in each of the syntaxes that
 * drivers accept. Where it is not clear where a secret ends, more is masked than need be.
 * Immutable.
 */
public final class DatabaseUrl {

	private static final String MASK = "***";

	private static final Pattern SECRET_WORD = Pattern.compile("(?i)pass|pwd|secret|token|credential|key");

	private static final String SECRET_NAME = "[^=&;?,(:]*(?:" + SECRET_WORD.pattern().substring(4) + ")[^=&;?,(]*=";

	/** In each, group 2 is the secret and group 1 what stands before it. */
	private static final List<Pattern> SECRETS = List.of(
			// jdbc:oracle:thin:user/password@host
			Pattern.compile("(?i)^(jdbc:oracle:[^:]*:[^/@]*/)(.*)(?=@)"),
			// //user:password@host, up to the last @, since a password may hold anything
			Pattern.compile("(//[^:/@]*:)(.*)(?=@)"),
			// ?password=… up to the next &
			Pattern.compile("(?i)([?&]" + SECRET_NAME + ")([^&]*)"),
			// ;password=… up to the next ; unless quoted, braced or escaped
			Pattern.compile(
					"(?i)([;:]" + SECRET_NAME + ")(\\{(?:[^}]|\\}\\})*\\}|\"(?:[^\"]|\"\")*\"|(?:\\\\.|[^;\\\\])*)"),
			// address=(host=…)(password=…): nothing behind it can be trusted
			Pattern.compile("(?i)([(,]" + SECRET_NAME + ")(.*)"));

	private final String value;

	/**
	 * Wraps a URL.
	 * @param value the URL as it was given, secrets included
	 */
	public DatabaseUrl(String value) {
		this.value = value;
	}

	/** The URL as it was given, secrets included: for drivers alone. */
	String value() {
		return this.value;
	}

	/** Whether the value of a parameter or property of this name is a secret. */
	static boolean isSecretName(String name) {
		return SECRET_WORD.matcher(name).find();
	}

	/**
	 * The product part of the URL, as far as it can be told from the text.
	 * @return the text between the first two colons, for example {@code postgresql}
	 */
	public String subprotocol() {
		String[] parts = this.value.split(":", 3);
		return (parts.length == 3 && parts[0].equals("jdbc")) ? parts[1] : "";
	}

	/**
	 * What {@link #toString()} hides.
	 */
	List<String> secrets() {
		return SECRETS.stream()
			.flatMap((pattern) -> pattern.matcher(this.value).results())
			.map((match) -> match.group(2))
			.filter((secret) -> !secret.isEmpty())
			.toList();
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof DatabaseUrl url && this.value.equals(url.value);
	}

	@Override
	public int hashCode() {
		return this.value.hashCode();
	}

	/**
	 * The URL with every secret replaced by {@code ***}.
	 */
	@Override
	public String toString() {
		String masked = this.value;
		for (Pattern pattern : SECRETS) {
			masked = pattern.matcher(masked).replaceAll("$1" + MASK);
		}
		return masked;
	}

}
