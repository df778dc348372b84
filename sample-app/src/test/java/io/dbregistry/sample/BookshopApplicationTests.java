package io.dbregistry.sample;

import org.junit.jupiter.api.Test;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class BookshopApplicationTests {

	@Test
	void theStartPageShowsBothDatabasesTheirModelsAndTables(@LocalServerPort int port) {
		String page = RestTestClient.bindToServer()
			.baseUrl("http://localhost:" + port)
			.build()
			.get()
			.uri("/")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();

		assertThat(page)
			.contains("put into the primary database by its changelog", "<section id=\"primary\">",
					"<section id=\"analytics\">", "H2 2.", "<code>book</code>", "<code>click</code>",
					"<td>join</td><td><code>tag_books</code>", "<td>reflected</td><td><code>notice</code>",
					"<td>pattern</td><td><code>clicks_2025</code>", "<td>PUBLIC</td>", "TAG_BOOKS", "CLICKS_2025")
			.doesNotContain(">DOWN<", "jdbc:");
	}

}
