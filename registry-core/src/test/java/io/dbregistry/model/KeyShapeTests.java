package io.dbregistry.model;

import java.util.Arrays;
import java.util.List;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.ManyToOne;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

/** One row has one key, so that references to it are equal. */
class KeyShapeTests {

	@Model
	record Purchase(@Id @GeneratedValue Long id) {
	}

	record LineId(Long purchase, int number) {
	}

	@Model
	@IdClass(LineId.class)
	record Line(@Id @ManyToOne Ref<Purchase> purchase, @Id int number) {
	}

	/** Has the key of its line. */
	@Model
	record Check(@Id @ManyToOne Line line, String text) {
	}

	@Model
	record Mark(@Id @ManyToOne Ref<Line> line, @Id String kind) {
	}

	@Embeddable
	record SlotId(String room, int hour) {
	}

	@Model
	static class Slot {

		@EmbeddedId
		private SlotId id;

	}

	@Model
	record Price(@Id String sku, @Id int year) {
	}

	@Model
	record Offer(@Id @ManyToOne Ref<Price> price, @Id int number) {
	}

	@Model
	record Loop(@Id @ManyToOne Ref<Loop> loop) {
	}

	@Test
	void refusesAListInPlaceOfAKeyObject() {
		assertThatIllegalArgumentException().isThrownBy(() -> Ref.of(Line.class, List.of(5L, 1)))
			.withMessage(
					"'[5, 1]' is no key for a reference to 'Line', whose keys are objects of class 'LineId'; make one of its parts");
		refused(() -> Ref.of(Slot.class, List.of("red", 9)), "SlotId");
		refused(() -> Ref.of(Check.class, List.of(5L, 1)), "LineId");
		refused(() -> Ref.of(Mark.class, List.of(List.of(5L, 1), "x")), "LineId");
		refused(() -> Ref.of(Models.from(List.of(Slot.class), List.of()).get(Slot.class), List.of("red", 9), loader()),
				"SlotId");
	}

	private static void refused(ThrowingCallable call, String keyClass) {
		assertThatIllegalArgumentException().isThrownBy(call).withMessageContaining("of class '" + keyClass + "'");
	}

	private static RefLoader loader() {
		return new RefLoader() {
			@Override
			public <T> T load(Ref<T> ref) {
				throw new IllegalStateException();
			}
		};
	}

	@Test
	void takesEachFormThatIsTheOnlyOne() {
		LineId key = new LineId(5L, 1);
		assertThat(Ref.of(Line.class, key)).isEqualTo(Ref.of(Line.class, new LineId(5L, 1)));
		assertThat(Ref.of(Mark.class, List.of(Ref.of(Line.class, key), "x")))
			.isEqualTo(Ref.of(Mark.class, List.of(key, "x")));
		assertThat(Ref.of(Offer.class, List.of(List.of("tea", 2026), 1)))
			.isEqualTo(Ref.of(Offer.class, List.of(Ref.of(Price.class, List.of("tea", (short) 2026)), 1L)));
		assertThat(Ref.of("Shelf", List.of(1, 2)).key()).isEqualTo(List.of(1L, 2L));
		assertThat(Ref.of(Loop.class, List.of(1)).key()).isEqualTo(List.of(1L));
	}

	@Test
	void refusesPartsThatAreMissing() {
		assertThatNullPointerException().isThrownBy(() -> Ref.of(Price.class, Arrays.asList("a", null)))
			.withMessage("The key '[a, null]' of a reference has a part that is null; give each part");
	}

}
