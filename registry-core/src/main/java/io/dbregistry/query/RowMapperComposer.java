package io.dbregistry.query;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.ValueCodec;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.RefLoader;
import org.jspecify.annotations.Nullable;

/**
 * Composes the method handles of row mappers.
 * <ol>
 * <li>For each attribute a handle {@code (ResultSet, RefLoader)value} is made, with the
 * position of its column and its codec as constants.</li>
 * <li>They are folded into the constructor of a record, or into a chain of setters behind
 * the constructor of a class.</li>
 * <li>An embedded object is such a handle of its own class, guarded by the question
 * whether all its columns are null.</li>
 * <li>An eager reference is such a handle of its own model, guarded by the question
 * whether its key is null.</li>
 * </ol>
 */
final class RowMapperComposer {

	/** What values are read from. */
	static final Class<?>[] ROW = { ResultSet.class, RefLoader.class };

	private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

	private static final MethodHandle READ = Handles.find(LOOKUP, "read",
			MethodType.methodType(Object.class, ValueCodec.class, int.class, ResultSet.class));

	private static final MethodHandle IS_PRESENT = Handles.find(LOOKUP, "isPresent",
			MethodType.methodType(boolean.class, ValueCodec.class, int.class, ResultSet.class));

	private static final MethodHandle IS_ANY_PRESENT = Handles.find(LOOKUP, "isAnyPresent",
			MethodType.methodType(boolean.class, Probe[].class, ResultSet.class));

	private static final MethodHandle PRESENT = Handles.find(LOOKUP, "present",
			MethodType.methodType(Object.class, Misfit.class, Object.class));

	private final Dialect dialect;

	RowMapperComposer(Dialect dialect) {
		this.dialect = dialect;
	}

	/**
	 * Composes a mapper.
	 * @param selection what is read
	 * @param dialect the product it is read from
	 * @param <T> the type of the selection's objects
	 */
	static <T> RowMapper<T> compose(Selection selection, Dialect dialect) {
		MethodHandle handle = new RowMapperComposer(dialect).object(selection.model().constructor(), selection.items());
		return new RowMapper<>(handle.asType(MethodType.methodType(Object.class, ROW)));
	}

	/**
	 * Composes a handle that makes objects.
	 * @param constructor makes them, from all values or without any
	 * @param items an item for each attribute
	 */
	MethodHandle object(MethodHandle constructor, List<Selection.Item> items) {
		return (constructor.type().parameterCount() > 0) ? construct(constructor, items) : fill(constructor, items);
	}

	/** {@code new Book(read1(row), read2(row), …)}. */
	private MethodHandle construct(MethodHandle constructor, List<Selection.Item> items) {
		MethodHandle handle = MethodHandles.dropArguments(constructor, items.size(), ROW);
		for (int i = items.size() - 1; i >= 0; i--) {
			handle = MethodHandles.foldArguments(handle, i, value(items.get(i)));
		}
		return handle;
	}

	/**
	 * {@code object = new Book(); object.a = read1(row); object.b = read2(row); … }.
	 */
	private MethodHandle fill(MethodHandle constructor, List<Selection.Item> items) {
		Class<?> type = constructor.type().returnType();
		MethodHandle handle = MethodHandles.dropArguments(MethodHandles.identity(type), 1, ROW);
		for (int i = items.size() - 1; i >= 0; i--) {
			MethodHandle setter = items.get(i).attribute().findSetter().orElseThrow();
			setter = setter.asType(setter.type().changeParameterType(0, type));
			handle = MethodHandles.foldArguments(handle,
					MethodHandles.collectArguments(setter, 1, value(items.get(i))));
		}
		return MethodHandles.foldArguments(handle, constructor);
	}

	/**
	 * Composes a handle that reads the value of an attribute.
	 * @return a handle of type {@code (ResultSet, RefLoader)value}, with the exact type
	 */
	MethodHandle value(Selection.Item item) {
		if (item instanceof Selection.Joined joined) {
			return joined(joined);
		}
		if (item instanceof Selection.Embedded embedded) {
			return embedded(embedded);
		}
		if (item instanceof Selection.Unread) {
			Object unread = (item.attribute().kind() == Attribute.Kind.COLLECTION) ? item.attribute().unloaded() : null;
			return MethodHandles.dropArguments(MethodHandles.constant(item.attribute().type(), unread), 0, ROW);
		}
		return (item.attribute().kind() == Attribute.Kind.REF) ? new KeyComposer(this).reference(item) : basic(item);
	}

	private MethodHandle basic(Selection.Item item) {
		Attribute attribute = item.attribute();
		Class<?> type = attribute.type();
		MethodHandle read = PrimitiveReads.isPossible(attribute) ? PrimitiveReads.read(attribute, item.index())
				: coded(attribute, item.index()).asType(MethodType.methodType(type, ResultSet.class));
		return MethodHandles.dropArguments(read, 1, RefLoader.class);
	}

	private MethodHandle coded(Attribute attribute, int index) {
		MethodHandle read = MethodHandles.insertArguments(READ, 0, codecs(attribute).get(0), index);
		return attribute.type().isPrimitive()
				? MethodHandles.filterReturnValue(read, MethodHandles.insertArguments(PRESENT, 0, Misfit.of(attribute)))
				: read;
	}

	private MethodHandle embedded(Selection.Embedded item) {
		Attribute attribute = item.attribute();
		MethodHandle object = object(attribute.findConstructor().orElseThrow(), item.items());
		object = object.asType(object.type().changeReturnType(attribute.type()));
		if (!item.optional()) {
			return object;
		}
		List<Probe> probes = new ArrayList<>();
		collectProbes(item.items(), probes);
		return orNull(MethodHandles.insertArguments(IS_ANY_PRESENT, 0, (Object) probes.toArray(Probe[]::new)), object);
	}

	private void collectProbes(List<Selection.Item> items, List<Probe> probes) {
		for (Selection.Item item : items) {
			if (item instanceof Selection.Embedded embedded) {
				collectProbes(embedded.items(), probes);
			}
			else {
				probes.add(new Probe(codecs(item.attribute()).get(0), item.index()));
			}
		}
	}

	private MethodHandle joined(Selection.Joined item) {
		MethodHandle object = object(item.target().model().constructor(), item.target().items());
		object = object.asType(object.type().changeReturnType(item.attribute().type()));
		if (!item.optional()) {
			return object;
		}
		return orNull(MethodHandles.insertArguments(IS_PRESENT, 0, codecs(item.attribute()).get(0), item.index()),
				object);
	}

	/**
	 * Reads a value only if there is one.
	 * @param present a handle of type {@code (ResultSet)boolean}
	 * @param value a handle of type {@code (ResultSet, RefLoader)value}
	 */
	static MethodHandle orNull(MethodHandle present, MethodHandle value) {
		MethodHandle none = MethodHandles.dropArguments(MethodHandles.constant(value.type().returnType(), null), 0,
				ROW);
		return MethodHandles.guardWithTest(MethodHandles.dropArguments(present, 1, RefLoader.class), value, none);
	}

	/** The codecs of the columns of an attribute. */
	List<ValueCodec> codecs(Attribute attribute) {
		return ColumnCodecs.of(attribute, this.dialect);
	}

	private static @Nullable Object read(ValueCodec codec, int index, ResultSet rows) throws SQLException {
		return codec.read(rows, index);
	}

	private static Object present(Misfit misfit, @Nullable Object value) throws SQLException {
		if (value == null) {
			throw misfit.missing();
		}
		return value;
	}

	private static boolean isPresent(ValueCodec codec, int index, ResultSet rows) throws SQLException {
		return codec.read(rows, index) != null;
	}

	private static boolean isAnyPresent(Probe[] probes, ResultSet rows) throws SQLException {
		for (Probe probe : probes) {
			if (isPresent(probe.codec, probe.index, rows)) {
				return true;
			}
		}
		return false;
	}

	/** Where a value stands, if there is one. */
	private record Probe(ValueCodec codec, int index) {

	}

}
