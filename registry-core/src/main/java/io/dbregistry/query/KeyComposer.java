package io.dbregistry.query;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.dbregistry.dialect.ValueCodec;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.KeyType;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Ref;
import io.dbregistry.model.RefLoader;
import org.jspecify.annotations.Nullable;

/**
 * Composes the method handles that read references.
 * <p>
 * The key of a composite reference is made as an object of the target's key class, or as
 * the list of its parts when there is none.
 */
final class KeyComposer {

	private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

	private static final MethodHandle SIMPLE = Handles.find(LOOKUP, "simple", MethodType.methodType(Ref.class,
			ValueCodec.class, int.class, ModelType.class, ResultSet.class, RefLoader.class));

	private static final MethodHandle COMPOSITE = Handles.find(LOOKUP, "composite",
			MethodType.methodType(Ref.class, ModelType.class, Object.class, ResultSet.class, RefLoader.class));

	private static final MethodHandle IS_COMPLETE = Handles.find(LOOKUP, "isComplete",
			MethodType.methodType(boolean.class, ValueCodec[].class, int.class, ResultSet.class));

	private static final MethodHandle LIST = Handles.find(LOOKUP, "list",
			MethodType.methodType(Object.class, Object[].class));

	private final RowMapperComposer values;

	KeyComposer(RowMapperComposer values) {
		this.values = values;
	}

	/**
	 * Composes a handle that reads a reference, which is {@code null} when a column of
	 * its key is.
	 */
	MethodHandle reference(Selection.Item item) {
		Attribute attribute = item.attribute();
		ModelType<?> target = attribute.target();
		List<ValueCodec> codecs = this.values.codecs(attribute);
		MethodType type = MethodType.methodType(attribute.type(), RowMapperComposer.ROW);
		if (target.key().size() == 1 && target.key().get(0).kind() == Attribute.Kind.BASIC) {
			return MethodHandles.insertArguments(SIMPLE, 0, codecs.get(0), item.index(), target).asType(type);
		}
		MethodHandle reference = MethodHandles.foldArguments(MethodHandles.insertArguments(COMPOSITE, 0, target),
				key(target, item.index()));
		MethodHandle complete = MethodHandles.insertArguments(IS_COMPLETE, 0, codecs.toArray(ValueCodec[]::new),
				item.index());
		return RowMapperComposer.orNull(complete, reference.asType(type));
	}

	/** {@code (ResultSet, RefLoader)Object}, where all columns have values. */
	private MethodHandle key(ModelType<?> target, int index) {
		KeyType type = target.findKeyType().orElse(null);
		if (type != null) {
			return object(this.values.object(type.constructor(), Selection.ofKey(type.attributes(), index)));
		}
		List<MethodHandle> parts = new ArrayList<>();
		int next = index;
		for (Attribute attribute : target.key()) {
			parts.add(part(attribute, next));
			next += attribute.columns().size();
		}
		if (parts.size() == 1) {
			return parts.get(0);
		}
		MethodHandle list = MethodHandles.dropArguments(LIST.asCollector(Object[].class, parts.size()), parts.size(),
				RowMapperComposer.ROW);
		for (int i = parts.size() - 1; i >= 0; i--) {
			list = MethodHandles.foldArguments(list, i, parts.get(i));
		}
		return list;
	}

	private MethodHandle part(Attribute attribute, int index) {
		return switch (attribute.kind()) {
			case REF, EAGER -> key(attribute.target(), index);
			default -> object(this.values.value(Selection.ofKey(List.of(attribute), index).get(0)));
		};
	}

	private static MethodHandle object(MethodHandle handle) {
		return handle.asType(MethodType.methodType(Object.class, RowMapperComposer.ROW));
	}

	private static <T> @Nullable Ref<T> simple(ValueCodec codec, int index, ModelType<T> target, ResultSet rows,
			RefLoader loader) throws SQLException {
		Object key = codec.read(rows, index);
		return (key != null) ? Ref.of(target, key, loader) : null;
	}

	private static <T> Ref<T> composite(ModelType<T> target, Object key, ResultSet rows, RefLoader loader) {
		return Ref.of(target, key, loader);
	}

	private static boolean isComplete(ValueCodec[] codecs, int index, ResultSet rows) throws SQLException {
		for (int i = 0; i < codecs.length; i++) {
			if (codecs[i].read(rows, index + i) == null) {
				return false;
			}
		}
		return true;
	}

	private static Object list(Object[] parts) {
		return List.of(parts);
	}

}
