package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.metadata.Table;
import io.dbregistry.model.ModelKind;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;

/**
 * The tables that the registry makes for the models of a database.
 */
final class ModelTables {

	private ModelTables() {
	}

	static List<Table> of(Models models, String database) {
		return models.in(database)
			.stream()
			.filter((model) -> model.kind().isManaged() && model.kind() != ModelKind.TENANT)
			.<Table>map(ModelType::table)
			.toList();
	}

}
