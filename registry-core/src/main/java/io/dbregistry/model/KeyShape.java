package io.dbregistry.model;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import jakarta.persistence.EmbeddedId;
import jakarta.persistence.IdClass;
import org.jspecify.annotations.Nullable;

/**
 * What the keys of objects of a class are like, as far as the class says: an object of a
 * key class, or else a list of parts. Where there is a key class, a list would be another
 * key for the same row.
 *
 * @param keyClass the {@code @IdClass}, or the class of the {@code @EmbeddedId}, or
 * {@code null} when there is none
 * @param targets for each part of the key the class that it refers to, or {@code null}
 */
record KeyShape(@Nullable Class<?> keyClass, List<@Nullable Class<?>> targets) {

	private static final KeyShape UNKNOWN = new KeyShape(null, List.of());

	private static final ClassValue<KeyShape> SHAPES = new ClassValue<>() {

		@Override
		protected KeyShape computeValue(Class<?> type) {
			return read(type);
		}

	};

	/**
	 * The key of an object that refers to another by its whole key is like the other's.
	 */
	private static KeyShape read(Class<?> type) {
		Class<?> model = type;
		Set<Class<?>> seen = new HashSet<>();
		KeyShape shape = declared(model);
		while (seen.add(model) && shape.keyClass == null && shape.targets.size() == 1 && shape.targets.get(0) != null) {
			model = shape.targets.get(0);
			shape = declared(model);
		}
		return shape;
	}

	private static KeyShape declared(Class<?> type) {
		IdClass idClass = type.getAnnotation(IdClass.class);
		Class<?> keyClass = (idClass != null) ? idClass.value() : null;
		List<@Nullable Class<?>> targets = new ArrayList<>();
		for (Property property : new ClassMembers(type, new Problems()).properties()) {
			if (property.has(EmbeddedId.class)) {
				keyClass = property.type();
			}
			else if (property.isKey()) {
				targets.add(property.isReference() ? property.target() : null);
			}
		}
		return new KeyShape(keyClass, targets);
	}

	/**
	 * The only form of a key: a {@link Long} for every whole number, and in a list the
	 * keys of references.
	 * @param target the class referred to, or {@code null} when it is not known
	 * @throws IllegalArgumentException if the key is a list where it has to be an object
	 */
	static Object normalize(@Nullable Class<?> target, Object key) {
		if (key instanceof List<?> parts) {
			return ((target != null) ? SHAPES.get(target) : UNKNOWN).list(target, parts);
		}
		return (key instanceof Integer || key instanceof Short || key instanceof Byte) ? ((Number) key).longValue()
				: key;
	}

	private List<Object> list(@Nullable Class<?> target, List<?> key) {
		if (target != null && this.keyClass != null) {
			throw new IllegalArgumentException(
					"'%s' is no key for a reference to '%s', whose keys are objects of class '%s'; make one of its parts"
						.formatted(key, target.getSimpleName(), this.keyClass.getSimpleName()));
		}
		List<Object> parts = new ArrayList<>();
		for (int i = 0; i < key.size(); i++) {
			Object part = Objects.requireNonNull(key.get(i),
					() -> "The key '%s' of a reference has a part that is null; give each part".formatted(key));
			Class<?> referred = (i < this.targets.size()) ? this.targets.get(i) : null;
			parts.add((part instanceof Ref<?> ref) ? ref.key() : normalize(referred, part));
		}
		return List.copyOf(parts);
	}

}
