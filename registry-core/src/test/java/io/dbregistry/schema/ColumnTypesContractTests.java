package io.dbregistry.schema;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

import io.dbregistry.dialect.ValueCodec;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelType;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.Id;
import jakarta.persistence.Lob;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What every product owes the values of models. */
abstract class ColumnTypesContractTests extends SchemaTestBase {

	ColumnTypesContractTests(TestServer server) {
		super(server);
	}

	@Model(name = "Every type")
	record Everything(@Id UUID id, boolean flag, byte small, short medium, int number, Long big, float single,
			double twice, @Column(precision = 12, scale = 3) BigDecimal exact, BigInteger huge, String text,
			char letter, @Lob String book, byte[] bytes, @Lob byte[] image, LocalDate day, LocalTime hour,
			LocalDateTime local, Instant instant, OffsetDateTime point,
			@Column(columnDefinition = "json") String json) {
	}

	@Test
	void hasATypeForEveryValue() throws Exception {
		schemas(Everything.class).createAll();
		List<Object> values = List.of(UUID.fromString("6f1c1f0e-4f5f-4a31-9d0e-0f6a3b8f6a11"), true, Byte.MIN_VALUE,
				Short.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, 1.5f, 1e300, new BigDecimal("123456789.125"),
				new BigInteger("123456789012345"), "Zoë 🐉 \\ ' \" %", 'ß', "x".repeat(100_000),
				new byte[] { 0, -1, 2 }, new byte[70_000], LocalDate.of(2026, 2, 28),
				LocalTime.of(23, 59, 59, 123456000), LocalDateTime.of(2039, 1, 1, 0, 0, 0, 1000),
				Instant.parse("1912-03-31T01:02:03.000004Z"), OffsetDateTime.parse("2026-10-25T02:30:00.999999Z"),
				"{\"a\": [1, \"x\"]}");
		ModelType<Everything> model = models(Everything.class).get(Everything.class);
		store(model, values);
		List<Object> read = read(model);
		for (int i = 0; i < values.size() - 1; i++) {
			assertThat(read.get(i)).as(model.attributes().get(i).name()).isEqualTo(values.get(i));
		}
		assertThat(String.valueOf(read.get(values.size() - 1)).replace(" ", "")).isEqualTo("{\"a\":[1,\"x\"]}");
	}

	private ValueCodec codec(ModelType<?> model, int index) {
		return this.database.dialect()
			.codec(model.attributes().get(index).type(), model.table().columns().get(index).type());
	}

	private void store(ModelType<?> model, List<Object> values) throws SQLException {
		String marks = String.join(", ", values.stream().map((value) -> "?").toList());
		String sql = sql("insert into %s values (" + marks + ")", model.table().name());
		try (Connection connection = this.database.connection();
				PreparedStatement statement = connection.prepareStatement(sql)) {
			for (int i = 0; i < values.size(); i++) {
				codec(model, i).bind(statement, i + 1, values.get(i));
			}
			statement.executeUpdate();
		}
	}

	private List<Object> read(ModelType<?> model) throws SQLException {
		try (Connection connection = this.database.connection();
				Statement statement = connection.createStatement();
				ResultSet rows = statement.executeQuery(sql("select * from %s", model.table().name()))) {
			assertThat(rows.next()).isTrue();
			List<Object> values = new ArrayList<>();
			for (int i = 0; i < model.attributes().size(); i++) {
				values.add(codec(model, i).read(rows, i + 1));
			}
			return values;
		}
	}

}
