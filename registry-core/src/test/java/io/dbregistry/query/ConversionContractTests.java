package io.dbregistry.query;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;

import io.dbregistry.model.Model;
import io.dbregistry.model.ModelSettings;
import io.dbregistry.model.NamingStrategy;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** That values are stored as their converters, enums and versions say. */
abstract class ConversionContractTests {

	record Money(String currency, long cents) {
	}

	static final class MoneyConverter implements AttributeConverter<Money, String> {

		@Override
		public String convertToDatabaseColumn(@Nullable Money money) {
			return (money != null) ? money.currency() + " " + money.cents() : "none";
		}

		@Override
		public @Nullable Money convertToEntityAttribute(@Nullable String stored) {
			if (stored == null || stored.equals("none")) {
				return null;
			}
			String[] parts = stored.split(" ");
			return new Money(parts[0], Long.parseLong(parts[1]));
		}

	}

	static final class YesNo implements AttributeConverter<Boolean, String> {

		@Override
		public String convertToDatabaseColumn(Boolean value) {
			return value ? "yes" : "no";
		}

		@Override
		public Boolean convertToEntityAttribute(String stored) {
			return stored.equals("yes");
		}

	}

	record Celsius(double degrees) {
	}

	@Converter(autoApply = true)
	static final class CelsiusConverter implements AttributeConverter<Celsius, Integer> {

		@Override
		public @Nullable Integer convertToDatabaseColumn(@Nullable Celsius value) {
			return (value != null) ? (int) Math.round(value.degrees() * 10) : null;
		}

		@Override
		public @Nullable Celsius convertToEntityAttribute(@Nullable Integer stored) {
			return (stored != null) ? new Celsius(stored / 10.0) : null;
		}

	}

	@Embeddable
	record Range(Celsius low, Celsius high, boolean open) {
	}

	@Model
	record Reading(@Id @GeneratedValue Long id, Celsius value, @Convert(attributeName = "open",
			converter = YesNo.class) @AttributeOverride(name = "open", column = @Column(length = 3)) Range range) {
	}

	static final class Bits implements AttributeConverter<List<Integer>, Long> {

		@Override
		public Long convertToDatabaseColumn(List<Integer> bits) {
			return bits.stream().mapToLong((bit) -> 1L << bit).sum();
		}

		@Override
		public List<Integer> convertToEntityAttribute(Long stored) {
			return java.util.stream.IntStream.range(0, 63).filter((bit) -> (stored >> bit & 1) == 1).boxed().toList();
		}

	}

	enum Size {

		SMALL("s"), LARGE("l");

		@EnumeratedValue
		final String code;

		Size(String code) {
			this.code = code;
		}

	}

	enum Level {

		LOW(10), HIGH(-1);

		@EnumeratedValue
		private final short number;

		Level(int number) {
			this.number = (short) number;
		}

	}

	@Model
	record Offer(@Id @GeneratedValue Long id, @Convert(converter = MoneyConverter.class) Money price,
			@Column(length = 3) @Convert(converter = YesNo.class) boolean open,
			@Convert(converter = Bits.class) List<Integer> days, Size size, Level level) {
	}

	@Model
	record Dated(@Id @GeneratedValue Long id, @Version Instant changed) {
	}

	@Model
	record Stamped(@Id @GeneratedValue Long id, @Version @Column(secondPrecision = 3) LocalDateTime changed) {
	}

	private final QueryFixture fixture;

	ConversionContractTests(TestServer server) {
		this.fixture = QueryFixture.open(server,
				new ModelSettings(List.of(), Map.of(), NamingStrategy.SNAKE_CASE, "", List.of(CelsiusConverter.class)),
				Offer.class, Dated.class, Stamped.class, Reading.class);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void convertsOnAllWays() {
		ModelRepository<Offer> repository = this.fixture.repository(Offer.class);
		Offer full = repository
			.create(new Offer(null, new Money("EUR", -990), true, List.of(0, 62), Size.LARGE, Level.HIGH));
		Offer empty = repository.create(new Offer(null, null, false, List.of(), null, null));
		assertThat(repository.get(full.id())).isEqualTo(full);
		assertThat(repository.get(empty.id())).isEqualTo(empty);
		assertThat(stored("price", full)).isEqualTo("EUR -990");
		assertThat(stored("price", empty)).isEqualTo("none");
		assertThat(stored("open", full)).isEqualTo("yes");
		assertThat(stored("size", full)).isEqualTo("l");
		assertThat(stored("level", full)).isEqualTo("-1");
		assertThat(repository.query()
			.filter("price", new Money("EUR", -990))
			.filter("open", true)
			.filter("days", List.of(0, 62))
			.filter("size", Size.LARGE)
			.filter("level", Level.HIGH)
			.get()).isEqualTo(full);
		assertThat(repository.query().filter("open", false).get()).isEqualTo(empty);
	}

	@Test
	void convertsAllValuesOfATypeAndPartsOfEmbeddedObjects() {
		ModelRepository<Reading> readings = this.fixture.repository(Reading.class);
		Reading reading = readings
			.create(new Reading(null, new Celsius(21.5), new Range(new Celsius(-3), new Celsius(40.1), true)));
		assertThat(readings.get(reading.id())).isEqualTo(reading);
		assertThat(this.fixture.primary()
			.jdbcClient()
			.sql("select * from %s".formatted(quote("reading")))
			.query()
			.singleRow()
			.values()).map(String::valueOf).containsExactly("1", "215", "-30", "401", "yes");
		assertThat(readings.query().filter("value", new Celsius(21.5)).filter("range.open", true).get())
			.isEqualTo(reading);
	}

	@Test
	void namesTheValuesThatStandForConstants() {
		ModelRepository<Offer> repository = this.fixture.repository(Offer.class);
		Offer offer = repository.create(new Offer(null, null, true, List.of(), Size.SMALL, null));
		String sql = "update %s set %s = 'x'".formatted(quote("offer"), quote("size"));
		this.fixture.primary().jdbcClient().sql(sql).update();
		assertThatExceptionOfType(DataIntegrityViolationException.class).isThrownBy(() -> repository.get(offer.id()))
			.withMessageContaining("(known: 's', 'l'); add it, or correct the row");
	}

	@Test
	void makesTimesAsVersions() {
		ModelRepository<Dated> dated = this.fixture.repository(Dated.class);
		ModelRepository<Stamped> stamped = this.fixture.repository(Stamped.class);
		Instant before = Instant.now().minusSeconds(1);
		Dated first = dated.create(new Dated(null, null));
		assertThat(first.changed()).isBetween(before, Instant.now());
		assertThat(dated.get(first.id())).isEqualTo(first);
		assertThat(dated.delete(first)).isTrue();
		Stamped second = stamped.create(new Stamped(null, null));
		assertThat(stamped.get(second.id())).isEqualTo(second);
		assertThatExceptionOfType(StaleVersionException.class)
			.isThrownBy(() -> stamped.delete(new Stamped(second.id(), second.changed().plusSeconds(1))));
		Stamped given = stamped.create(new Stamped(null, LocalDateTime.of(2026, 3, 29, 2, 30)));
		assertThat(stamped.get(given.id())).isEqualTo(given);
	}

	private String stored(String column, Offer offer) {
		return this.fixture.primary()
			.jdbcClient()
			.sql("select %s from %s where %s = ?".formatted(quote(column), quote("offer"), quote("id")))
			.param(offer.id())
			.query((rows, index) -> rows.getString(1))
			.single();
	}

	private String quote(String name) {
		return this.fixture.primary().dialect().quote(name);
	}

}
