package io.dbregistry.boot.autoconfigure;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import io.dbregistry.testsupport.SilentServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

/**
 * An optional database whose server takes connections and stays silent, used past the
 * registry.
 */
class SilentDatabaseTests {

	@Test
	@Timeout(60)
	void holdsNobodyBeyondTheLimitOfThePool() {
		try (SilentServer server = SilentServer.start()) {
			RegistryContexts.two()
				.withPropertyValues(
						"registry.extra.silent.url=jdbc:postgresql://127.0.0.1:%d/app".formatted(server.port()),
						"registry.extra.silent.required=false", "registry.extra.silent.open-timeout=1s",
						"registry.extra.silent.hikari.connection-timeout=1000")
				.run((context) -> {
					JdbcClient silent = context.getBean("silentJdbcClient", JdbcClient.class);
					for (Future<Throwable> failure : useAtOnce(silent)) {
						assertThat(failure.get(15, TimeUnit.SECONDS))
							.isInstanceOf(CannotGetJdbcConnectionException.class)
							.hasMessageContaining("JDBC Connection")
							.rootCause()
							.hasMessageContaining("silent - Connection is not available");
					}
				});
		}
	}

	private static List<Future<Throwable>> useAtOnce(JdbcClient client) {
		ExecutorService callers = Executors.newFixedThreadPool(4);
		List<Future<Throwable>> failures = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			failures
				.add(callers.submit(() -> catchThrowable(() -> client.sql("select 1").query(Integer.class).single())));
		}
		callers.shutdown();
		return failures;
	}

}
