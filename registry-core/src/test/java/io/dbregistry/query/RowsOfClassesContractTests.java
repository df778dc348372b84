package io.dbregistry.query;

import java.util.List;

import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.model.Row;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.UniqueConstraint;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DuplicateKeyException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Rows of models whose classes have more than plain values, on every product. */
abstract class RowsOfClassesContractTests {

	@Model
	record Country(@Id @Column(length = 2) String code, String name) {
	}

	@Embeddable
	record Geo(Integer latitude, Integer longitude) {
	}

	@Embeddable
	record Address(String city, Geo geo, @ManyToOne Country country) {
	}

	@Model
	record Customer(@Id @GeneratedValue Long id, String name, @Embedded Address home,
			@AttributeOverride(name = "code", column = @Column(name = "phone_code")) Phone phone) {
	}

	@Embeddable
	record Phone(Integer code) {
	}

	@Embeddable
	record SlotId(@Column(length = 20) String room, int hour) {
	}

	@Model
	static class Slot {

		@EmbeddedId
		@Nullable SlotId id;

		@Nullable String title;

		@ManyToMany
		@JoinTable(name = "guest_list",
				joinColumns = { @JoinColumn(name = "at_hour", referencedColumnName = "hour"),
						@JoinColumn(name = "in_room", referencedColumnName = "room") },
				inverseJoinColumns = @JoinColumn(name = "guest"),
				uniqueConstraints = @UniqueConstraint(name = "one_room_each", columnNames = { "guest", "at_hour" }),
				indexes = @jakarta.persistence.Index(name = "guests_by_hour", columnList = "at_hour, guest"))
		@Nullable List<Customer> guests;

	}

	@Model
	@IdClass(LineId.class)
	record Line(@Id @ManyToOne Ref<Customer> customer, @Id int number, @ManyToOne Slot slot) {
	}

	record LineId(Long customer, int number) {
	}

	private final QueryFixture fixture;

	private final Customer lem;

	RowsOfClassesContractTests(TestServer server) {
		this.fixture = QueryFixture.open(server, Country.class, Customer.class, Slot.class, Line.class);
		Country poland = this.fixture.repository(Country.class).create(new Country("PL", "Poland"));
		this.lem = this.fixture.repository(Customer.class)
			.create(new Customer(null, "Lem", new Address("Krakow", new Geo(50, 20), poland), new Phone(48)));
		for (String room : List.of("blue", "red")) {
			rows("Slot").create(new Row().set("id", new SlotId(room, 9)).set("title", room));
		}
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void readsAndWritesEmbeddedObjects() {
		ModelRepository<Row> rows = rows("Customer");
		Row read = rows.get(this.lem.id());
		assertThat(read.get("home")).isEqualTo(this.lem.home());
		assertThat(read.get("phone", Phone.class)).isEqualTo(new Phone(48));
		Row stored = rows.create(new Row().set("name", "none").set("phone", new Phone(1)));
		assertThat(rows.get(stored.get("id")).get("home")).isNull();
		assertThat(rows.query().filter("home.geo.latitude", 50).get()).isEqualTo(read);
		assertThat(rows.query().filter("home.country", "PL").orderBy("-home.city").get()).isEqualTo(read);
		assertThat(rows.query().exclude("home", this.lem.home()).get().get("name")).isEqualTo("none");
		assertThat(rows.delete(read)).isTrue();
	}

	@Test
	void readsAndWritesKeysOfSeveralColumns() {
		ModelRepository<Row> slots = rows("Slot");
		Row blue = slots.get(new SlotId("blue", 9));
		assertThat(blue.asMap()).containsOnlyKeys("id", "title").containsEntry("id", new SlotId("blue", 9));
		assertThat(slots.get(List.of("blue", 9))).isEqualTo(blue);
		ModelRepository<Row> lines = rows("Line");
		Row line = lines.create(new Row().set("customer", Ref.of(Customer.class, this.lem.id()))
			.set("number", 1)
			.set("slot", Ref.of(Slot.class, new SlotId("blue", 9))));
		Row read = lines.get(new LineId(this.lem.id(), 1));
		assertThat(read).isEqualTo(line);
		assertThat(((Ref<?>) read.get("slot")).key()).isEqualTo(new SlotId("blue", 9));
		assertThat(lines.query().filter("slot", blue).get()).isEqualTo(line);
		assertThat(lines.query().filter("customer", this.lem).exclude("slot", null).count()).isOne();
		assertThat(lines.deleteByKey(List.of(this.lem.id(), 1))).isTrue();
	}

	@Test
	void keepsConstraintsAndIndexesOfAJoinTable() {
		Table table = this.fixture.models().get("SlotGuests").table();
		assertThat(table.name()).isEqualTo(QualifiedName.of("guest_list"));
		assertThat(table.primaryKey().columns()).containsExactly("in_room", "at_hour", "guest");
		assertThat(table.uniques()).extracting("name").containsExactly("one_room_each");
		assertThat(table.indexes()).extracting(Index::name).contains("guests_by_hour");
		ModelRepository<Row> guests = rows("SlotGuests");
		Row row = guests.create(guest("blue"));
		assertThat(guests.query().filter("slot", new SlotId("blue", 9)).get()).isEqualTo(row);
		assertThatExceptionOfType(DuplicateKeyException.class).isThrownBy(() -> guests.create(guest("red")));
		ModelRepository<Slot> slots = this.fixture.repository(Slot.class);
		Slot slot = slots.fetch(slots.get(new SlotId("blue", 9)), "guests");
		assertThat(slot.guests).containsExactly(this.lem);
		assertThat(slots.fetch(slots.get(new SlotId("red", 9)), "guests").guests).isEmpty();
	}

	private Row guest(String room) {
		return new Row().set("slot", Ref.of(Slot.class, new SlotId(room, 9)))
			.set("customer", Ref.of(Customer.class, this.lem.id()));
	}

	@Test
	void namesModelAndPathOfWhatDoesNotFit() {
		refused("Customer", "home.city", 5, "'home.city' of model 'Customer' has values of type 'String'");
		refused("Customer", "home.geo.latitude", 1.5,
				"'home.geo.latitude' of model 'Customer' has values of type 'Integer'");
		refused("Line", "number", "one", "'number' of model 'Line' has values of type");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.fixture.repository(Customer.class).query().filter("home.geo.latitude", "x"))
			.withMessageContaining("'home.geo.latitude' of model 'Customer' has values of type 'Integer'");
	}

	private void refused(String model, String path, Object value, String message) {
		assertThatIllegalArgumentException().isThrownBy(() -> rows(model).query().filter(path, value))
			.withMessageContaining(message);
	}

	private ModelRepository<Row> rows(String model) {
		return this.fixture.repository(model);
	}

}
