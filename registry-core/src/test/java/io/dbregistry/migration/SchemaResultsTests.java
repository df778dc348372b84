package io.dbregistry.migration;

import java.util.List;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class SchemaResultsTests {

	@Test
	void progressSaysHowManyHowFastAndHowLong() {
		List<MigrationPlace> places = IntStream.range(0, 2_000)
			.mapToObj((number) -> new MigrationPlace("shop", "tenant_" + number, null))
			.toList();
		SchemaResults results = new SchemaResults(places, new ApplyOptions());
		assertThat(results.progress("shop", 1_250, 5_000_000_000L))
			.isEqualTo("Database 'shop': 1,250 of 2,000 schemas migrated, 250.0 per second, 3 s left");
	}

}
