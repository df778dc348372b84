package io.dbregistry.testsupport;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * How to reach a database. Never prints its password.
 *
 * @param url the JDBC URL, without user and password
 * @param username the user, empty when the product knows none
 * @param password the password of the user
 */
record DatabaseAccess(String url, String username, String password) {

	/**
	 * Takes user and password out of a JDBC URL.
	 * @param source where the URL comes from, for messages
	 * @param url the URL, such as
	 * {@code jdbc:postgresql://localhost/postgres?user=u&password=p}
	 * @return its parts
	 */
	static DatabaseAccess from(String source, String url) {
		int question = url.indexOf('?');
		String username = "";
		String password = "";
		List<String> others = new ArrayList<>();
		for (String parameter : (question < 0) ? new String[0] : url.substring(question + 1).split("&")) {
			if (parameter.startsWith("user=")) {
				username = value(parameter);
			}
			else if (parameter.startsWith("password=")) {
				password = value(parameter);
			}
			else {
				others.add(parameter);
			}
		}
		if (username.isEmpty() || !url.contains("://")) {
			throw new IllegalStateException(source + " is no JDBC URL with a user; it must look like "
					+ "jdbc:PRODUCT://HOST:PORT/DATABASE?user=USER&password=PASSWORD");
		}
		String parameters = others.isEmpty() ? "" : "?" + String.join("&", others);
		return new DatabaseAccess(url.substring(0, question) + parameters, username, password);
	}

	private static String value(String parameter) {
		return URLDecoder.decode(parameter.substring(parameter.indexOf('=') + 1), StandardCharsets.UTF_8);
	}

	/**
	 * The same server and parameters with another database.
	 * @param name the database
	 * @return its URL
	 */
	String urlOf(String name) {
		int start = url().indexOf('/', url().indexOf("://") + 3);
		int question = url().indexOf('?');
		int end = (question < 0) ? url().length() : question;
		String server = (start < 0 || start > end) ? url().substring(0, end) + "/" : url().substring(0, start + 1);
		return server + name + url().substring(end);
	}

	Connection connect() throws SQLException {
		return DriverManager.getConnection(this.url, this.username, this.password);
	}

	void execute(String... statements) {
		try (Connection connection = connect(); var statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Could not prepare " + this, ex);
		}
	}

	List<Long> numbers(String sql, String... values) {
		List<Long> numbers = new ArrayList<>();
		try (Connection connection = connect(); PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < values.length; i++) {
				statement.setString(i + 1, values[i]);
			}
			try (ResultSet rows = statement.executeQuery()) {
				while (rows.next()) {
					numbers.add(rows.getLong(1));
				}
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("Could not ask " + this, ex);
		}
		return numbers;
	}

	@Override
	public String toString() {
		return "'" + this.url + "' as '" + this.username + "'";
	}

}
