package io.dbregistry.query;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.model.Model;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** That objects of any class are stored as JSON. */
abstract class JsonObjectContractTests {

	enum Size {

		SMALL, LARGE

	}

	record Line(String product, int amount, BigDecimal price, @Nullable Size size, Instant at) {
	}

	/** A class that Jackson can read and write. */
	public static class Settings {

		public String theme = "dark";

		public List<LocalDate> days = List.of();

	}

	/** A class that fails to be written. */
	public static class Broken {

		public String getSecret() {
			throw new IllegalStateException("top secret");
		}

	}

	@Embeddable
	record Basket(String label, @Column(columnDefinition = "json") Line first) {
	}

	@Model
	record Cart(@Id @GeneratedValue Long id, @Column(columnDefinition = "json") List<Line> lines,
			@Column(columnDefinition = "json") Line best,
			@Column(columnDefinition = "json") Map<Integer, Line> numbered,
			@Column(columnDefinition = "json") Settings settings, @Column(columnDefinition = "json") Broken broken,
			Basket basket) {
	}

	private static final Line LINE = new Line("it's \"\u00fc\"", 3, new BigDecimal("9.5"), Size.LARGE,
			Instant.parse("2024-02-29T23:59:59.123456Z"));

	private static final Line BARE = new Line("", -1, BigDecimal.ONE, null, Instant.EPOCH);

	private final QueryFixture fixture;

	private final ModelRepository<Cart> repository;

	JsonObjectContractTests(TestServer server) {
		this.fixture = QueryFixture.open(server, Cart.class);
		this.repository = this.fixture.repository(Cart.class);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void keepsRecordsClassesAndTheirContainers() {
		Settings settings = new Settings();
		settings.days = List.of(LocalDate.EPOCH);
		Cart stored = this.repository.create(
				new Cart(null, List.of(LINE, BARE), LINE, Map.of(7, BARE), settings, null, new Basket("first", LINE)));
		Cart read = this.repository.get(stored.id());
		assertThat(read.lines()).containsExactly(LINE, BARE);
		assertThat(read.best()).isEqualTo(LINE);
		assertThat(read.numbered()).isEqualTo(Map.of(7, BARE));
		assertThat(read.settings()).usingRecursiveComparison().isEqualTo(settings);
		assertThat(read.basket()).isEqualTo(new Basket("first", LINE));
	}

	@Test
	void keepsNothingAsNull() {
		Cart stored = this.repository.create(new Cart(null, null, null, null, null, null, null));
		assertThat(this.repository.get(stored.id())).isEqualTo(stored);
		assertThat(this.repository.query().filter("lines", null).count()).isOne();
	}

	@Test
	void saysWhatCannotBeReadWithoutItsValue() {
		Cart stored = this.repository.create(new Cart(null, null, BARE, null, null, null, null));
		Dialect dialect = this.fixture.primary().dialect();
		this.fixture.primary()
			.jdbcClient()
			.sql("update %s set %s = %s'{\"amount\": \"top secret\"}'".formatted(dialect.quote("cart"),
					dialect.quote("best"), dialect.product().equals("H2") ? "json " : ""))
			.update();
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> this.repository.get(stored.id()))
			.withMessageContaining(
					"'best' of model 'Cart' of type '%s' cannot be read from JSON (InvalidFormatException)"
						.formatted(Line.class.getTypeName()))
			.satisfies((ex) -> assertThat(printed(ex)).doesNotContain("top secret"));
	}

	@Test
	void saysWhatCannotBeWrittenWithoutItsValue() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.repository.create(new Cart(null, null, null, null, null, new Broken(), null)))
			.withMessageContaining("'broken' of model 'Cart' of type '%s' cannot be written as JSON"
				.formatted(Broken.class.getTypeName()))
			.satisfies((ex) -> assertThat(printed(ex)).doesNotContain("top secret"));
		assertThat(this.repository.query().exists()).isFalse();
	}

	private static String printed(Throwable failure) {
		StringWriter text = new StringWriter();
		failure.printStackTrace(new PrintWriter(text));
		return text.toString();
	}

}
