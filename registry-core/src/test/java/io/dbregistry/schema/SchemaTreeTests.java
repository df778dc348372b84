package io.dbregistry.schema;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.model.Models;
import io.dbregistry.testsupport.TestServers;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The tree of databases of which one is down. */
class SchemaTreeTests {

	private final Database primary = Database.create("primary", "jdbc:h2:mem:", (settings) -> {
	});

	@Test
	void showsAnOptionalDatabaseThatIsDown() {
		Database down = down(false);
		try (Lease held = this.primary.acquire("test"); Lease pending = down.acquireWhenAvailable("test")) {
			assertThat(tree(down).databases().get(1)).satisfies((found) -> {
				assertThat(found.name()).isEqualTo("legacy");
				assertThat(found.schemas()).isEmpty();
				assertThat(found.outage()).contains("'legacy'");
			});
			assertThat(tree(down).databases().get(0).outage()).isNull();
		}
	}

	@Test
	void failsWhenARequiredDatabaseIsDown() {
		try (Lease held = this.primary.acquire("test")) {
			assertThatExceptionOfType(RuntimeException.class).isThrownBy(() -> tree(down(true)))
				.withMessageContaining("'legacy'");
		}
	}

	private SchemaTree tree(Database down) {
		Map<String, Database> databases = new LinkedHashMap<>();
		databases.put("primary", this.primary);
		databases.put("legacy", down);
		return Schemas.of(Databases.of(databases), Models.from(List.of(), List.of())).tree();
	}

	private static Database down(boolean required) {
		return Database.create("legacy", "jdbc:postgresql://127.0.0.1:" + TestServers.unusedPort() + "/x",
				(settings) -> settings.required(required).openTimeout(Duration.ofSeconds(5)));
	}

}
