package io.dbregistry.sample;

import java.time.Duration;

import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import io.dbregistry.testsupport.ToggleProxy;
import org.junit.jupiter.api.Test;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.web.servlet.client.RestTestClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/**
 * Stops the second database under the running bookshop and looks at the page.
 */
class StoppedDatabaseTests {

	@Test
	void thePageAndHealthChangeAndTheOtherDatabaseGoesOn() {
		try (TestDatabase shop = TestServer.POSTGRESQL.create();
				TestDatabase analytics = TestServer.POSTGRESQL.create();
				ToggleProxy proxy = ToggleProxy.before(analytics);
				ConfigurableApplicationContext context = start(shop, analytics, proxy)) {
			int port = ((WebServerApplicationContext) context).getWebServer().getPort();
			RestTestClient client = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
			assertThat(page(client)).contains("PostgreSQL", "<td>shop</td>", "tag_books").doesNotContain(">DOWN<");

			proxy.cut();

			assertThat(page(client)).containsOnlyOnce(">DOWN<").contains(">UP<", "cannot be read");
			client.get().uri("/actuator/health").exchange().expectStatus().isEqualTo(503);
			client.get().uri("/clicks").exchange().expectStatus().isEqualTo(503);
			client.get().uri("/books").exchange().expectStatus().isOk();

			proxy.restore();

			await().atMost(Duration.ofSeconds(30)).until(() -> !page(client).contains(">DOWN<"));
			client.get().uri("/clicks").exchange().expectStatus().isOk();
		}
	}

	private static ConfigurableApplicationContext start(TestDatabase shop, TestDatabase analytics, ToggleProxy proxy) {
		return SpringApplication.run(BookshopApplication.class, "--spring.profiles.active=postgres", "--server.port=0",
				"--BOOKSHOP_URL=" + shop.url(), "--BOOKSHOP_USER=" + shop.username(),
				"--BOOKSHOP_PASSWORD=" + shop.password(), "--ANALYTICS_URL=" + proxy.url(),
				"--ANALYTICS_USER=" + analytics.username(), "--ANALYTICS_PASSWORD=" + analytics.password(),
				"--registry.extra.analytics.hikari.connection-timeout=1000");
	}

	private static String page(RestTestClient client) {
		String page = client.get()
			.uri("/")
			.exchange()
			.expectStatus()
			.isOk()
			.expectBody(String.class)
			.returnResult()
			.getResponseBody();
		assertThat(page).isNotNull();
		return page;
	}

}
