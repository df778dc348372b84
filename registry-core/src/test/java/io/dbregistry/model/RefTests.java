package io.dbregistry.model;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

class RefTests {

	record Author(Long id) {
	}

	record Reader(Long id) {
	}

	@Test
	void isEqualByTargetAndKeyWhereverItComesFrom() {
		RefLoader loader = new RefLoader() {
			@Override
			public <T> T load(Ref<T> ref) {
				return ref.target().cast(new Author((Long) ref.key()));
			}
		};
		Ref<Author> read = Ref.of(Author.class, 5L, loader);
		assertThat(read).isEqualTo(Ref.of(Author.class, 5)).hasSameHashCodeAs(Ref.of(Author.class, 5));
		assertThat(read).isNotEqualTo(Ref.of(Author.class, 6)).isNotEqualTo(Ref.of(Reader.class, 5));
		assertThat(read.get()).isEqualTo(new Author(5L));
		assertThat(read).hasToString("Ref[Author 5]");
	}

	@Test
	void refusesToLoadFromNowhere() {
		assertThatExceptionOfType(UnloadedException.class).isThrownBy(() -> Ref.of(Author.class, 5).get())
			.withMessageContaining("The reference to 'Author' with key '5' was made from its key")
			.satisfies((ex) -> assertThat(ex.getKey()).contains(5L));
	}

	@Test
	void refusesNothingAsAKey() {
		assertThatNullPointerException().isThrownBy(() -> Ref.of(Author.class, null)).withMessageContaining("key");
	}

}
