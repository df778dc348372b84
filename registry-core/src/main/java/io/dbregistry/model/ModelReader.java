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
 * Makes models from annotated classes.
 * <ol>
 * <li>Each class is read by itself.</li>
 * <li>Classes are compared: names, tables, databases, eager references.</li>
 * <li>Attributes and tables are made, references looking into the other classes.</li>
 * <li>If anything was wrong anywhere, all of it is thrown.</li>
 * </ol>
 */
final class ModelReader {

	private final Problems problems = new Problems();

	private final Map<Class<?>, ModelClass<?>> classes = new LinkedHashMap<>();

	private final Map<Class<?>, ModelType<?>> finished = new HashMap<>();

	private final List<String> extras;

	private final Map<String, String> defaultSchemas;

	/**
	 * Creates a reader.
	 * @param extras the names of the extra databases
	 * @param defaultSchemas the default schemas that are known, by database
	 */
	ModelReader(List<String> extras, Map<String, String> defaultSchemas) {
		this.extras = extras;
		this.defaultSchemas = defaultSchemas;
	}

	Models read(Collection<Class<?>> types) {
		for (Class<?> type : new LinkedHashSet<>(types)) {
			ModelClass<?> read = ModelClass.read(type, this.problems);
			if (read != null) {
				this.classes.put(type, read);
			}
		}
		this.classes.values().forEach(this::checkDatabase);
		checkDistinct(ModelClass::name, "the name '%s'", "give one of them another with @Model(name = …)");
		checkDistinct(this::place, "the table '%s'", "give one of them another with @Table(name = …)");
		new EagerPaths(this.classes, this.problems).check();
		List<ModelType<?>> models = new ArrayList<>();
		for (ModelClass<?> type : this.classes.values()) {
			ModelType<?> model = model(type);
			if (model != null) {
				models.add(model);
				this.finished.put(model.type(), model);
			}
		}
		checkConstraintNames(models);
		this.problems.throwIfAny();
		return new DefaultModels(models);
	}

	private void checkDatabase(ModelClass<?> model) {
		String database = model.database();
		if (!database.isEmpty() && !this.extras.contains(database)) {
			List<String> known = new ArrayList<>(List.of(ModelClass.PRIMARY));
			known.addAll(this.extras);
			this.problems.add(model.type(), null,
					"no database named '%s' (known: '%s')".formatted(database, String.join("', '", known)),
					database.equals(ModelClass.PRIMARY) ? "leave database out: the primary is the default"
							: "add registry.extra.%s or correct @Model(database = …)".formatted(database));
		}
	}

	/** Table names that differ only in letter case are one to some products. */
	private String place(ModelClass<?> model) {
		String database = model.home();
		return String.join(".", database, schema(database, model.schema()), model.tableName().toLowerCase(Locale.ROOT));
	}

	private String schema(String database, @Nullable String fixed) {
		return (fixed != null) ? fixed : this.defaultSchemas.getOrDefault(database, "(default schema)");
	}

	private void checkDistinct(Function<ModelClass<?>, String> property, String description, String action) {
		Map<String, ModelClass<?>> owners = new HashMap<>();
		for (ModelClass<?> model : this.classes.values()) {
			String value = property.apply(model);
			ModelClass<?> other = owners.putIfAbsent(value, model);
			if (other != null) {
				this.problems.add(model.type(), null,
						(description + " is that of '%s' too").formatted(value, other.type().getName()), action);
			}
		}
	}

	private <T> @Nullable ModelType<T> model(ModelClass<T> type) {
		AttributeReader reader = new AttributeReader(this.classes, this::finished, this.problems);
		List<Attribute> attributes = new ArrayList<>();
		Map<Property, Column> columns = new LinkedHashMap<>();
		for (Property property : type.properties()) {
			Attribute attribute = reader.read(property, type);
			if (attribute != null) {
				attributes.add(attribute);
				columns.put(property, attribute.columns().get(0));
			}
		}
		Table table = new TableReader(type, columns, this.classes, this.problems).read();
		MethodHandle constructor = new MemberAccess(type.type(), this.problems).constructor();
		if (table == null || constructor == null) {
			return null;
		}
		return new ModelType<>(type.name(), type.type(), type.database().isEmpty() ? null : type.database(), table,
				constructor, attributes, null);
	}

	private ModelType<?> finished(Class<?> type) {
		return Objects.requireNonNull(this.finished.get(type), type.getName());
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
				List<String> place = List.of(database, schema(database, table.name().schema()),
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
