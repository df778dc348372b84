package io.dbregistry.database;

import java.util.List;
import java.util.regex.Pattern;

/**
 * A JDBC URL whose printed form shows no secret.
 * <p>
 * Masked are the password of a user-info part and the value of every parameter whose name
 * speaks of a password, secret, token, credential or key, in each of the syntaxes that
 * drivers accept. Where it is not clear where a secret ends, more is masked than need be.
 *
 * @param value the URL as it was given, secrets included
 */
public record DatabaseUrl(String value) {

	private static final String MASK = "***";

	private static final String SECRET_NAME = "[^=&;?,(:]*(?:pass|pwd|secret|token|credential|key)[^=&;?,(]*=";

	/** In each, group 2 is the secret and group 1 what stands before it. */
	private static final List<Pattern> SECRETS = List.of(
			// jdbc:oracle:thin:user/password@host
			Pattern.compile("(?i)^(jdbc:oracle:[^:]*:[^/@]*/)(.*)(?=@)"),
			// //user:password@host, up to the last @ before the parameters
			Pattern.compile("(//[^:/@?;]*:)([^?;]*)(?=@)"),
			// ?password=… up to the next &
			Pattern.compile("(?i)([?&]" + SECRET_NAME + ")([^&]*)"),
			// ;password=… up to the next ; unless quoted, braced or escaped
			Pattern.compile(
					"(?i)([;:]" + SECRET_NAME + ")(\\{(?:[^}]|\\}\\})*\\}|\"(?:[^\"]|\"\")*\"|(?:\\\\.|[^;\\\\])*)"),
			// address=(host=…)(password=…): nothing behind it can be trusted
			Pattern.compile("(?i)([(,]" + SECRET_NAME + ")(.*)"));

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
