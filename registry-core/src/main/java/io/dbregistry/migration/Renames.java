package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.dbregistry.database.Database;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnRenamed;
import io.dbregistry.metadata.Change.TableRenamed;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.RenamedFrom;

/**
 * What {@link RenamedFrom} says in some models of a database, in the names of its
 * product: tables first, then columns of tables by the new name.
 */
final class Renames {

	private final Dialect dialect;

	private final Database database;

	private final Map<QualifiedName, String> owners = new HashMap<>();

	private final List<String> clashes = new ArrayList<>();

	private Renames(Dialect dialect, Database database) {
		this.dialect = dialect;
		this.database = database;
	}

	/**
	 * All of them.
	 * @throws MigrationRefusedException if two models say the same of their tables
	 */
	static List<Change> of(List<ModelType<?>> models, Dialect dialect, Database database) {
		return new Renames(dialect, database).all(models);
	}

	private List<Change> all(List<ModelType<?>> models) {
		List<Change> tables = new ArrayList<>();
		List<Change> columns = new ArrayList<>();
		for (ModelType<?> model : models) {
			QualifiedName table = this.dialect.normalForm(model.table().withoutSchema(this.database.schema())).name();
			model.formerTable()
				.ifPresent((former) -> tables
					.add(table(model, new QualifiedName(table.schema(), this.dialect.normalName(former)), table)));
			model.formerColumns()
				.forEach((column, former) -> columns
					.add(new ColumnRenamed(table, this.dialect.normalName(former), this.dialect.normalName(column))));
		}
		if (!this.clashes.isEmpty()) {
			throw new MigrationRefusedException(this.database.name(), this.clashes);
		}
		tables.addAll(columns);
		return tables;
	}

	private TableRenamed table(ModelType<?> model, QualifiedName former, QualifiedName table) {
		String other = this.owners.putIfAbsent(former, model.name());
		if (other != null) {
			this.clashes.add(("models '%s' and '%s' both say that their table was called '%s' before; "
					+ "remove @RenamedFrom from the one whose table is new")
				.formatted(other, model.name(), former));
		}
		return new TableRenamed(former, table.name());
	}

	/**
	 * Those that are still to be made.
	 * @param renames tables first
	 * @param from what the database has
	 * @param to what the models ask for
	 */
	static List<Change> needed(List<Change> renames, Metadata from, Metadata to) {
		List<Change> needed = new ArrayList<>();
		Metadata renamed = from;
		for (Change rename : renames) {
			if (isNeeded(rename, renamed, to)) {
				needed.add(rename);
				renamed = renamed.apply(List.of(rename));
			}
		}
		return needed;
	}

	/**
	 * Why some cannot be made: another table is to have the name before, which only one
	 * of two migrations can give it.
	 * @param renames tables first
	 * @param from what the database has
	 * @param to what the models ask for
	 * @return a sentence each
	 */
	static List<String> clashes(List<Change> renames, Metadata from, Metadata to) {
		List<String> clashes = new ArrayList<>();
		for (Change rename : renames) {
			if (rename instanceof TableRenamed table && has(from, table.table()) && !has(from, table.renamed())
					&& has(to, table.table())) {
				clashes
					.add(("table '%1$s' was called '%2$s' before, and a model has a table '%2$s' today; generate the "
							+ "rename without that model first, or remove @RenamedFrom")
						.formatted(table.renamed(), table.table()));
			}
		}
		return clashes;
	}

	private static boolean isNeeded(Change rename, Metadata before, Metadata to) {
		if (rename instanceof TableRenamed table) {
			return has(before, table.table()) && !has(before, table.renamed()) && has(to, table.renamed())
					&& !has(to, table.table());
		}
		ColumnRenamed column = (ColumnRenamed) rename;
		return has(before, column.table(), column.before()) && !has(before, column.table(), column.after())
				&& has(to, column.table(), column.after()) && !has(to, column.table(), column.before());
	}

	private static boolean has(Metadata metadata, QualifiedName table) {
		return metadata.find(table).isPresent();
	}

	private static boolean has(Metadata metadata, QualifiedName name, String column) {
		Optional<Table> table = metadata.find(name);
		return table.isPresent() && table.get().columns().stream().map(Column::name).anyMatch(column::equals);
	}

}
