package io.dbregistry.model;

import java.util.List;
import java.util.Map;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.model.ModelDefinitionException.Problem;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Converters that nobody names, and those that are named for other attributes. */
class AppliedConverterTests {

	abstract static class Texts<T> implements AttributeConverter<T, String> {

		@Override
		public String convertToDatabaseColumn(T value) {
			return value.toString();
		}

		@Override
		public T convertToEntityAttribute(String stored) {
			throw new UnsupportedOperationException();
		}

	}

	@Converter(autoApply = true)
	static class Numbers extends Texts<Long> {

	}

	@Converter(autoApply = true)
	static class OtherNumbers extends Texts<Long> {

	}

	@Converter(autoApply = true)
	static class Lists extends Texts<List<Integer>> {

	}

	@Converter(autoApply = true)
	static class Levels extends Texts<Level> {

	}

	@Converter
	static class Named extends Texts<Long> {

	}

	@Converter(autoApply = true)
	static class Open<T> extends Texts<T> {

	}

	enum Level {

		LOW

	}

	@Embeddable
	record Size(long width, @Convert(disableConversion = true) long height, int depth) {
	}

	@Embeddable
	record Edges(long first, @Convert(disableConversion = true) long second) {
	}

	@Embeddable
	record Box(Size size) {
	}

	@MappedSuperclass
	static class Base {

		@Id
		Long id;

		long count;

	}

	@Model
	static class Item extends Base {

		@Version
		long version;

		Long boxed;

		List<Integer> numbers;

		Level level;

		@Enumerated(EnumType.STRING)
		Level named;

		@Convert(disableConversion = true)
		long plain;

		Size size;

		@ManyToOne
		Ref<Item> parent;

	}

	private static Models models(List<Class<?>> converters, Class<?>... types) {
		return Models.from(List.of(types),
				new ModelSettings(List.of(), Map.of(), NamingStrategy.SNAKE_CASE, "", converters));
	}

	private static List<String> problems(List<Class<?>> converters, Class<?>... types) {
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class,
				() -> models(converters, types));
		assertThat(ex).as("refused").isNotNull();
		return ex.getProblems()
			.stream()
			.map(Problem::toString)
			.map((text) -> text.replace(AppliedConverterTests.class.getName() + "$", "").replaceFirst("^\\d", ""))
			.toList();
	}

	private static List<String> converted(ModelType<?> model) {
		return model.table()
			.columns()
			.stream()
			.filter((column) -> column.type().kind() == ColumnType.Kind.VARCHAR)
			.map(Column::name)
			.toList();
	}

	@Test
	void appliesThemToAllValuesOfTheirType() {
		ModelType<Item> item = models(List.of(Numbers.class, Lists.class, Levels.class, Numbers.class), Item.class)
			.get(Item.class);
		assertThat(converted(item)).containsExactly("count", "boxed", "numbers", "level", "named", "width");
		assertThat(item.attribute("level").findConversion()).hasToString("Optional[" + Levels.class.getName() + "]");
		assertThat(item.attribute("named").findConversion()).isEmpty();
	}

	@Test
	void appliesThemToModelsThatComeLaterAndInCopies() {
		Models models = models(List.of(Numbers.class));
		models.register("Setting", (model) -> model.add("size", Long.class));
		assertThat(converted(models.get("Setting"))).containsExactly("size");
		Models copy = models.copy();
		copy.register("Other", (model) -> model.add("size", Long.class));
		assertThat(converted(copy.get("Other"))).containsExactly("size");
	}

	@Test
	void refusesConvertersThatCannotBeApplied() {
		assertThat(problems(List.of(Numbers.class, OtherNumbers.class, Named.class, Open.class, Level.class)))
			.containsExactly(
					"OtherNumbers: the converter is applied to all values of type 'java.lang.Long', and so is 'Numbers'; "
							+ "leave autoApply out of one of them, and name that in @Convert",
					"Named: the converter is applied to nothing by itself; "
							+ "add @Converter(autoApply = true), or leave it out and name it in @Convert",
					"Open: the converter does not say which type it converts ('?'); "
							+ "extend it with a type, or leave it out and name it in @Convert",
					"Level: the class is no AttributeConverter; implement it, or leave the class out");
	}

	@Test
	void takesThoseThatAreNamedForOtherAttributes() {
		@Model
		@Convert(attributeName = "box.size.depth", converter = ConversionOfInts.class)
		record Parcel(@Id long id, Box box, @Convert(attributeName = "first",
				disableConversion = true) @Convert(attributeName = "second", converter = Numbers.class) Edges edges) {
		}
		ModelType<Parcel> parcel = models(List.of(Numbers.class), Parcel.class).get(Parcel.class);
		assertThat(converted(parcel)).containsExactly("width", "depth", "second");
		assertThat(parcel.attribute("box.size.depth").findConversion())
			.hasToString("Optional[" + ConversionOfInts.class.getName() + "]");
	}

	static class ConversionOfInts extends Texts<Integer> {

	}

	@Model
	@Convert(attributeName = "count", converter = Named.class)
	static class Counted extends Base {

	}

	@Test
	void takesThoseOfInheritedAttributes() {
		ModelType<Counted> counted = models(List.of(), Counted.class).get(Counted.class);
		assertThat(counted.attribute("count").findConversion()).hasToString("Optional[" + Named.class.getName() + "]");
	}

	@Test
	void refusesNamesThatAreNone() {
		@Model
		@Convert(converter = Named.class)
		@Convert(attributeName = "box.size.widht", converter = Named.class)
		@Convert(attributeName = "parent", converter = Named.class)
		@Convert(attributeName = "box.size", converter = Named.class)
		@Convert(attributeName = "id", converter = Named.class)
		record Parcel(@Id long id, Box box, @Convert(converter = Named.class) Edges edges,
				@ManyToOne Ref<Parcel> parent,
				@Convert(converter = Named.class) @Convert(converter = Numbers.class) long twice) {
		}
		assertThat(problems(List.of(), Parcel.class)).containsExactly(
				"Parcel.edges: @Convert does not say which attribute it is for (known: 'first', 'second'); name it: attributeName = …",
				"Parcel: @Convert does not say which attribute it is for (known: 'id', 'box.size.width', 'box.size.height', "
						+ "'box.size.depth', 'edges.first', 'edges.second', 'parent', 'twice'); name it: attributeName = …",
				"Parcel: @Convert(attributeName = \"box.size.widht\") names no attribute (near: 'box.size.width', 'box.size.height'); correct the name",
				"Parcel: @Convert(attributeName = \"parent\") names no value; remove it: only values are converted",
				"Parcel: @Convert(attributeName = \"box.size\") names no value; name an attribute of it: \"box.size.width\"",
				"Parcel.id: @Convert is not possible together with @Id, @Version or @Enumerated; remove one of them",
				"Parcel.twice: 2 @Convert are said of one value; leave one");
	}

}
