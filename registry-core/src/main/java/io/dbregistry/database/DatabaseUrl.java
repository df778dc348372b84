package io.dbregistry.database;

import java.util.regex.Matcher;
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

	/** {@code //user:password@host}: up to the last {@code @} before the parameters. */
	private static final Pattern USER_INFO = Pattern.compile("(//[^:/@?;]*:)[^?;]*(@)");

	/** {@code jdbc:oracle:thin:user/password@host}. */
	private static final Pattern ORACLE = Pattern.compile("(?i)^(jdbc:oracle:[^:]*:[^/@]*/).*(@)");

	private static final String SECRET_NAME = "[^=&;?,(:]*(?:pass|pwd|secret|token|credential|key)[^=&;?,(]*=";

	private static final Pattern AFTER_QUESTION_MARK = Pattern.compile("(?i)([?&]" + SECRET_NAME + ")[^&]*");

	private static final Pattern AFTER_SEMICOLON = Pattern
		.compile("(?i)([;:]" + SECRET_NAME + ")(?:\\{(?:[^}]|\\}\\})*\\}|\"(?:[^\"]|\"\")*\"|(?:\\\\.|[^;\\\\])*)");

	/** {@code address=(host=…)(password=…)}: nothing behind it can be trusted. */
	private static final Pattern IN_PARENTHESES = Pattern.compile("(?i)([(,]" + SECRET_NAME + ").*");

	/**
	 * The product part of the URL, as far as it can be told from the text.
	 * @return the text between the first two colons, for example {@code postgresql}
	 */
	public String subprotocol() {
		String[] parts = this.value.split(":", 3);
		return (parts.length == 3 && parts[0].equals("jdbc")) ? parts[1] : "";
	}

	/**
	 * The URL with every secret replaced by {@code ***}.
	 */
	@Override
	public String toString() {
		String masked = this.value;
		for (Pattern pattern : new Pattern[] { ORACLE, USER_INFO }) {
			masked = pattern.matcher(masked).replaceAll("$1" + MASK + "$2");
		}
		for (Pattern pattern : new Pattern[] { AFTER_QUESTION_MARK, AFTER_SEMICOLON, IN_PARENTHESES }) {
			masked = pattern.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK));
		}
		return masked;
	}

}
