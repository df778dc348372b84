package io.dbregistry.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What several threads see that register and read at once. */
class ConcurrentRegistrationTests {

	private static final int THREADS = 8;

	@Model
	record Egg(@Id long id, @ManyToOne Ref<Hen> hen) {
	}

	@Model
	record Hen(@Id long id, @ManyToOne Ref<Egg> egg) {
	}

	private final Models models = Models.from(List.of(), List.of());

	private final ExecutorService threads = Executors.newFixedThreadPool(THREADS);

	@AfterEach
	void stop() {
		this.threads.shutdownNow();
	}

	private void together(int times, IntFunction<Callable<?>> work) throws Exception {
		CyclicBarrier start = new CyclicBarrier(THREADS);
		List<Future<?>> futures = new ArrayList<>();
		for (int thread = 0; thread < THREADS; thread++) {
			int number = thread;
			futures.add(this.threads.submit(() -> {
				start.await();
				for (int i = number; i < times; i += THREADS) {
					work.apply(i).call();
				}
				return null;
			}));
		}
		for (Future<?> future : futures) {
			future.get(60, TimeUnit.SECONDS);
		}
	}

	@Test
	void listsEachOf200ModelsOnceAndTellsEachCallbackOnce() throws Exception {
		Map<String, Integer> permanent = new ConcurrentHashMap<>();
		Map<String, Integer> once = new ConcurrentHashMap<>();
		this.models.onRegister((model) -> permanent.merge(model.name(), 1, Integer::sum));
		for (int i = 0; i < 200; i++) {
			this.models.onRegister("Model" + i, (model) -> once.merge(model.name(), 1, Integer::sum));
		}
		together(200, (i) -> () -> this.models.register("Model" + i, (model) -> model.add("name", String.class)));
		String[] names = IntStream.range(0, 200).mapToObj((i) -> "Model" + i).toArray(String[]::new);
		assertThat(this.models.names()).containsExactlyInAnyOrder(names);
		assertThat(permanent).containsOnlyKeys(names).allSatisfy((name, times) -> assertThat(times).isOne());
		assertThat(once).containsOnlyKeys(names).allSatisfy((name, times) -> assertThat(times).isOne());
	}

	@Test
	void letsOneOfManyWinAName() throws Exception {
		Map<String, Integer> told = new ConcurrentHashMap<>();
		this.models.onRegister((model) -> told.merge(model.name(), 1, Integer::sum));
		Map<String, Set<ModelType<?>>> answers = new ConcurrentHashMap<>();
		together(THREADS * 20, (i) -> () -> {
			String name = "Model" + i / THREADS;
			ModelType<?> answer = this.models.register(Conflict.KEEP, name,
					(model) -> model.add("name" + i, String.class));
			return answers.computeIfAbsent(name, (any) -> ConcurrentHashMap.newKeySet()).add(answer);
		});
		assertThat(this.models.names()).hasSize(20);
		assertThat(told).hasSize(20).allSatisfy((name, times) -> assertThat(times).isOne());
		assertThat(answers)
			.allSatisfy((name, models) -> assertThat(models).containsExactly((ModelType<?>) this.models.get(name)));
	}

	@Test
	void tellsACallbackThatComesMeanwhileOfEachModelOnce() throws Exception {
		Map<String, Integer> told = new ConcurrentHashMap<>();
		together(200,
				(i) -> (i == 77) ? () -> this.models.onRegister((model) -> told.merge(model.name(), 1, Integer::sum))
						: () -> this.models.register("Model" + i, (model) -> model.add("name", String.class)));
		assertThat(told).hasSize(199).allSatisfy((name, times) -> assertThat(times).isOne());
	}

	@Test
	void showsRegistrationsAsAWhole() throws Exception {
		AtomicBoolean done = new AtomicBoolean();
		List<Future<Integer>> readers = new ArrayList<>();
		for (int i = 0; i < 3; i++) {
			readers.add(this.threads.submit(() -> {
				int torn = 0;
				while (!done.get()) {
					List<String> names = this.models.names();
					torn += (names.size() == 1) ? 1 : 0;
				}
				return torn;
			}));
		}
		for (int i = 0; i < 300; i++) {
			this.models.register(Egg.class, Hen.class);
			CallbackHandle both = this.models.onRegister(Times.ALWAYS, (model) -> this.models.remove(model.name()));
			assertThat(this.models.names()).isEmpty();
			both.close();
		}
		done.set(true);
		for (Future<Integer> reader : readers) {
			assertThat(reader.get(60, TimeUnit.SECONDS)).isZero();
		}
	}

}
