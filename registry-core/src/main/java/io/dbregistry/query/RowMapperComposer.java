package io.dbregistry.query;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.dialect.ValueCodec;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.Ref;
import io.dbregistry.model.RefLoader;
import org.jspecify.annotations.Nullable;

/**
 * Composes the method handles of row mappers.
 * <ol>
 * <li>For each attribute a handle {@code (ResultSet, RefLoader)value} is made, with the
 * position of its column and its codec as constants.</li>
 * <li>They are folded into the constructor of a record, or into a chain of setters behind
 * the constructor of a class.</li>
 * <li>An eager reference is such a handle of its own model, guarded by the question
 * whether its key is null.</li>
 * </ol>
 */
final class RowMapperComposer {

	private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

	private static final Class<?>[] ROW = { ResultSet.class, RefLoader.class };

	private static final MethodHandle READ = Handles.find(LOOKUP, "read",
			MethodType.methodType(Object.class, ValueCodec.class, int.class, ResultSet.class));

	private static final MethodHandle IS_PRESENT = Handles.find(LOOKUP, "isPresent",
			MethodType.methodType(boolean.class, ValueCodec.class, int.class, ResultSet.class));

	private static final MethodHandle REFERENCE = Handles.find(LOOKUP, "reference", MethodType.methodType(Ref.class,
			ValueCodec.class, int.class, Class.class, ResultSet.class, RefLoader.class));

	private static final MethodHandle PRESENT = Handles.find(LOOKUP, "present",
			MethodType.methodType(Object.class, Misfit.class, Object.class));

	private final Dialect dialect;

	private RowMapperComposer(Dialect dialect) {
		this.dialect = dialect;
	}

	/**
	 * Composes a mapper.
	 * @param selection what is read
	 * @param dialect the product it is read from
	 * @param <T> the type of the selection's objects
	 */
	static <T> RowMapper<T> compose(Selection selection, Dialect dialect) {
		MethodHandle handle = new RowMapperComposer(dialect).object(selection);
		return new RowMapper<>(handle.asType(MethodType.methodType(Object.class, ROW)));
	}

	private MethodHandle object(Selection selection) {
		MethodHandle constructor = selection.model().constructor();
		return (constructor.type().parameterCount() > 0) ? construct(constructor, selection.items())
				: fill(constructor, selection.items());
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

	private MethodHandle value(Selection.Item item) {
		if (item instanceof Selection.Joined joined) {
			return joined(joined);
		}
		Selection.Columns columns = (Selection.Columns) item;
		return (item.attribute().kind() == Attribute.Kind.REF) ? reference(columns) : basic(columns);
	}

	private MethodHandle basic(Selection.Columns item) {
		Attribute attribute = item.attribute();
		Class<?> type = attribute.type();
		MethodHandle read = PrimitiveReads.isPossible(type) ? PrimitiveReads.read(attribute, item.index())
				: coded(attribute, item.index()).asType(MethodType.methodType(type, ResultSet.class));
		return MethodHandles.dropArguments(read, 1, RefLoader.class);
	}

	private MethodHandle coded(Attribute attribute, int index) {
		MethodHandle read = MethodHandles.insertArguments(READ, 0, codec(attribute), index);
		return attribute.type().isPrimitive()
				? MethodHandles.filterReturnValue(read, MethodHandles.insertArguments(PRESENT, 0, Misfit.of(attribute)))
				: read;
	}

	private MethodHandle reference(Selection.Columns item) {
		return MethodHandles
			.insertArguments(REFERENCE, 0, codec(item.attribute()), item.index(), item.attribute().target().type())
			.asType(MethodType.methodType(item.attribute().type(), ROW));
	}

	private MethodHandle joined(Selection.Joined item) {
		MethodHandle object = object(item.target());
		object = object.asType(object.type().changeReturnType(item.attribute().type()));
		if (!item.optional()) {
			return object;
		}
		MethodHandle present = MethodHandles.insertArguments(IS_PRESENT, 0, codec(item.target().model().key().get(0)),
				item.keyIndex());
		MethodHandle none = MethodHandles.dropArguments(MethodHandles.constant(item.attribute().type(), null), 0, ROW);
		return MethodHandles.guardWithTest(MethodHandles.dropArguments(present, 1, RefLoader.class), object, none);
	}

	private ValueCodec codec(Attribute attribute) {
		return ColumnCodecs.of(attribute, this.dialect).get(0);
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

	private static <T> @Nullable Ref<T> reference(ValueCodec codec, int index, Class<T> target, ResultSet rows,
			RefLoader loader) throws SQLException {
		Object key = codec.read(rows, index);
		return (key != null) ? Ref.of(target, key, loader) : null;
	}

}
