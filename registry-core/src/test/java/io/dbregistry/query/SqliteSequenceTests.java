package io.dbregistry.query;

import io.dbregistry.dialect.UnsupportedFeatureException;
import io.dbregistry.model.Model;
import io.dbregistry.schema.SchemaException;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SqliteSequenceTests {

	@Model
	record Ticket(@Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id) {
	}

	@Test
	void refusesKeysFromSequences() {
		assertThatExceptionOfType(SchemaException.class)
			.isThrownBy(() -> QueryFixture.open(TestServer.SQLITE, Ticket.class))
			.withMessageContaining("SQLite has no sequences, which 'id' of model 'Ticket' needs; "
					+ "let the database count up: @GeneratedValue(strategy = GenerationType.IDENTITY)")
			.withCauseInstanceOf(UnsupportedFeatureException.class);
	}

}
