package io.dbregistry.model;

import io.dbregistry.error.RegistryException;

/**
 * A reflected model that declares no columns is used before its table has been read.
 */
public final class NotReflectedException extends RegistryException {

	private final String model;

	private final String database;

	NotReflectedException(ModelDefinition model, String table) {
		super(("Model '%s' has the columns of table '%s' in database '%s', which has not been read; "
				+ "open the registry, or call registry.reflection().refresh(\"%s\")")
			.formatted(model.name(), table, model.home(), model.home()));
		this.model = model.name();
		this.database = model.home();
	}

	/**
	 * The model that was used.
	 * @return its name
	 */
	public String getModel() {
		return this.model;
	}

	/**
	 * The database with the table.
	 * @return its name
	 */
	public String getDatabase() {
		return this.database;
	}

}
