package io.dbregistry.migration;

import java.util.List;

import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class PostgreSqlDriftTests extends DriftContractTests {

	PostgreSqlDriftTests() {
		super(TestServer.POSTGRESQL);
	}

	/** Only PostgreSQL has types and functions in schemas. */
	@Test
	void whatASchemaHasOfItsOwnIsNoDifference() throws Exception {
		String one = schema("own");
		String other = schema("another_own");
		for (String schema : List.of(one, other)) {
			String own = this.database.dialect().quoteSchema(schema);
			execute(List.of("create type %s.mood as enum ('good', 'bad')".formatted(own),
					"create function %s.half(integer) returns integer language sql immutable as 'select $1 / 2'"
						.formatted(own),
					"create table %1$s.shift (id serial, mood %1$s.mood default 'good', hours integer check (%1$s.half(hours) < 13))"
						.formatted(own)));
		}
		assertThat(equal(one, other)).isTrue();
		String changed = this.database.dialect().quoteSchema(other);
		execute(List.of("alter table %1$s.shift alter mood set default 'bad'".formatted(changed)));
		assertThat(equal(one, other)).isFalse();
		execute(List.of("alter table %1$s.shift alter mood set default 'good', drop constraint shift_hours_check, "
			.formatted(changed) + "add constraint shift_hours_check check (%1$s.half(hours) < 12)".formatted(changed)));
		assertThat(equal(one, other)).isFalse();
	}

}
