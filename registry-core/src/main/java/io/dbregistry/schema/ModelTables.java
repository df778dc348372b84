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
		return managed(models, database).stream().<Table>map(ModelType::table).toList();
	}

	/** The sequences that keys of these tables are taken from. */
	static List<KeySequence> sequences(Models models, String database) {
		return KeySequence.of(managed(models, database));
	}

	private static List<ModelType<?>> managed(Models models, String database) {
		return models.in(database)
			.stream()
			.filter((model) -> model.kind().isManaged() && model.kind() != ModelKind.TENANT)
			.toList();
	}

}
