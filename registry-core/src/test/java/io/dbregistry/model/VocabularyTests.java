package io.dbregistry.model;

import java.io.IOException;
import java.lang.annotation.Target;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

import jakarta.persistence.*;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Nothing of Jakarta Persistence's vocabulary is passed over.
 */
class VocabularyTests {

	/** What is supported on converters and enums. */
	private static final List<Class<?>> ELSEWHERE = List.of(Converter.class, EnumeratedValue.class);

	@Test
	void everyAnnotationIsSupportedOrRefusedWithMoreThanRemoveIt() throws Exception {
		assertThat(annotations()).hasSizeGreaterThan(80)
			.filteredOn(Predicate.not(Vocabulary::isSupported))
			.filteredOn((annotation) -> !Refusals.INSIDE_OF_REFUSED.contains(annotation))
			.allSatisfy((annotation) -> assertThat(Refusals.instead(annotation)).as(annotation.getSimpleName())
				.isNotEqualTo("remove it"));
	}

	@Test
	void thePageOnModelsNamesAllThatIsSupported() throws Exception {
		String page = Files.readString(Path.of("../docs/models.md"));
		String table = page.substring(page.indexOf("## The vocabulary"), page.indexOf("## Static metamodel"));
		assertThat(annotations()).filteredOn(Vocabulary::isSupported)
			.isNotEmpty()
			.allSatisfy((annotation) -> assertThat(table).contains("`@%s`".formatted(annotation.getSimpleName())));
	}

	@Test
	void whatStandsInsideOfOthersOnlyCannotBeOnAModel() {
		assertThat(Refusals.INSIDE_OF_REFUSED).allSatisfy((annotation) -> {
			Target target = annotation.getAnnotation(Target.class);
			assertThat(target).as(annotation.getSimpleName()).isNotNull();
			assertThat(target.value()).as(annotation.getSimpleName()).isEmpty();
			assertThat(Vocabulary.isSupported(annotation)).isFalse();
		});
	}

	@Test
	void refusesEachByNameOnAModel() throws Exception {
		List<String> problems = problems(Everything.class);
		assertThat(annotations()).filteredOn(Predicate.not(Vocabulary::isSupported))
			.filteredOn((annotation) -> !Refusals.INSIDE_OF_REFUSED.contains(annotation))
			.allSatisfy((annotation) -> {
				String name = "@%s ".formatted(annotation.getSimpleName());
				assertThat(problems)
					.filteredOn((problem) -> problem.contains(name + "is not supported")
							|| problem.contains(name + "on a method is not supported"))
					.isNotEmpty()
					.allSatisfy((problem) -> assertThat(problem).endsWith(Refusals.instead(annotation)));
			});
	}

	@Test
	void saysWhereToPutWhatIsSupportedElsewhere() {
		List<String> problems = problems(Everything.class);
		ELSEWHERE.forEach((annotation) -> assertThat(problems).anyMatch((problem) -> problem
			.contains("@%s is not supported here; put it on the".formatted(annotation.getSimpleName()))));
	}

	private static List<String> problems(Class<?> type) {
		ModelDefinitionException[] thrown = new ModelDefinitionException[1];
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> Models.from(List.of(type), List.of()))
			.satisfies((ex) -> thrown[0] = ex);
		return thrown[0].getMessage().lines().toList();
	}

	/** All annotations of the jar that the vocabulary is in. */
	private static List<Class<?>> annotations() throws IOException, URISyntaxException {
		Path path = Path.of(Entity.class.getProtectionDomain().getCodeSource().getLocation().toURI());
		String folder = Entity.class.getPackageName().replace('.', '/') + "/";
		try (JarFile jar = new JarFile(path.toFile())) {
			return jar.stream()
				.map(JarEntry::getName)
				.filter((name) -> name.startsWith(folder) && name.endsWith(".class")
						&& name.indexOf('/', folder.length()) < 0 && name.indexOf('$') < 0)
				.<Class<?>>flatMap((name) -> find(name.substring(0, name.length() - 6).replace('/', '.')))
				.toList();
		}
	}

	private static Stream<Class<?>> find(String name) {
		try {
			return Stream.<Class<?>>of(Class.forName(name)).filter(Class::isAnnotation);
		}
		catch (ClassNotFoundException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Model
	@Access(AccessType.FIELD)
	@Cacheable
	@Converter
	@Converts({})
	@DiscriminatorColumn
	@DiscriminatorValue("d")
	@EntityListeners({})
	@ExcludeDefaultListeners
	@ExcludeSuperclassListeners
	@Inheritance
	@NamedEntityGraph
	@NamedEntityGraphs({})
	@NamedNativeQueries({})
	@NamedNativeQuery(name = "n", query = "q")
	@NamedQueries({})
	@NamedQuery(name = "n", query = "q")
	@NamedStoredProcedureQueries({})
	@NamedStoredProcedureQuery(name = "n", procedureName = "p")
	@PersistenceContext
	@PersistenceContexts({})
	@PersistenceUnit
	@PersistenceUnits({})
	@PrimaryKeyJoinColumn
	@PrimaryKeyJoinColumns({})
	@SecondaryTable(name = "s")
	@SecondaryTables({})
	@SqlResultSetMapping(name = "s")
	@SqlResultSetMappings({})
	@TableGenerator(name = "t")
	@TableGenerators({})
	@SuppressWarnings("deprecation") // two of them
	static class Everything {

		@Id
		private long id;

		@CollectionTable
		@ElementCollection
		@EnumeratedValue
		@MapKey
		@MapKeyClass(String.class)
		@MapKeyColumn
		@MapKeyEnumerated
		@MapKeyJoinColumn
		@MapKeyJoinColumns({})
		@MapKeyTemporal(TemporalType.DATE)
		@MapsId
		@OrderColumn
		@Temporal(TemporalType.DATE)
		private String all;

		@PostLoad
		@PostPersist
		@PostRemove
		@PostUpdate
		@PrePersist
		@PreRemove
		@PreUpdate
		void changed() {
		}

	}

}
