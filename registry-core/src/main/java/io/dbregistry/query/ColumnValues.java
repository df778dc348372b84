package io.dbregistry.query;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.dbregistry.error.Wording;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.CollectionLink;
import io.dbregistry.model.KeyType;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Ref;
import io.dbregistry.model.Row;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;
import org.springframework.util.ClassUtils;

/**
 * The values of columns, made of what stands for them in objects and queries.
 * <p>
 * A reference is taken apart down to the basic attributes of the key it refers to, and an
 * embedded object down to its own: in the end each column holds the value of exactly one
 * basic attribute.
 */
final class ColumnValues {

	private ColumnValues() {
	}

	/**
	 * An attribute that has columns, to compare them or to order by them.
	 * @throws IllegalArgumentException if it has none
	 */
	static Attribute comparable(ModelType<?> model, String name) {
		requireOwn(model, name);
		Attribute attribute = model.attribute(name);
		if (!attribute.kind().isStored()) {
			CollectionLink link = attribute.link();
			throw new IllegalArgumentException(
					"'%s' of model '%s' is %s; query the other side: '%s' by '%s'".formatted(name, model,
							(attribute.kind() == Attribute.Kind.COLLECTION) ? "a collection, which has no column"
									: "mapped by the other side, which has the column",
							link.model(), link.owner().name()));
		}
		return attribute;
	}

	/** Fails when a name leads over a relation. */
	private static void requireOwn(ModelType<?> model, String name) {
		for (int dot = name.indexOf('.'); dot > 0; dot = name.indexOf('.', dot + 1)) {
			Attribute attribute = model.findAttribute(name.substring(0, dot)).orElse(null);
			if (attribute != null && attribute.kind() != Attribute.Kind.BASIC
					&& attribute.kind() != Attribute.Kind.EMBEDDED) {
				String path = name.substring(0, dot);
				Attribute reference = comparable(model, path);
				throw new IllegalArgumentException(
						("'%s' leads from model '%s' to '%s', and conditions and orders over references are not supported yet; "
								+ "query '%s' by '%s' first, then '%s' by the '%s' that was found")
							.formatted(name, model, reference.target(), reference.target(), name.substring(dot + 1),
									model, path));
			}
		}
	}

	/**
	 * What an attribute is by now, to compare it with values that were given before.
	 * @throws IllegalStateException if it has other values
	 */
	static Attribute current(ModelType<?> model, Attribute earlier) {
		Attribute attribute = model.attribute(earlier);
		if (attribute.type() != earlier.type() || attribute.columns().size() != earlier.columns().size()) {
			throw new IllegalStateException(
					"%s has other values than when the query was made; make it anew".formatted(attribute.describe()));
		}
		return attribute;
	}

	/**
	 * The basic attributes whose values the columns of an attribute hold, in the order of
	 * the columns.
	 */
	static Stream<Attribute> leaves(Attribute attribute) {
		return switch (attribute.kind()) {
			case BASIC -> Stream.of(attribute);
			case EMBEDDED -> attribute.attributes().stream().flatMap(ColumnValues::leaves);
			case REF, EAGER -> attribute.target().key().stream().flatMap(ColumnValues::leaves);
			case COLLECTION, INVERSE -> Stream.empty();
		};
	}

	/**
	 * The values of the columns of an attribute.
	 * @param given a value of the attribute, or for a reference also the key;
	 * {@code null} gives {@code null} for every column
	 * @throws IllegalArgumentException if the attribute cannot have such a value
	 */
	static List<@Nullable Object> of(Attribute attribute, @Nullable Object given) {
		if (given == null) {
			return Collections.nCopies(attribute.columns().size(), null);
		}
		if (attribute.kind() == Attribute.Kind.BASIC) {
			return List.of(convert(attribute, given));
		}
		if (attribute.kind() == Attribute.Kind.EMBEDDED) {
			return ofParts(attribute.attributes(), convert(attribute, given));
		}
		ModelType<?> target = attribute.target();
		if (given instanceof Ref<?> ref) {
			if (!ref.refersTo(target)) {
				throw new IllegalArgumentException(
						"'%s' refers to model '%s'; '%s' does not".formatted(attribute.name(), target, ref));
			}
			return ofKey(target, ref.key());
		}
		boolean object = given instanceof Row || target.type().isInstance(given);
		return object ? ofObject(target, given) : ofKey(target, given);
	}

	/** The values of the columns of several attributes of one object. */
	private static List<@Nullable Object> ofParts(List<Attribute> attributes, Object object) {
		List<@Nullable Object> values = new ArrayList<>();
		attributes.forEach((attribute) -> values.addAll(of(attribute, get(attribute, object))));
		return values;
	}

	/**
	 * The values of the key columns of a model.
	 * @param key the key, for a composite one an object of the key class or the list of
	 * its parts
	 * @throws IllegalArgumentException if the model cannot have such a key
	 */
	static List<@Nullable Object> ofKey(ModelType<?> model, Object key) {
		Assert.notNull(key, () -> "No key of model '%s' is given; a condition on '%s' finds rows without one"
			.formatted(model, names(model.key())));
		List<Attribute> attributes = model.key();
		KeyType type = model.findKeyType().orElse(null);
		if (type != null && type.type().isInstance(key)) {
			return complete(model, key, ofParts(type.attributes(), key));
		}
		if (attributes.size() == 1 && type == null) {
			Attribute attribute = attributes.get(0);
			if (attribute.kind() == Attribute.Kind.BASIC) {
				return of(attribute, key);
			}
			boolean listed = attribute.kind() == Attribute.Kind.EMBEDDED && key instanceof List<?>;
			return complete(model, key, listed ? ofList(model, attribute.attributes(), key) : of(attribute, key));
		}
		return complete(model, key, ofList(model, attributes, key));
	}

	private static List<@Nullable Object> ofList(ModelType<?> model, List<Attribute> attributes, Object key) {
		if (!(key instanceof List<?> parts) || parts.size() != attributes.size()) {
			String object = model.findKeyType().map((type) -> "a '" + type.type().getSimpleName() + "' or ").orElse("");
			throw new IllegalArgumentException(
					"The key of model '%s' is %sa list of the values of '%s', and %s; give one".formatted(model, object,
							names(attributes), Wording.given(key)));
		}
		List<@Nullable Object> values = new ArrayList<>();
		for (int i = 0; i < attributes.size(); i++) {
			values.addAll(of(attributes.get(i), parts.get(i)));
		}
		return values;
	}

	private static List<@Nullable Object> complete(ModelType<?> model, Object key, List<@Nullable Object> values) {
		if (values.stream().anyMatch(Objects::isNull)) {
			throw new IllegalArgumentException(
					"The key '%s' of model '%s' is incomplete; give a value to each of its parts".formatted(key,
							model));
		}
		return values;
	}

	/**
	 * The values of the key columns of an object.
	 * @throws IllegalArgumentException if it has no key yet
	 */
	static List<@Nullable Object> ofObject(ModelType<?> model, Object object) {
		List<@Nullable Object> values = new ArrayList<>();
		for (Attribute attribute : model.key()) {
			boolean row = object instanceof Row && model.type() != Row.class;
			Object value = row ? ((Row) object).asMap().get(attribute.name()) : get(attribute, object);
			List<@Nullable Object> part = of(attribute, value);
			if (part.stream().anyMatch(Objects::isNull)) {
				throw new IllegalArgumentException(
						"The object of model '%s' has no '%s' yet; create it first".formatted(model, attribute.name()));
			}
			values.addAll(part);
		}
		return values;
	}

	/**
	 * The value of an attribute of an object.
	 */
	static @Nullable Object get(Attribute attribute, Object object) {
		MethodHandle getter = attribute.getter();
		try {
			return getter.invoke(object);
		}
		catch (Throwable ex) {
			throw Handles.unchecked(ex);
		}
	}

	private static Object convert(Attribute attribute, Object given) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(attribute.type());
		if (type.isInstance(given)) {
			return given;
		}
		if (given instanceof Number number && Number.class.isAssignableFrom(type)) {
			return Numbers.convert(attribute, number, attribute.type());
		}
		throw new IllegalArgumentException(Wording.misfit(attribute.describe(), attribute.type(), given));
	}

	private static String names(List<Attribute> attributes) {
		return String.join("', '", attributes.stream().map(Attribute::name).toList());
	}

}
