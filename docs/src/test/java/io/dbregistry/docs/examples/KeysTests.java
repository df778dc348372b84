package io.dbregistry.docs.examples;

import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.query.ModelRepository;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class KeysTests {

	// tag::embedded[]
	@Embeddable
	record Address(String street, @Column(length = 40) String city) {
	}

	@Model
	record Customer(@Id @GeneratedValue Long id, Address home,
			@Embedded @AttributeOverride(name = "street", column = @Column(name = "work_street")) @AttributeOverride(
					name = "city", column = @Column(name = "work_city")) Address work) {
	}
	// end::embedded[]

	// tag::keys[]
	@Model
	record Purchase(@Id @GeneratedValue Long id, String customer) {
	}

	record LineId(Long purchase, int number) { // holds the key of the purchase
	}

	@Model
	@IdClass(LineId.class)
	record Line(@Id @ManyToOne Ref<Purchase> purchase, @Id int number, String product) {
	}

	@Embeddable
	record SlotId(String room, int hour) {
	}

	@Model
	record Slot(@EmbeddedId SlotId id, String title) {
	}

	@Model // the slot is in the columns slot_room and slot_hour
	record Note(@Id @GeneratedValue Long id, @ManyToOne Ref<Slot> slot,
			@ManyToOne @JoinColumn(name = "line_no", referencedColumnName = "number") @JoinColumn(name = "purchase",
					referencedColumnName = "purchase_id") Line line) {
	}
	// end::keys[]

	@Test
	void findsWhatIsEmbedded() {
		Registry registry = Registry.builder().database("jdbc:h2:mem:embedded").models(Customer.class).build();
		try (Lease lease = registry.open("docs")) {
			registry.schemas().createAll();
			registry.repository(Customer.class).create(new Customer(null, new Address("Rynek 1", "Krakow"), null));
			// tag::paths[]
			List<Customer> customers = registry.query(Customer.class)
				.filter("home.city", "Krakow")
				.orderBy("home.street")
				.list();
			// end::paths[]
			assertThat(customers).hasSize(1).allMatch((customer) -> customer.work() == null);
		}
	}

	@Test
	void findsByKeyObjects() {
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:keys")
			.models(Purchase.class, Line.class, Slot.class, Note.class)
			.build();
		try (Lease lease = registry.open("docs")) {
			registry.schemas().createAll();
			Purchase purchase = registry.repository(Purchase.class).create(new Purchase(null, "Lem"));
			Line line = registry.repository(Line.class)
				.create(new Line(Ref.of(Purchase.class, purchase.id()), 1, "tea"));
			Slot slot = registry.repository(Slot.class).create(new Slot(new SlotId("blue", 9), "standup"));
			// tag::find[]
			ModelRepository<Line> lines = registry.repository(Line.class);
			lines.get(new LineId(purchase.id(), 1));
			lines.get(List.of(purchase, 1)); // the parts, in the order of the model

			ModelRepository<Note> notes = registry.repository(Note.class);
			Note note = notes.create(new Note(null, Ref.of(Slot.class, slot.id()), line));
			note.slot().key(); // SlotId[room=blue, hour=9]
			// end::find[]
			assertThat(lines.get(List.of(purchase, 1))).isEqualTo(line);
			assertThat(notes.get(note.id())).isEqualTo(note);
		}
	}

}
