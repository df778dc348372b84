package io.dbregistry.model;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * Makes models of classes and definitions.
 * <ol>
 * <li>Each class is read by itself, as a definition.</li>
 * <li>Definitions are compared: names, tables, databases, eager references.</li>
 * <li>Attributes and tables are made, references looking into the other definitions.</li>
 * <li>If anything was wrong anywhere, all of it is thrown.</li>
 * </ol>
 */
final class ModelBinder {

	private final Problems problems = new Problems();

	private final Map<Class<?>, ModelDefinition> definitions = new LinkedHashMap<>();

	private final Map<ModelDefinition, ModelType<?>> finished = new HashMap<>();

	private final Binding binding = new Binding(this.definitions, this::finished, this.problems);

	private final List<String> extras;

	private final Map<String, String> defaultSchemas;

	/**
	 * Creates a binder.
	 * @param extras the names of the extra databases
	 * @param defaultSchemas the default schemas that are known, by database
	 */
	ModelBinder(List<String> extras, Map<String, String> defaultSchemas) {
		this.extras = extras;
		this.defaultSchemas = defaultSchemas;
	}

	Models read(Collection<Class<?>> types) {
		for (Class<?> type : new LinkedHashSet<>(types)) {
			ModelDefinition read = ClassReader.read(type, this.problems);
			if (read != null) {
				this.definitions.put(type, read.close());
			}
		}
		this.definitions.values().forEach(this::checkDatabase);
		checkDistinct(ModelDefinition::name, "the name '%s'", "give one of them another with @Model(name = …)");
		checkDistinct(this::place, "the table '%s'", "give one of them another with @Table(name = …)");
		new EagerPaths(this.definitions.values(), this.binding).check();
		List<ModelType<?>> models = new ArrayList<>();
		this.definitions.forEach((type, definition) -> {
			ModelType<?> model = model(type, definition);
			if (model != null) {
				models.add(model);
				this.finished.put(definition, model);
			}
		});
		checkConstraintNames(models);
		this.problems.throwIfAny();
		return new DefaultModels(models);
	}

	private void checkDatabase(ModelDefinition model) {
		String database = model.extra();
		if (database != null && !this.extras.contains(database)) {
			List<String> known = new ArrayList<>(List.of(ModelType.PRIMARY));
			known.addAll(this.extras);
			this.problems.add(model,
					"no database named '%s' (known: '%s')".formatted(database, String.join("', '", known)),
					database.equals(ModelType.PRIMARY) ? "leave database out: the primary is the default"
							: "add registry.extra.%s or correct @Model(database = …)".formatted(database));
		}
	}

	/** Table names that differ only in letter case are one to some products. */
	private String place(ModelDefinition model) {
		String database = model.home();
		return String.join(".", database, schema(database, model.spec().schema),
				this.binding.tableName(model).toLowerCase(Locale.ROOT));
	}

	private String schema(String database, String fixed) {
		return !fixed.isEmpty() ? fixed : this.defaultSchemas.getOrDefault(database, "(default schema)");
	}

	private void checkDistinct(Function<ModelDefinition, String> property, String description, String action) {
		Map<String, ModelDefinition> owners = new HashMap<>();
		for (ModelDefinition model : this.definitions.values()) {
			String value = property.apply(model);
			ModelDefinition other = owners.putIfAbsent(value, model);
			if (other != null) {
				this.problems.add(model, (description + " is that of '%s' too").formatted(value, other.place()),
						action);
			}
		}
	}

	private <T> @Nullable ModelType<T> model(Class<T> type, ModelDefinition definition) {
		AttributeBinder binder = new AttributeBinder(definition, this.binding);
		List<Attribute> attributes = new ArrayList<>();
		Map<AttributeDefinition, List<Column>> columns = new LinkedHashMap<>();
		for (AttributeDefinition declared : definition.attributes()) {
			Attribute attribute = binder.bind(declared);
			if (attribute != null) {
				attributes.add(attribute);
				columns.put(declared, attribute.columns());
			}
		}
		Table table = new TableBinder(definition, columns, this.binding).bind();
		MethodHandle constructor = new MemberAccess(type, this.problems).constructor();
		if (table == null || constructor == null) {
			return null;
		}
		return new ModelType<>(definition.name(), type, definition.extra(), table, constructor, attributes, null);
	}

	private ModelType<?> finished(ModelDefinition definition) {
		return Objects.requireNonNull(this.finished.get(definition), definition.name());
	}

	/** In most products the names of indexes and constraints are unique in a schema. */
	private void checkConstraintNames(List<ModelType<?>> models) {
		Map<List<String>, ModelType<?>> owners = new HashMap<>();
		for (ModelType<?> model : models) {
			Table table = model.table();
			List<String> names = new ArrayList<>();
			table.uniques().forEach((unique) -> names.add(unique.name()));
			table.indexes().forEach((index) -> names.add(index.name()));
			table.foreignKeys().forEach((foreignKey) -> names.add(foreignKey.name()));
			table.checks().forEach((check) -> names.add(check.name()));
			for (String name : names) {
				String database = model.home();
				List<String> place = List.of(database,
						schema(database, Objects.requireNonNullElse(table.name().schema(), "")),
						name.toLowerCase(Locale.ROOT));
				ModelType<?> other = owners.putIfAbsent(place, model);
				if (other != null) {
					this.problems.add(model.type(), null,
							"the name '%s' of an index or constraint is used in model '%s' too".formatted(name, other),
							"name one of them in its annotation");
				}
				else if (!Names.isShort(name)) {
					this.problems.add(model.type(), null,
							"the name '%s' of an index or constraint is longer than %d bytes".formatted(name,
									Names.LIMIT),
							"give a shorter name");
				}
			}
		}
	}

}
