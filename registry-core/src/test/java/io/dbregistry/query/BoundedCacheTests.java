package io.dbregistry.query;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class BoundedCacheTests {

	private final BoundedCache<Integer, String> cache = new BoundedCache<>(3);

	@Test
	void keepsTheFirstValue() {
		assertThat(this.cache.find(1)).isNull();
		assertThat(this.cache.keep(1, "one")).isEqualTo("one");
		assertThat(this.cache.keep(1, "other")).isEqualTo("one");
		assertThat(this.cache.find(1)).isEqualTo("one");
	}

	@Test
	void makesRoomWhenItIsFull() {
		for (int i = 0; i < 100; i++) {
			this.cache.keep(i, "value");
			assertThat(this.cache.find(i)).isEqualTo("value");
		}
		assertThat(this.cache.size()).isEqualTo(3);
	}

}
