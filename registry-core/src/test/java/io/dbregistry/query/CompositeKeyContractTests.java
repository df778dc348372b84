package io.dbregistry.query;

import java.util.List;

import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Keys of several attributes, and references to them, on every product. */
abstract class CompositeKeyContractTests {

	@Model
	record Purchase(@Id @GeneratedValue Long id, String customer) {
	}

	/** In another order than the key, with the key of the reference. */
	record LineId(int number, Long purchase) {
	}

	@Model
	@IdClass(LineId.class)
	record Line(@Id @ManyToOne Ref<Purchase> purchase, @Id @Column(name = "line_no") int number, String product,
			@Version int version) {
	}

	static class NoteId {

		private LineId line;

		private String kind;

		NoteId() {
		}

		NoteId(LineId line, String kind) {
			this.line = line;
			this.kind = kind;
		}

		@Override
		public boolean equals(@Nullable Object other) {
			return other instanceof NoteId id && this.line.equals(id.line) && this.kind.equals(id.kind);
		}

		@Override
		public int hashCode() {
			return this.line.hashCode();
		}

		@Override
		public String toString() {
			return this.line + "/" + this.kind;
		}

	}

	@Model
	@IdClass(NoteId.class)
	record Note(@Id @ManyToOne @JoinColumn(name = "no", referencedColumnName = "line_no") @JoinColumn(name = "purchase",
			referencedColumnName = "purchase_id") Line line, @Id String kind, String text) {
	}

	@Model
	record Photo(@Id @GeneratedValue Long id, @ManyToOne Ref<Note> note, @ManyToOne Line line) {
	}

	@Model
	record Price(@Id String sku, @Id int year, long cents) {
	}

	@Model
	record Offer(@Id @GeneratedValue Long id, @ManyToOne Ref<Price> price) {
	}

	@Model
	record Receipt(@Id @OneToOne Ref<Purchase> purchase, String text) {
	}

	@Model
	record Copy(@Id @GeneratedValue Long id, @ManyToOne Ref<Receipt> receipt) {
	}

	private final QueryFixture fixture;

	private final Purchase purchase;

	CompositeKeyContractTests(TestServer server) {
		this.fixture = QueryFixture.open(server, Purchase.class, Line.class, Note.class, Photo.class, Price.class,
				Offer.class, Receipt.class, Copy.class);
		this.purchase = this.fixture.repository(Purchase.class).create(new Purchase(null, "Lem"));
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void findsByAnObjectOfTheKeyClass() {
		Line line = lines().create(new Line(purchase(), 1, "tea", 0));
		LineId key = new LineId(1, this.purchase.id());
		assertThat(lines().get(key)).isEqualTo(line);
		assertThat(lines().get(List.of(this.purchase, 1))).isEqualTo(line);
		assertThat(lines().find(List.of(purchase(), 1))).contains(line);
		assertThat(lines().find(List.of(this.purchase.id(), 2))).isEmpty();
		assertThat(line.purchase().key()).isEqualTo(this.purchase.id());
		assertThat(lines().get(key).purchase().get()).isEqualTo(this.purchase);
		assertThatExceptionOfType(StaleVersionException.class)
			.isThrownBy(() -> lines().delete(new Line(purchase(), 1, "tea", 3)))
			.satisfies((ex) -> assertThat(ex.getKey()).isEqualTo(key));
		assertThat(lines().deleteByKey(key)).isTrue();
		assertThat(lines().deleteByKey(key)).isFalse();
	}

	@Test
	void refusesWhatIsNoKey() {
		assertThatIllegalArgumentException().isThrownBy(() -> lines().get(5))
			.withMessage(
					"The key of model 'Line' is a 'LineId' or a list of the values of 'purchase', 'number', and '5' is an 'Integer'; give one");
		assertThatIllegalArgumentException().isThrownBy(() -> lines().get(new LineId(1, null)))
			.withMessageContaining("is incomplete");
		assertThatIllegalArgumentException().isThrownBy(() -> lines().delete(new Line(null, 1, "tea", 0)))
			.withMessage("The object of model 'Line' has no 'purchase' yet; create it first");
	}

	@Test
	void joinsOverSeveralColumns() {
		Line line = lines().create(new Line(purchase(), 1, "tea", 0));
		Line other = lines().create(new Line(purchase(), 2, "rum", 0));
		Note note = notes().create(new Note(line, "gift", "for you"));
		NoteId key = new NoteId(new LineId(1, this.purchase.id()), "gift");
		this.fixture.executions();
		assertThat(notes().get(key)).isEqualTo(note);
		assertThat(this.fixture.executions()).hasSize(1);
		assertThat(notes().get(List.of(line, "gift"))).isEqualTo(note);
		ModelRepository<Photo> photos = this.fixture.repository(Photo.class);
		Photo photo = photos.create(new Photo(null, Ref.of(Note.class, key), other));
		Photo empty = photos.create(new Photo(null, null, null));
		Photo read = photos.get(photo.id());
		assertThat(read).isEqualTo(photo);
		assertThat(read.note().key()).isEqualTo(key);
		assertThat(read.note().get()).isEqualTo(note);
		assertThat(photos.get(empty.id())).isEqualTo(empty);
		assertThat(photos.query().filter("note", note).filter("line", other).get()).isEqualTo(photo);
		assertThat(photos.query().filter("line", null).get()).isEqualTo(empty);
		assertThat(photos.query().exclude("note", key).get()).isEqualTo(empty);
	}

	@Test
	void keepsListsAsKeysWhereThereIsNoClass() {
		ModelRepository<Price> prices = this.fixture.repository(Price.class);
		Price price = prices.create(new Price("tea", 2026, 995));
		ModelRepository<Offer> offers = this.fixture.repository(Offer.class);
		Offer offer = offers.create(new Offer(null, Ref.of(Price.class, List.of("tea", 2026))));
		Offer read = offers.get(offer.id());
		assertThat(read).isEqualTo(offer).hasSameHashCodeAs(offer);
		assertThat(read.price().key()).isEqualTo(List.of("tea", 2026L));
		assertThat(read.price().get()).isEqualTo(price);
		assertThat(offers.query().filter("price", price).count()).isOne();
	}

	@Test
	void sharesTheKeyOfWhatItRefersTo() {
		ModelRepository<Receipt> receipts = this.fixture.repository(Receipt.class);
		Receipt receipt = receipts.create(new Receipt(purchase(), "paid"));
		assertThat(receipts.get(this.purchase.id())).isEqualTo(receipt);
		assertThat(receipts.get(this.purchase)).isEqualTo(receipt);
		ModelRepository<Copy> copies = this.fixture.repository(Copy.class);
		Copy copy = copies.create(new Copy(null, Ref.of(Receipt.class, this.purchase.id())));
		assertThat(copies.get(copy.id())).isEqualTo(copy);
		assertThat(copies.get(copy.id()).receipt().get()).isEqualTo(receipt);
		copies.delete(copy);
		assertThat(receipts.delete(receipt)).isTrue();
		assertThat(receipts.find(this.purchase.id())).isEmpty();
	}

	private Ref<Purchase> purchase() {
		return Ref.of(Purchase.class, this.purchase.id());
	}

	private ModelRepository<Line> lines() {
		return this.fixture.repository(Line.class);
	}

	private ModelRepository<Note> notes() {
		return this.fixture.repository(Note.class);
	}

}
