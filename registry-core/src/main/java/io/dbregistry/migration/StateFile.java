package io.dbregistry.migration;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.TablePart;
import io.dbregistry.metadata.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Writes a state as YAML, for people to review and for Git to merge: one line for each
 * column and constraint, in the order of the names, and the same bytes in any JVM.
 * {@link StateFileReader} is the way back.
 */
final class StateFile {

	/** What this version of the registry writes. */
	static final int FORMAT = 1;

	private StateFile() {
	}

	static String text(MigrationState state) {
		Map<String, Object> file = new LinkedHashMap<>();
		file.put("format", FORMAT);
		file.put("database", state.metadata().database());
		file.put("product", state.product());
		put(file, "migration", state.migration());
		put(file, "parent", state.parent());
		file.put("tables", state.metadata().tables().stream().map(StateFile::table).toList());
		file.put("sequences", state.metadata().sequences().stream().map(StateFile::sequence).toList());
		return YamlText.write("What the migrations of this database lead to, written together with the last of them.",
				file);
	}

	private static Map<String, Object> table(Table table) {
		Map<String, Object> map = new LinkedHashMap<>();
		put(map, "table", table.name());
		put(map, "columns", table.columns(), (column, all) -> all.put(column.name(), column(column)));
		PrimaryKey key = table.primaryKey();
		if (key != null) {
			Map<String, Object> primaryKey = new LinkedHashMap<>();
			put(primaryKey, "name", key.name());
			primaryKey.put("columns", key.columns());
			map.put("primaryKey", primaryKey);
		}
		parts(map, "uniques", table.uniques(), UniqueConstraint::columns);
		parts(map, "indexes", table.indexes(), StateFile::index);
		parts(map, "foreignKeys", table.foreignKeys(), StateFile::foreignKey);
		parts(map, "checks", table.checks(), (check) -> Map.of("condition", check.condition()));
		put(map, "comment", table.comment());
		return map;
	}

	private static <T extends TablePart> void parts(Map<String, Object> table, String kind, Collection<T> parts,
			Function<T, Object> form) {
		put(table, kind, parts, (part, all) -> all.put(part.name(), form.apply(part)));
	}

	private static Map<String, Object> column(Column column) {
		Map<String, Object> map = new LinkedHashMap<>();
		boolean verbatim = column.type().kind() == Kind.VERBATIM;
		map.put(verbatim ? "verbatim" : "type", column.type().toString());
		if (!column.nullable()) {
			map.put("nullable", false);
		}
		if (column.identity()) {
			map.put("identity", true);
		}
		put(map, "default", column.defaultValue());
		put(map, "comment", column.comment());
		return map;
	}

	private static Map<String, Object> index(Index index) {
		Map<String, Object> map = new LinkedHashMap<>();
		if (index.unique()) {
			map.put("unique", true);
		}
		map.put("columns", index.columns().stream().map(Index.Part::column).toList());
		List<String> descending = index.columns()
			.stream()
			.filter(Index.Part::descending)
			.map(Index.Part::column)
			.toList();
		if (!descending.isEmpty()) {
			map.put("descending", descending);
		}
		return map;
	}

	private static Map<String, Object> foreignKey(ForeignKey key) {
		Map<String, Object> map = new LinkedHashMap<>();
		map.put("columns", key.columns());
		put(map, "table", key.target());
		map.put("references", key.targetColumns());
		put(map, "onDelete", action(key.onDelete()));
		put(map, "onUpdate", action(key.onUpdate()));
		return map;
	}

	private static @Nullable String action(Action action) {
		return (action != Action.NO_ACTION) ? action.name() : null;
	}

	private static Map<String, Object> sequence(Sequence sequence) {
		Map<String, Object> map = new LinkedHashMap<>();
		put(map, "sequence", sequence.name());
		map.put("start", sequence.start());
		map.put("increment", sequence.increment());
		return map;
	}

	private static void put(Map<String, Object> map, String key, QualifiedName name) {
		map.put(key, name.name());
		put(map, "schema", name.schema());
	}

	private static void put(Map<String, Object> map, String key, @Nullable String value) {
		if (value != null) {
			map.put(key, value);
		}
	}

	private static <T> void put(Map<String, Object> map, String key, Collection<T> things,
			BiConsumer<T, Map<String, Object>> entry) {
		if (!things.isEmpty()) {
			Map<String, Object> entries = new LinkedHashMap<>();
			things.forEach((thing) -> entry.accept(thing, entries));
			map.put(key, entries);
		}
	}

}
