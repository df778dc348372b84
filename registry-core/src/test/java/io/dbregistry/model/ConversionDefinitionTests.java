package io.dbregistry.model;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.model.ModelDefinitionException.Problem;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** What is said about conversions that cannot work. */
class ConversionDefinitionTests {

	static class Lines implements AttributeConverter<List<String>, String> {

		@Override
		public @Nullable String convertToDatabaseColumn(@Nullable List<String> attribute) {
			return (attribute != null) ? String.join("\n", attribute) : null;
		}

		@Override
		public @Nullable List<String> convertToEntityAttribute(@Nullable String stored) {
			return (stored != null) ? List.of(stored.split("\n")) : null;
		}

	}

	static final class Closed extends Lines {

		Closed(String separator) {
			throw new IllegalStateException(separator);
		}

	}

	static final class Failing extends Lines {

		private Failing() {
			throw new IllegalStateException("no");
		}

	}

	static class ToObject implements AttributeConverter<String, StringBuilder> {

		@Override
		public StringBuilder convertToDatabaseColumn(String attribute) {
			return new StringBuilder(attribute);
		}

		@Override
		public String convertToEntityAttribute(StringBuilder stored) {
			return stored.toString();
		}

	}

	enum Grade {

		HIGH("h"), LOW("h");

		@EnumeratedValue
		final String code;

		Grade(String code) {
			this.code = code;
		}

	}

	enum Step {

		ONE;

		@EnumeratedValue
		final long number = 1;

		@EnumeratedValue
		final int other = 1;

	}

	enum Level {

		ONE;

		@EnumeratedValue
		final long number = 1;

	}

	enum Rank {

		ONE;

		@EnumeratedValue
		final int number = 1;

	}

	private static List<String> problems(Class<?>... types) {
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class,
				() -> Models.from(List.of(types), List.of()));
		assertThat(ex).as("refused").isNotNull();
		List<String> texts = new ArrayList<>();
		for (Problem problem : ex.getProblems()) {
			texts.add(problem.toString().replaceAll("^\\S*[$.]\\d*", "").replace(getClassName(), ""));
		}
		return texts;
	}

	private static String getClassName() {
		return ConversionDefinitionTests.class.getName() + "$";
	}

	@Test
	void readsConvertersAndTheirTypes() {
		@Model
		record Sale(@Id long id, @Convert(converter = Lines.class) List<String> lines,
				@Convert(disableConversion = true) String plain) {
		}
		ModelType<Sale> model = Models.from(List.of(Sale.class), List.of()).get(Sale.class);
		Conversion conversion = model.attribute("lines").findConversion().orElseThrow();
		assertThat(conversion.storedType()).isEqualTo(String.class);
		assertThat(conversion.toStored(List.of("a", "b"))).isEqualTo("a\nb");
		assertThat(conversion.fromStored("a\nb")).isEqualTo(List.of("a", "b"));
		assertThat(conversion).hasToString(Lines.class.getName());
		assertThat(model.attribute("plain").findConversion()).isEmpty();
		assertThat(model.attribute("lines").storedType()).isEqualTo(String.class);
	}

	@Test
	void refusesConvertersThatCannotWork() {
		@Model
		record Sale(@Id @Convert(converter = Lines.class) long id, @Convert(converter = Lines.class) String text,
				@Convert(converter = ToObject.class) String object,
				@Convert(converter = Closed.class) List<String> closed,
				@Convert(converter = Failing.class) List<String> failing, @Convert String nothing,
				@Convert(attributeName = "x", converter = Lines.class) List<String> part,
				@Convert(converter = Lines.class) @Version int version,
				@Convert(converter = Lines.class) @ManyToOne Ref<Sale> other) {
		}
		assertThat(problems(Sale.class)).containsExactly("other: @Convert is for values, not for references; remove it",
				"id: @Convert is not possible together with @Id, @Version or @Enumerated; remove one of them",
				"text: converter 'Lines' converts values of type 'java.util.List<java.lang.String>', "
						+ "not of 'java.lang.String'; name another",
				"object: converter 'ToObject' makes values of type 'java.lang.StringBuilder', which cannot be stored; "
						+ "let it make a String, number, time or byte[]",
				"closed: converter 'Closed' cannot be made (java.lang.NoSuchMethodException: Closed.<init>()); "
						+ "give it a constructor without parameters that does not fail",
				"failing: converter 'Failing' cannot be made (java.lang.IllegalStateException: no); "
						+ "give it a constructor without parameters that does not fail",
				"nothing: @Convert names no converter; add converter = …, or remove it",
				"part: @Convert(attributeName = \"x\") is for embedded objects; remove attributeName",
				"version: @Convert is not possible together with @Id, @Version or @Enumerated; remove one of them");
	}

	@Test
	void refusesEnumsWithoutClearValues() {
		@Model
		record Sale(@Id long id, Grade grade, Step step, Level level, @Enumerated(EnumType.STRING) Rank rank) {
		}
		assertThat(problems(Sale.class)).containsExactly(
				"grade: @EnumeratedValue 'code' of 'Grade' is 'h' for more than one constant, or missing; "
						+ "give 'LOW' a value of its own",
				"step: 'Step' has 2 fields with @EnumeratedValue; leave one",
				"level: @EnumeratedValue 'number' of 'Level' is a 'long'; make it a String, byte, short or int",
				"rank: @Enumerated(EnumType.STRING) does not go with @EnumeratedValue 'number' of 'Rank', a 'int'; "
						+ "remove @Enumerated: what is stored follows from the field");
	}

}
