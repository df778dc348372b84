package io.dbregistry.model;

import java.util.List;
import java.util.UUID;

import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.model.Attribute.Generation;
import io.dbregistry.model.ModelDefinitionException.Problem;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Which sequences keys are taken from, and what is said when they cannot be. */
class SequenceDefinitionTests {

	@Model(schema = "shop")
	record Plain(@Id @GeneratedValue(strategy = GenerationType.SEQUENCE) Long id) {
	}

	@Model
	@Table(name = "sales")
	@SequenceGenerator(name = "shared", sequenceName = "all keys", schema = "keys", initialValue = 1000,
			allocationSize = 10)
	@SequenceGenerator(name = "own_name")
	record Sale(@Id @GeneratedValue(generator = "shared") long id) {
	}

	@Model
	record Other(@Id @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "own_name") int id) {
	}

	@Model
	record Unnamed(@Id @GeneratedValue @SequenceGenerator(allocationSize = 5) Long id) {
	}

	private static Attribute key(Class<?> type) {
		return Models.from(List.of(Plain.class, Sale.class, Other.class, Unnamed.class), List.of())
			.get(type)
			.key()
			.get(0);
	}

	@Test
	void findsSequencesByTheNamesOfGenerators() {
		assertThat(key(Sale.class).findSequence())
			.contains(new Sequence(new QualifiedName("keys", "all keys"), 1000, 10));
		assertThat(key(Other.class).findSequence()).contains(new Sequence(QualifiedName.of("own_name"), 1, 50));
		assertThat(key(Other.class).generation()).isEqualTo(Generation.SEQUENCE);
	}

	@Test
	void namesSequencesAfterTables() {
		assertThat(key(Plain.class).findSequence())
			.contains(new Sequence(new QualifiedName("shop", "plain_seq"), 1, 50));
		assertThat(key(Unnamed.class).findSequence()).contains(new Sequence(QualifiedName.of("unnamed_seq"), 1, 5));
		assertThat(key(Plain.class).columns().get(0).identity()).isFalse();
	}

	@Test
	void canBeAskedForInCallbacks() {
		Models models = Models.from(List.of(), List.of());
		models.register("Setting", (model) -> model.add("id", Long.class).key().generated(GenerationType.SEQUENCE));
		assertThat(models.get("Setting").key().get(0).findSequence())
			.contains(new Sequence(QualifiedName.of("setting_seq"), 1, 50));
	}

	@Test
	void refusesGeneratorsThatCannotWork() {
		@Model
		record Table(@Id @GeneratedValue(strategy = GenerationType.TABLE) Long id) {
		}
		@Model
		record Missing(@Id @GeneratedValue(generator = "own_nam") Long id) {
		}
		@Model
		record Mixed(@Id @GeneratedValue(strategy = GenerationType.IDENTITY, generator = "own_name") Long id) {
		}
		@Model
		record Random(@Id @GeneratedValue(generator = "own_name") UUID id) {
		}
		@Model
		record Text(@Id @GeneratedValue(strategy = GenerationType.SEQUENCE) String id) {
		}
		@Model
		record Size(@Id @GeneratedValue @SequenceGenerator(allocationSize = 0) Long id) {
		}
		@Model
		record Differs(@Id @GeneratedValue @SequenceGenerator(name = "own_name", initialValue = 3) Long id) {
		}
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class,
				() -> Models.from(List.of(Sale.class, Other.class, Table.class, Missing.class, Mixed.class,
						Random.class, Text.class, Size.class, Differs.class), List.of()));
		assertThat(ex.getProblems()).extracting(Problem::toString)
			.map((text) -> text.replaceAll("^\\S*[$.]\\d*", ""))
			.containsExactly(
					"id: @GeneratedValue(strategy = TABLE): tables of keys are not supported; "
							+ "use SEQUENCE, or IDENTITY where there are no sequences",
					"id: no generator named 'own_nam' (near: 'own_name'); "
							+ "add @SequenceGenerator(name = \"own_nam\"), or correct the name",
					"id: strategy IDENTITY needs no generator; "
							+ "leave the generator out, or use strategy SEQUENCE for a whole number",
					"id: strategy AUTO needs no generator; "
							+ "leave the generator out, or use strategy SEQUENCE for a whole number",
					"id: strategy SEQUENCE cannot make a key of type 'java.lang.String' "
							+ "(possible: IDENTITY and SEQUENCE for whole numbers, UUID for UUIDs); "
							+ "change the strategy or the type",
					"id: @SequenceGenerator(allocationSize = 0) is not possible; use at least 1",
					"Differs: sequence 'own_name' begins at 3 and grows by 50 here, and at 1 by 50 in model 'Other'; "
							+ "declare it once with @SequenceGenerator(name = …), and name it in generator");
	}

	record PairId(Long first, Long second) {
	}

	@Test
	void refusesTwoKeysOfOneModelThatDifferInTheirSequence() {
		@Model
		@IdClass(PairId.class)
		record Pair(
				@Id @GeneratedValue(generator = "a") @SequenceGenerator(name = "a", sequenceName = "both") Long first,
				@Id @GeneratedValue(generator = "b") @SequenceGenerator(name = "b", sequenceName = "both",
						initialValue = 9) Long second) {
		}
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> Models.from(List.of(Pair.class), List.of()))
			.withMessageContaining("sequence 'both' begins at 9 and grows by 50 here, and at 1 by 50 in model 'Pair'");
	}

}
