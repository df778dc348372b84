package io.dbregistry.metadata;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.dbregistry.metadata.Change.ColumnAdded;
import io.dbregistry.metadata.Change.ColumnChanged;
import io.dbregistry.metadata.Change.ColumnRemoved;
import io.dbregistry.metadata.Change.CommentChanged;
import io.dbregistry.metadata.Change.PartAdded;
import io.dbregistry.metadata.Change.PartRemoved;
import io.dbregistry.metadata.Change.PrimaryKeyChanged;
import io.dbregistry.metadata.Change.SequenceChanged;
import io.dbregistry.metadata.Change.TableAdded;
import io.dbregistry.metadata.Change.TableRemoved;

/**
 * Compares two metadata, in time linear in their size.
 * <ol>
 * <li>Tables are paired by name; a pair of equal tables is passed over at once.</li>
 * <li>Within a pair columns, constraints and indexes are paired by name, whatever their
 * order.</li>
 * <li>The changes come in an order in which they can be made: constraints go first and
 * come last, and columns come before they go, so that no table is ever without.</li>
 * </ol>
 */
final class MetadataDiff {

	private final Map<Phase, List<Change>> changes = new EnumMap<>(Phase.class);

	private MetadataDiff() {
	}

	static List<Change> of(Metadata from, Metadata to) {
		MetadataDiff diff = new MetadataDiff();
		diff.tables(from, to);
		diff.sequences(from, to);
		return diff.changes.values().stream().flatMap(List::stream).toList();
	}

	private void tables(Metadata from, Metadata to) {
		for (Table before : from.tables()) {
			Table after = to.find(before.name()).orElse(null);
			if (after == null) {
				add(Phase.TABLES_GO, new TableRemoved(before));
			}
			else if (!before.equals(after)) {
				table(before, after);
			}
		}
		for (Table after : to.tables()) {
			if (from.find(after.name()).isEmpty()) {
				add(Phase.TABLES_COME, new TableAdded(after));
			}
		}
	}

	private void sequences(Metadata from, Metadata to) {
		for (Sequence before : from.sequences()) {
			Sequence after = to.findSequence(before.name()).orElse(null);
			if (!before.equals(after)) {
				add((after != null) ? Phase.SEQUENCES_COME : Phase.SEQUENCES_GO, new SequenceChanged(before, after));
			}
		}
		for (Sequence after : to.sequences()) {
			if (from.findSequence(after.name()).isEmpty()) {
				add(Phase.SEQUENCES_COME, new SequenceChanged(null, after));
			}
		}
	}

	private void table(Table before, Table after) {
		QualifiedName name = before.name();
		columns(before, after);
		if (!Objects.equals(before.primaryKey(), after.primaryKey())) {
			add(Phase.KEY, new PrimaryKeyChanged(name, before.primaryKey(), after.primaryKey()));
		}
		parts(name, before.foreignKeys(), after.foreignKeys(), Phase.FOREIGN_KEYS_GO);
		parts(name, before.checks(), after.checks(), Phase.CHECKS_GO);
		parts(name, before.indexes(), after.indexes(), Phase.INDEXES_GO);
		parts(name, before.uniques(), after.uniques(), Phase.UNIQUES_GO);
		if (!Objects.equals(before.comment(), after.comment())) {
			add(Phase.COMMENTS, new CommentChanged(name, before.comment(), after.comment()));
		}
	}

	private void columns(Table before, Table after) {
		Map<String, Column> wanted = byName(after.columns(), Column::name);
		for (Column column : before.columns()) {
			Column same = wanted.remove(column.name());
			if (same == null) {
				add(Phase.COLUMNS_GO, new ColumnRemoved(before.name(), column));
			}
			else if (!same.equals(column)) {
				add(Phase.COLUMNS_CHANGE, new ColumnChanged(before.name(), column, same));
			}
		}
		wanted.values().forEach((column) -> add(Phase.COLUMNS_COME, new ColumnAdded(before.name(), column)));
	}

	/** Parts are removed and added when they change. */
	private <T extends TablePart> void parts(QualifiedName table, List<T> before, List<T> after, Phase go) {
		if (before.equals(after)) {
			return;
		}
		Map<String, T> wanted = byName(after, TablePart::name);
		for (T part : before) {
			if (part.equals(wanted.get(part.name()))) {
				wanted.remove(part.name());
			}
			else {
				add(go, new PartRemoved(table, part));
			}
		}
		wanted.values().forEach((part) -> add(go.reverse(), new PartAdded(table, part)));
	}

	private static <T> Map<String, T> byName(List<T> parts, Function<T, String> name) {
		Map<String, T> byName = new LinkedHashMap<>();
		parts.forEach((part) -> byName.put(name.apply(part), part));
		return byName;
	}

	private void add(Phase phase, Change change) {
		this.changes.computeIfAbsent(phase, (any) -> new ArrayList<>()).add(change);
	}

	/** The order of changes. */
	private enum Phase {

		SEQUENCES_COME, FOREIGN_KEYS_GO, CHECKS_GO, INDEXES_GO, UNIQUES_GO, TABLES_GO, TABLES_COME, COLUMNS_COME,
		COLUMNS_CHANGE, KEY, COLUMNS_GO, UNIQUES_COME, INDEXES_COME, CHECKS_COME, FOREIGN_KEYS_COME, COMMENTS,
		SEQUENCES_GO;

		Phase reverse() {
			return valueOf(name().replace("_GO", "_COME"));
		}

	}

}
