package io.dbregistry.dialect;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;

import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * The indexes and foreign keys of a schema of MariaDB, put together from rows of its
 * catalog. Not safe for use by several threads.
 * <p>
 * A unique constraint is a unique index there, and nothing tells them apart. A foreign
 * key without an index of its own gets one of its own name, which is no index to anybody
 * else.
 */
final class MariaDbKeys {

	private final CatalogDraft draft;

	/** By table and name. */
	private final Map<List<String>, LiveIndex> indexes = new LinkedHashMap<>();

	private final Map<List<String>, Reference> references = new LinkedHashMap<>();

	MariaDbKeys(CatalogDraft draft) {
		this.draft = draft;
	}

	void addIndexColumn(ResultSet rows) throws SQLException {
		List<String> place = List.of(CatalogQuery.text(rows, 1), CatalogQuery.text(rows, 2));
		LiveIndex index = this.indexes.get(place);
		if (index == null) {
			index = new LiveIndex(!rows.getBoolean(3), CatalogQuery.text(rows, 7), new ArrayList<>());
			this.indexes.put(place, index);
		}
		index.parts.add(new Index.Part(this.draft.name(CatalogQuery.text(rows, 4)), "D".equals(rows.getString(5))));
		index.prefix |= rows.getString(6) != null;
	}

	void addRules(ResultSet rows) throws SQLException {
		this.references.put(List.of(CatalogQuery.text(rows, 1), CatalogQuery.text(rows, 2)),
				new Reference(action(CatalogQuery.text(rows, 3)), action(CatalogQuery.text(rows, 4))));
	}

	private static Action action(String rule) {
		return MariaDbNormalForm.same(Action.valueOf(rule.replace(' ', '_')));
	}

	void addReference(ResultSet rows) throws SQLException {
		Reference reference = this.references.get(List.of(CatalogQuery.text(rows, 1), CatalogQuery.text(rows, 2)));
		if (reference != null) {
			reference.columns.add(this.draft.name(CatalogQuery.text(rows, 3)));
			reference.target = new QualifiedName(CatalogQuery.text(rows, 4),
					this.draft.name(CatalogQuery.text(rows, 5)));
			reference.targetColumns.add(this.draft.name(CatalogQuery.text(rows, 6)));
		}
	}

	/** Hands all of it to the tables. */
	void finish() throws SQLException {
		this.indexes.forEach((place, index) -> {
			TableDraft table = this.draft.find(place.get(0));
			if (table != null) {
				addIndex(table, place, index);
			}
		});
		for (Entry<List<String>, Reference> entry : this.references.entrySet()) {
			TableDraft table = this.draft.find(entry.getKey().get(0));
			if (table != null) {
				table.add(foreignKey(entry.getKey().get(1), entry.getValue()));
			}
		}
	}

	private ForeignKey foreignKey(String stored, Reference reference) throws SQLException {
		QualifiedName target = CatalogQuery.require(reference.target, "column of foreign key '%s'".formatted(stored));
		return new ForeignKey(this.draft.name(stored), reference.columns, target, reference.targetColumns,
				reference.onDelete, reference.onUpdate);
	}

	private void addIndex(TableDraft table, List<String> place, LiveIndex index) {
		String name = this.draft.name(place.get(1));
		List<String> columns = index.parts.stream().map(Index.Part::column).toList();
		if (place.get(1).equals("PRIMARY")) {
			columns.forEach((column) -> table.addKeyColumn(null, column));
			return;
		}
		Reference reference = this.references.get(place);
		if (reference != null && !index.unique && reference.columns.equals(columns)) {
			return;
		}
		if (index.prefix) {
			table.note("has index '%s', which is left out: it is over the beginning of texts".formatted(name));
			return;
		}
		if (!index.type.equals("BTREE")) {
			table.note("has index '%s' as %s, which is read as a plain one".formatted(name, index.type));
		}
		if (index.unique && index.parts.stream().noneMatch(Index.Part::descending)) {
			columns.forEach((column) -> table.addUniqueColumn(name, column));
		}
		else {
			index.parts.forEach((part) -> table.addIndexPart(name, index.unique, part));
		}
	}

	/** An index while its columns are read. */
	private static final class LiveIndex {

		private final boolean unique;

		private final String type;

		private final List<Index.Part> parts;

		private boolean prefix;

		LiveIndex(boolean unique, String type, List<Index.Part> parts) {
			this.unique = unique;
			this.type = type;
			this.parts = parts;
		}

	}

	/** A foreign key while its columns are read. */
	private static final class Reference {

		private final Action onDelete;

		private final Action onUpdate;

		private final List<String> columns = new ArrayList<>();

		private final List<String> targetColumns = new ArrayList<>();

		private @Nullable QualifiedName target;

		Reference(Action onDelete, Action onUpdate) {
			this.onDelete = onDelete;
			this.onUpdate = onUpdate;
		}

	}

}
