package io.dbregistry.docs.examples;

import java.time.Duration;
import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.migration.MigrationReport;
import io.dbregistry.migration.SchemaSource;
import io.dbregistry.migration.SchemaStatus;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ApplyingTests {

	@Test
	void appliesChangelogs() {
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:applying")
			.extra("analytics", "jdbc:h2:mem:applying_analytics")
			.build();
		try (Lease lease = registry.open("docs")) {
			// tag::migrate[]
			MigrationReport report = registry.migrations().migrate("analytics");
			// end::migrate[]
			assertThat(report.isEmpty()).isFalse();
			// tag::commands[]
			List<SchemaStatus> statuses = registry.migrations().status("analytics");
			String script = registry.migrations().sql("analytics", (options) -> options.count(1));
			registry.migrations().stamp("analytics", (options) -> options.to("1"));
			registry.migrations().rollback("analytics", (options) -> options.count(1));
			// end::commands[]
			assertThat(statuses.get(0).pending()).isEmpty();
			assertThat(script).isEmpty();
		}
	}

	@Test
	void saysHow() {
		// tag::settings[]
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:applying_settings")
			.changelog("primary",
					(changelog) -> changelog
						.tenantLocation("classpath:/db/changelog/analytics/db.changelog-master.yaml")
						.lockTimeout(Duration.ofMinutes(1))
						.schemas(SchemaSource.query("select schema_name from tenant order by 1")))
			.build();
		// end::settings[]
		try (Lease lease = registry.open("docs")) {
			registry.databases()
				.primary()
				.jdbcClient()
				.sql("create table tenant as select 'north' as schema_name union select 'south'")
				.update();
			registry.schemas().create("north");
			registry.schemas().create("south");
			assertThat(registry.migrations().migrate("primary").schemas())
				.extracting(MigrationReport.SchemaResult::schema)
				.containsExactly(null, "north", "south");
		}
	}

}
