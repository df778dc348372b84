package io.dbregistry.sample;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.Map;

import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Sends every request that the documentation shows, in that order, to a bookshop that has
 * just been started.
 */
class DocumentedRequestsTests {

	@Test
	void everyRequestIsAnsweredAsDocumented() throws Exception {
		Map<String, String> answers = new HashMap<>();
		try (ConfigurableApplicationContext context = SpringApplication.run(BookshopApplication.class,
				"--server.port=0", "--registry.database.url=jdbc:h2:mem:documented;DB_CLOSE_DELAY=-1",
				"--registry.extra.analytics.url=jdbc:h2:mem:documentedclicks;DB_CLOSE_DELAY=-1")) {
			int port = ((WebServerApplicationContext) context).getWebServer().getPort();
			for (DocumentedRequest request : DocumentedRequest.all()) {
				HttpResponse<String> answer = send(request, port);
				assertThat(answer.statusCode()).as("%s: %s", request, answer.body()).isEqualTo(request.status());
				answers.put(request.title(), answer.body());
			}
		}
		assertThat(answers).hasSize(22);
		assertThat(answers.get("One book")).contains("\"The Dispossessed\"", "9.90", "EUR", "\"pages\":341",
				"[\"Hugo\"]");
		assertThat(answers.get("The books that have the tag")).contains("\"The Dispossessed\"");
		assertThat(answers.get("How often each book was clicked on, by one SQL statement"))
			.isEqualTo("[{\"book\":1,\"clicks\":1}]");
		assertThat(answers.get("The clicks of a former year: rows of a table that a pattern found"))
			.isEqualTo("[{\"day\":\"2025-12-24\",\"clicks\":1729}]");
		assertThat(answers.get("A year without a table: a problem that lists near names")).contains("'clicks_2024'",
				"'clicks_2025'");
		assertThat(answers.get("Bad input: a problem that names the member")).contains("author", "price.amount",
				"price.currency", "title");
		assertThat(answers.get("An unknown name: a problem that lists the known ones")).contains("'titel'", "title");
		assertThat(answers.get("How both databases are")).contains("primary", "analytics");
		assertThat(answers.get("What the registry knows")).contains("Book", "Click").doesNotContain("jdbc:");
		assertThat(answers.get("Which changesets have run in which database")).contains("1-notice", "1-click");
		assertThat(answers.get("What each database has and lacks of its changelog")).contains("\"applied\":1",
				"\"pending\":[]", "2-archive");
	}

	private static HttpResponse<String> send(DocumentedRequest request, int port)
			throws IOException, InterruptedException {
		return HttpClient.newHttpClient().send(request.at(port), HttpResponse.BodyHandlers.ofString());
	}

}
