package io.dbregistry.model;

import java.util.List;
import java.util.Map;

/**
 * What models are made with.
 *
 * @param extras the names of the extra databases that models may live in
 * @param defaultSchemas the schemas of models without one of their own, where they are
 * known, by the name of the database; {@code primary} is the primary one. Two models may
 * not have one table by way of them
 * @param naming names tables and columns
 * @param tablePrefix the beginning of each table name that is not given
 * @param converters the classes of converters that are applied to all values of a type,
 * each with {@code @Converter(autoApply = true)}
 */
public record ModelSettings(List<String> extras, Map<String, String> defaultSchemas, NamingStrategy naming,
		String tablePrefix, List<Class<?>> converters) {

	/**
	 * Copies the components.
	 */
	public ModelSettings {
		extras = List.copyOf(extras);
		defaultSchemas = Map.copyOf(defaultSchemas);
		converters = List.copyOf(converters);
	}

	/**
	 * Settings with names in snake case, without converters.
	 * @param extras the names of the extra databases
	 * @param defaultSchemas the default schemas that are known, by database
	 */
	public ModelSettings(List<String> extras, Map<String, String> defaultSchemas) {
		this(extras, defaultSchemas, NamingStrategy.SNAKE_CASE, "", List.of());
	}

	/** The table of a model, given or named. */
	String tableName(ModelDefinition model) {
		String given = model.spec().name;
		return given.isEmpty() ? this.tablePrefix + this.naming.tableName(model.name()) : given;
	}

}
