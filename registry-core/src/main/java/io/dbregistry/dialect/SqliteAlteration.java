package io.dbregistry.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnAdded;
import io.dbregistry.metadata.Change.ColumnChanged;
import io.dbregistry.metadata.Change.ColumnRenamed;
import io.dbregistry.metadata.Change.PartAdded;
import io.dbregistry.metadata.Change.PartRemoved;
import io.dbregistry.metadata.Change.PrimaryKeyChanged;
import io.dbregistry.metadata.Change.TableRenamed;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The changes of SQLite. Tables, columns and indexes come, go and are renamed by
 * statements of their own; for all else a table is made anew.
 *
 * @see SqliteRebuild
 */
final class SqliteAlteration extends Alteration {

	/** Other values cannot be those of a column that is added. */
	private static final Pattern CONSTANT = Pattern.compile("[+-]?[\\d.]+|'(?:[^']|'')*'|null|true|false",
			Pattern.CASE_INSENSITIVE);

	SqliteAlteration(Dialect dialect, StandardDdl ddl) {
		super(dialect, ddl);
	}

	@Override
	List<String> statements(Metadata before, List<Change> changes) {
		List<String> statements = new ArrayList<>();
		Metadata state = before;
		int next = 0;
		while (next < changes.size()) {
			int begin = next;
			while (next < changes.size() && isRename(changes.get(next)) == isRename(changes.get(begin))) {
				next++;
			}
			List<Change> same = changes.subList(begin, next);
			Metadata after = state.apply(same);
			statements.addAll(together(state, after, same));
			state = after;
		}
		return statements;
	}

	private static boolean isRename(Change change) {
		return change instanceof TableRenamed || change instanceof ColumnRenamed;
	}

	private List<String> together(Metadata before, Metadata after, List<Change> changes) {
		Set<QualifiedName> changed = changes.stream()
			.filter(SqliteAlteration::needsNewTable)
			.map(Change::table)
			.collect(Collectors.toSet());
		if (changed.isEmpty()) {
			return statements(changes);
		}
		SqliteRebuild rebuild = new SqliteRebuild(dialect(), ddl(), before, after, changed);
		List<String> statements = new ArrayList<>(rebuild.statements(changes.stream().filter(rebuild::makes).toList()));
		statements.addAll(statements(changes.stream().filter((change) -> !rebuild.makes(change)).toList()));
		return statements;
	}

	private static boolean needsNewTable(Change change) {
		if (change instanceof ColumnAdded added) {
			return !canBeAdded(added.column());
		}
		return change instanceof ColumnChanged || change instanceof PrimaryKeyChanged
				|| change instanceof PartAdded part && !(part.part() instanceof Index)
				|| change instanceof PartRemoved removed && !(removed.part() instanceof Index);
	}

	private static boolean canBeAdded(Column column) {
		@Nullable String value = column.defaultValue();
		return !column.identity() && !column.requiresValue() && (value == null || CONSTANT.matcher(value).matches());
	}

}
