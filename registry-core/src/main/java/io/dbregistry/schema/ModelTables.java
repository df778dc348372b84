package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

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
		return of(models, database, ModelTables::isUsual);
	}

	/** The tables of the models of some kinds. */
	static List<Table> of(Models models, String database, Predicate<ModelKind> kinds) {
		return models(models, database, kinds).stream().<Table>map(ModelType::table).toList();
	}

	/** The sequences that keys of these tables are taken from. */
	static List<KeySequence> sequences(Models models, String database) {
		return sequences(models, database, ModelTables::isUsual);
	}

	/** The sequences that keys of the models of some kinds are taken from. */
	static List<KeySequence> sequences(Models models, String database, Predicate<ModelKind> kinds) {
		return KeySequence.of(models(models, database, kinds));
	}

	/** All models of a database, then those of patterns. */
	static List<ModelType<?>> models(Models models, String database) {
		List<ModelType<?>> all = new ArrayList<>(models.in(database));
		models.of(ModelKind.PATTERN).stream().filter((model) -> model.home().equals(database)).forEach(all::add);
		return all;
	}

	private static boolean isUsual(ModelKind kind) {
		return kind.isManaged() && kind != ModelKind.TENANT;
	}

	private static List<ModelType<?>> models(Models models, String database, Predicate<ModelKind> kinds) {
		return models.in(database).stream().filter((model) -> kinds.test(model.kind())).toList();
	}

}
