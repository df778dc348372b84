package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.database.Database;
import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnRenamed;
import io.dbregistry.metadata.Change.TableRenamed;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import io.dbregistry.model.RenamedFrom;

/**
 * What {@link RenamedFrom} says in the models of a database, in the names of its product:
 * tables first, then columns of tables by the new name.
 */
final class Renames {

	private final Models models;

	private final Dialect dialect;

	private final Database database;

	Renames(Models models, Dialect dialect, Database database) {
		this.models = models;
		this.dialect = dialect;
		this.database = database;
	}

	List<Change> all() {
		List<Change> tables = new ArrayList<>();
		List<Change> columns = new ArrayList<>();
		for (ModelType<?> model : this.models.in(this.database.name())) {
			if (model.kind().isManaged()) {
				QualifiedName table = this.dialect.normalForm(model.table().withoutSchema(this.database.schema()))
					.name();
				model.formerTable()
					.ifPresent((former) -> tables.add(new TableRenamed(
							new QualifiedName(table.schema(), this.dialect.normalName(former)), table.name())));
				model.formerColumns()
					.forEach((column, former) -> columns.add(new ColumnRenamed(table, this.dialect.normalName(former),
							this.dialect.normalName(column))));
			}
		}
		tables.addAll(columns);
		return tables;
	}

}
