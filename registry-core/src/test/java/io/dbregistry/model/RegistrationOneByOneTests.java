package io.dbregistry.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import io.dbregistry.model.ModelDefinitionException.Problem;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * That a registration, which looks only at what it concerns, finds what one of all models
 * would.
 */
class RegistrationOneByOneTests {

	@Model
	@Table(name = "one")
	record First(@Id long id) {
	}

	@Model
	@Table(name = "ONE")
	record SameTable(@Id long id) {
	}

	@Model
	record Numbered(@Id @GeneratedValue(strategy = GenerationType.SEQUENCE) @SequenceGenerator(name = "shared",
			allocationSize = 10) Long id) {
	}

	@Model
	record Otherwise(@Id @GeneratedValue(strategy = GenerationType.SEQUENCE) @SequenceGenerator(name = "shared",
			allocationSize = 20) Long id) {
	}

	@Model
	record Using(@Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "shared") Long id) {
	}

	private final Models models = Models.from(List.of(), List.of());

	private static String problem(ThrowingCallable work) {
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class, work);
		assertThat(ex).as("refused").isNotNull();
		assertThat(ex.getProblems()).hasSize(1);
		return ex.getProblems().stream().map(Problem::toString).findFirst().orElseThrow();
	}

	@Test
	void findsTheTableOfAModelThatWasThere() {
		this.models.register(First.class);
		for (int i = 0; i < 2; i++) { // a refused registration leaves no trace
			assertThat(problem(() -> this.models.register(SameTable.class))).contains("SameTable: the table",
					"is that of '" + First.class.getName() + "' too");
		}
		this.models.onRegister("First", (model) -> model.table("first"));
		this.models.register(SameTable.class);
		assertThat(problem(() -> this.models.onRegister("First", (model) -> model.table("one")))).contains("the table",
				"too");
		this.models.remove(SameTable.class);
		this.models.onRegister("First", (model) -> model.table("one"));
		assertThat(this.models.get(First.class).table().name().name()).isEqualTo("one");
	}

	@Test
	void findsTheSequencesOfAModelThatWasThere() {
		this.models.register(Numbered.class);
		this.models.register(Using.class);
		assertThat(catchThrowableOfType(ModelDefinitionException.class, () -> this.models.register(Otherwise.class)))
			.hasMessageContaining("begins at 1 and grows by 20 here, and at 1 by 10 in model 'Numbered'");
		this.models.remove("Using");
		this.models.remove("Numbered");
		this.models.register(Otherwise.class);
	}

	@Test
	void isWhatOneRegistrationWouldMakeOfAnyChanges() {
		Random random = new Random(11);
		Map<String, String> targets = new LinkedHashMap<>();
		for (int i = 0; i < 1500; i++) {
			String name = "M" + random.nextInt(40);
			String target = "M" + random.nextInt(40);
			switch (random.nextInt(4)) {
				case 0 -> assertThat(this.models.remove(name)).isEqualTo(targets.remove(name) != null);
				case 1 -> {
					this.models.register(Conflict.REPLACE, name, (model) -> declare(model, target));
					targets.put(name, target);
				}
				case 2 -> {
					this.models.register(Conflict.KEEP, name, (model) -> declare(model, target));
					targets.putIfAbsent(name, target);
				}
				default -> assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(() -> this.models
					.register("Wrong", (model) -> declare(model, target).add("broken", Thread.class)));
			}
			assertThat(this.models.find(name).isPresent()).isEqualTo(targets.containsKey(name));
			if (i % 50 == 0) {
				check(targets);
			}
		}
		check(targets);
	}

	private static ModelDefinition declare(ModelDefinition model, String target) {
		model.add("text", String.class).unique(true);
		model.reference("other", target);
		return model;
	}

	private void check(Map<String, String> targets) {
		assertThat(this.models.names()).containsExactlyElementsOf(targets.keySet());
		targets.forEach((name, target) -> {
			ModelType<?> model = this.models.get(name);
			if (targets.containsKey(target)) {
				assertThat(model.attribute("other").target()).isSameAs(this.models.get(target));
				assertThat(this.models.get(target).backwards()).isNotNull();
			}
			else {
				assertThatExceptionOfType(UnresolvedReferenceException.class).isThrownBy(model::table);
			}
		});
	}

	@Test
	void addsTheJoinModelWhenTheOtherSideComesBack() {
		List<String> names = new ArrayList<>();
		this.models.register(Shelf.class);
		names.add(String.join(" ", this.models.names()));
		this.models.register(Tag.class);
		names.add(String.join(" ", this.models.names()));
		this.models.remove("Tag");
		names.add(String.join(" ", this.models.names()));
		this.models.register(Tag.class);
		names.add(String.join(" ", this.models.names()));
		this.models.remove("ShelfTags");
		names.add(String.join(" ", this.models.names()));
		this.models.remove("Shelf");
		names.add(String.join(" ", this.models.names()));
		assertThat(names).containsExactly("Shelf", "Shelf Tag ShelfTags", "Shelf", "Shelf Tag ShelfTags",
				"Shelf Tag ShelfTags", "Tag");
	}

	@Model
	record Tag(@Id String name) {
	}

	@Model
	static class Shelf {

		@Id
		long id;

		@ManyToMany
		Set<Tag> tags;

	}

}
