package io.dbregistry.query;

import java.math.BigDecimal;
import java.util.List;

import io.dbregistry.model.Model;
import io.dbregistry.model.NoSuchAttributeException;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.AssociationOverride;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** How objects inside of objects are stored, read and asked for on every product. */
abstract class EmbeddedContractTests {

	@Model
	record Country(@Id String code, String name) {
	}

	@Embeddable
	record Geo(BigDecimal latitude, BigDecimal longitude) {
	}

	@Embeddable
	record Address(String street, @Column(length = 40) String city, Geo geo, @ManyToOne Country country,
			@ManyToOne Ref<Country> origin) {
	}

	@Embeddable
	record Money(long cents, @Column(length = 3, nullable = false) String currency) {
	}

	@Model
	record Customer(@Id @GeneratedValue Long id, String name, @Embedded Address home,
			@Embedded @AttributeOverride(name = "street", column = @Column(name = "work_street")) @AttributeOverride(
					name = "city", column = @Column(name = "work_city")) @AttributeOverride(name = "geo.latitude",
							column = @Column(name = "work_latitude")) @AttributeOverride(name = "geo.longitude",
									column = @Column(name = "work_longitude")) @AssociationOverride(name = "country",
											joinColumns = @JoinColumn(name = "work_country")) @AssociationOverride(
													name = "origin",
													joinColumns = @JoinColumn(name = "work_origin")) Address work,
			Money credit) {
	}

	@Embeddable
	static class Period {

		private @Nullable Integer begin;

		private @Nullable Integer finish;

		Period() {
		}

		Period(Integer begin, Integer finish) {
			this.begin = begin;
			this.finish = finish;
		}

	}

	@MappedSuperclass
	abstract static class Base<K> {

		@EmbeddedId
		K id;

		@Version
		int version;

		@Embedded
		@Nullable Period period;

	}

	@Embeddable
	record SlotId(@Column(name = "the_room") String room, int hour) {
	}

	@Model
	@AttributeOverride(name = "period.begin", column = @Column(name = "begins", nullable = false))
	@AttributeOverride(name = "id.hour", column = @Column(name = "the_hour"))
	static class Slot extends Base<SlotId> {

		String title;

		@ManyToOne
		@JoinColumn(name = "the_room", insertable = false, updatable = false)
		@Nullable Ref<Room> room;

		Slot() {
		}

		Slot(SlotId id, String title, @Nullable Period period) {
			this.id = id;
			this.title = title;
			this.period = period;
		}

	}

	@Model
	record Room(@Id @Column(length = 255) String name) {
	}

	@Model
	record Booking(@Id @GeneratedValue Long id, @ManyToOne Ref<Slot> slot, @ManyToOne(optional = false) Slot other) {
	}

	private final QueryFixture fixture;

	private final Country poland = new Country("PL", "Poland");

	EmbeddedContractTests(TestServer server) {
		this.fixture = QueryFixture.open(server, Country.class, Customer.class, Room.class, Slot.class, Booking.class);
		this.fixture.repository(Country.class).create(this.poland);
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void storesObjectsInsideOfObjectsInOneRow() {
		Address home = new Address("Rynek 1", "Krakow", new Geo(new BigDecimal("50.06"), new BigDecimal("19.94")),
				this.poland, null);
		Address work = new Address("Rynek 2", "Lviv", null, null, Ref.of(Country.class, "PL"));
		Customer stored = customers().create(new Customer(null, "Lem", home, work, new Money(995, "PLN")));
		assertThat(this.fixture.executions()).hasSize(2);
		assertThat(customers().get(stored.id())).isEqualTo(stored);
		assertThat(customers().get(stored.id()).work().origin().get()).isEqualTo(this.poland);
		assertThat(this.fixture.models().get(Customer.class).table().columns()).extracting("name")
			.containsExactly("id", "name", "street", "city", "latitude", "longitude", "country_code", "origin_code",
					"work_street", "work_city", "work_latitude", "work_longitude", "work_country", "work_origin",
					"cents", "currency");
	}

	@Test
	void readsAnObjectWithoutAnyValueAsNull() {
		Customer none = customers().create(new Customer(null, "none", null, null, new Money(0, "PLN")));
		assertThat(customers().get(none.id())).isEqualTo(none);
		Customer empty = customers().create(new Customer(null, "empty", new Address(null, null, null, null, null),
				new Address(null, null, new Geo(null, BigDecimal.ONE.setScale(2)), null, null), new Money(0, "PLN")));
		Customer read = customers().get(empty.id());
		assertThat(read.home()).isNull();
		assertThat(read.work()).isEqualTo(empty.work());
		Customer joined = customers().create(new Customer(null, "joined",
				new Address(null, null, null, this.poland, null), null, new Money(0, "PLN")));
		assertThat(customers().get(joined.id())).isEqualTo(joined);
	}

	@Test
	void findsAndOrdersByPathsIntoObjects() {
		customers().create(customer("one", "Krakow", "1.00"));
		customers().create(customer("two", "Lviv", "3.00"));
		customers().create(customer("three", "Lviv", "2.00"));
		customers().create(new Customer(null, "none", null, null, new Money(5, "PLN")));
		QuerySet<Customer> query = customers().query();
		assertThat(names(query.filter("home.city", "Lviv").orderBy("home.geo.latitude"))).containsExactly("three",
				"two");
		assertThat(names(query.exclude("home.city", "Lviv").orderBy("name"))).containsExactly("none", "one");
		assertThat(names(query.filter("home.geo", null).orderBy("name"))).containsExactly("none");
		assertThat(names(query.exclude("home", null).orderBy("-name"))).containsExactly("two", "three", "one");
		assertThat(names(query.filter("home.country", this.poland).orderBy("name"))).isEmpty();
		assertThat(names(query.filter("credit", new Money(5, "PLN")))).containsExactly("none");
		assertThat(names(query.filter("credit.cents", 5))).containsExactly("none");
	}

	@Test
	void comparesObjectsColumnByColumn() {
		Customer one = customers().create(customer("one", "Krakow", "1.00"));
		customers().create(customer("two", "Lviv", "3.00"));
		QuerySet<Customer> query = customers().query();
		assertThat(names(query.filter("home", one.home()))).containsExactly("one");
		assertThat(names(query.exclude("home", one.home()))).containsExactly("two");
		assertThat(names(query.filter("home.geo", new Geo(null, null)))).isEmpty();
		assertThat(query.filter("home.geo", new Geo(new BigDecimal("1.00"), null)).exclude("name", "two").count())
			.isOne();
	}

	@Test
	void tellsWhichPathsThereAre() {
		assertThatExceptionOfType(NoSuchAttributeException.class)
			.isThrownBy(() -> customers().query().filter("home.citty", "x"))
			.withMessageContaining("Model 'Customer' has no attribute 'home.citty' (near: 'home.city'");
		assertThatIllegalArgumentException().isThrownBy(() -> customers().query().filter("home.country.name", "Poland"))
			.withMessage("'home.country.name' leads from model 'Customer' to 'Country', and conditions and orders "
					+ "over references are not supported yet; query 'Country' by 'name' first, "
					+ "then 'Customer' by the 'home.country' that was found");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> customers().query().filter("name", customer("Ann", "Lviv", "1.00")))
			.withMessage("'name' of model 'Customer' has values of type 'String', and a 'Customer' is given; "
					+ "give a 'String'");
		assertThatIllegalArgumentException().isThrownBy(() -> customers().query().filter("home", "Lviv"))
			.withMessageContaining("has values of type 'Address', and 'Lviv' is a 'String'; give an 'Address'");
	}

	@Test
	void findsByAKeyThatIsAnObject() {
		this.fixture.repository(Room.class).create(new Room("blue"));
		SlotId key = new SlotId("blue", 9);
		Slot stored = slots().create(new Slot(key, "standup", new Period(1, 2)));
		assertThat(stored.version).isZero();
		Slot read = slots().get(key);
		assertThat(read.id).isEqualTo(key);
		assertThat(read.title).isEqualTo("standup");
		assertThat(read.room).isEqualTo(Ref.of(Room.class, "blue"));
		assertThat(read.period).isNotNull();
		assertThat(read.period.begin).isOne();
		assertThat(slots().get(List.of("blue", 9)).id).isEqualTo(key);
		assertThat(slots().query().filter("id.hour", 9).filter("room", "blue").orderBy("id").get().id).isEqualTo(key);
		assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> slots().get(new SlotId("blue", 10)))
			.satisfies((ex) -> assertThat(ex.getKey()).contains(new SlotId("blue", 10)));
		assertThatIllegalArgumentException().isThrownBy(() -> slots().get(new SlotId(null, 9)))
			.withMessageContaining("of model 'Slot' is incomplete; give a value to each of its parts");
		assertThatIllegalArgumentException().isThrownBy(() -> slots().get("blue"))
			.withMessageContaining("has values of type 'SlotId', and 'blue' is a 'String'");
		read.version = 7;
		assertThatExceptionOfType(StaleVersionException.class).isThrownBy(() -> slots().delete(read))
			.satisfies((ex) -> assertThat(ex.getKey()).isEqualTo(key));
		assertThat(slots().delete(stored)).isTrue();
		assertThat(slots().deleteByKey(key)).isFalse();
	}

	@Test
	void refersToAKeyThatIsAnObject() {
		this.fixture.repository(Room.class).create(new Room("blue"));
		Slot one = slots().create(new Slot(new SlotId("blue", 9), "one", new Period(1, 2)));
		Slot two = slots().create(new Slot(new SlotId("blue", 10), "two", new Period(1, null)));
		ModelRepository<Booking> bookings = this.fixture.repository(Booking.class);
		Booking stored = bookings.create(new Booking(null, Ref.of(Slot.class, one.id), two));
		Booking empty = bookings.create(new Booking(null, null, two));
		this.fixture.executions();
		Booking read = bookings.get(stored.id());
		assertThat(this.fixture.executions()).hasSize(1);
		assertThat(read.slot()).isEqualTo(stored.slot());
		assertThat(read.slot().get().title).isEqualTo("one");
		assertThat(read.other().title).isEqualTo("two");
		assertThat(bookings.get(empty.id()).slot()).isNull();
		assertThat(bookings.query().filter("slot", one).get().id()).isEqualTo(stored.id());
		assertThat(bookings.query().filter("slot", List.of("blue", 9)).count()).isOne();
		assertThat(bookings.query().filter("slot", null).get().id()).isEqualTo(empty.id());
		assertThat(bookings.query().exclude("slot", null).get().id()).isEqualTo(stored.id());
		assertThat(bookings.query().exclude("slot", new SlotId("blue", 9)).get().id()).isEqualTo(empty.id());
	}

	private static Customer customer(String name, String city, String latitude) {
		return new Customer(null, name, new Address("x", city, new Geo(new BigDecimal(latitude), null), null, null),
				null, new Money(1, "PLN"));
	}

	private static List<String> names(QuerySet<Customer> query) {
		return query.list().stream().map(Customer::name).toList();
	}

	private ModelRepository<Customer> customers() {
		return this.fixture.repository(Customer.class);
	}

	private ModelRepository<Slot> slots() {
		return this.fixture.repository(Slot.class);
	}

}
