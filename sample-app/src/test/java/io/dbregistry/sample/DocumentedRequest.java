package io.dbregistry.sample;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of {@code requests.http}, which the documentation shows.
 *
 * @param title what it shows
 * @param status the status it is answered with
 * @param method the method
 * @param path the path and query
 * @param body the JSON body, empty for none
 */
record DocumentedRequest(String title, int status, String method, String path, String body) {

	private static final Pattern FORM = Pattern.compile("""
			 (?<title>.+)
			# answers (?<status>\\d{3})
			(?<method>[A-Z]+) http://localhost:8080(?<path>/\\S*)(?:
			Content-Type: application/json

			(?<body>\\{.*}))?""");

	static List<DocumentedRequest> all() {
		try (InputStream file = DocumentedRequest.class.getResourceAsStream("/requests.http")) {
			String text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
			return Arrays.stream(text.split("(?m)^###")).skip(1).map(DocumentedRequest::of).toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static DocumentedRequest of(String section) {
		Matcher matcher = FORM.matcher(section.stripTrailing());
		if (!matcher.matches()) {
			throw new IllegalArgumentException("This is no documented request:" + section);
		}
		return new DocumentedRequest(matcher.group("title"), Integer.parseInt(matcher.group("status")),
				matcher.group("method"), matcher.group("path"), Objects.requireNonNullElse(matcher.group("body"), ""));
	}

	HttpRequest at(int port) {
		HttpRequest.Builder request = HttpRequest
			.newBuilder(URI.create("http://localhost:%d%s".formatted(port, this.path)));
		if (this.body.isEmpty()) {
			return request.method(this.method, HttpRequest.BodyPublishers.noBody()).build();
		}
		return request.header("Content-Type", "application/json")
			.method(this.method, HttpRequest.BodyPublishers.ofString(this.body))
			.build();
	}

	@Override
	public String toString() {
		return this.title;
	}

}
