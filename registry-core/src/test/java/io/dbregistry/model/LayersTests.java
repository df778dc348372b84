package io.dbregistry.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class LayersTests {

	@Test
	void isWhatAMapWouldBeAfterAnyChanges() {
		Random random = new Random(7);
		Map<Integer, Integer> expected = new HashMap<>();
		Layers<Integer, Integer> layers = new Layers<>();
		for (int i = 0; i < 3000; i++) {
			int key = random.nextInt(400);
			Layers<Integer, Integer> before = layers;
			Integer previous = expected.get(key);
			if (random.nextInt(20) == 0) {
				layers = layers.with(List.of(key, 1000), Map.of());
				expected.remove(key);
			}
			else {
				layers = layers.with(List.of(), Map.of(key, i));
				expected.put(key, i);
			}
			assertThat(layers.get(key)).isEqualTo(expected.get(key));
			assertThat(before.get(key)).as("the map before").isEqualTo(previous);
		}
		assertThat(layers.values()).containsExactlyInAnyOrderElementsOf(expected.values());
		for (int key = 0; key < 400; key++) {
			assertThat(layers.get(key)).isEqualTo(expected.get(key));
		}
	}

	@Test
	void replacesWhatIsRemoved() {
		Layers<String, Integer> layers = new Layers<String, Integer>().with(List.of(), Map.of("a", 1, "b", 2))
			.with(List.of("a", "b"), Map.of("a", 3));
		assertThat(layers.get("a")).isEqualTo(3);
		assertThat(layers.values()).containsExactly(3);
	}

}
