package io.dbregistry.model;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.model.Attribute.Basic;
import io.dbregistry.model.Attribute.Content;
import io.dbregistry.model.Attribute.Generation;
import io.dbregistry.model.Attribute.Member;
import io.dbregistry.model.Attribute.Reference;
import io.dbregistry.model.Attribute.Storage;
import jakarta.persistence.Enumerated;
import jakarta.persistence.EnumeratedValue;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import org.jspecify.annotations.Nullable;

/**
 * Makes attributes and their columns from the members of models.
 */
final class AttributeReader {

	private static final List<Kind> NO_KEYS = List.of(Kind.REAL, Kind.DOUBLE, Kind.CLOB, Kind.BLOB, Kind.VARBINARY,
			Kind.JSON, Kind.BOOLEAN);

	private final Map<Class<?>, ModelClass<?>> models;

	private final Function<Class<?>, ModelType<?>> targets;

	private final Problems problems;

	/**
	 * Creates a reader.
	 * @param models all classes that are models
	 * @param targets finds the finished model of one of them, later
	 * @param problems takes what is wrong
	 */
	AttributeReader(Map<Class<?>, ModelClass<?>> models, Function<Class<?>, ModelType<?>> targets, Problems problems) {
		this.models = models;
		this.targets = targets;
		this.problems = problems;
	}

	/**
	 * The attribute of a member.
	 * @return the attribute, or {@code null} after a problem was reported
	 */
	@Nullable Attribute read(Property property, ModelClass<?> owner) {
		ColumnSpec spec = ColumnSpec.from(property);
		Column column = property.isReference() ? referenceColumn(property, spec, owner) : basicColumn(property, spec);
		Member member = new MemberAccess(property.model(), this.problems).member(property);
		if (column == null || member == null) {
			return null;
		}
		Storage storage = new Storage(List.of(column), generation(property), spec.insertable(),
				spec.updatable() && !property.isKey(), BasicTypes.enumType(property));
		Class<?> target = property.isReference() ? property.target() : null;
		Attribute.Kind kind = property.isRef() ? Attribute.Kind.REF : Attribute.Kind.EAGER;
		Content content = (target != null) ? new Reference(kind, () -> this.targets.apply(target)) : new Basic();
		return new Attribute(member, content, storage, target == null && property.isKey(),
				target == null && property.isVersion());
	}

	private @Nullable Column basicColumn(Property property, ColumnSpec spec) {
		if (!isPossible(property)) {
			return null;
		}
		ColumnType type = BasicTypes.columnType(property, spec, this.problems);
		if (type == null) {
			return null;
		}
		if (property.isKey() && NO_KEYS.contains(type.kind())) {
			this.problems.add(property, "type '%s' cannot be a key".formatted(BasicTypes.name(property)),
					"use a whole number, String, UUID or date");
			return null;
		}
		return column(property, property.basicColumnName(), type, spec, generation(property) == Generation.IDENTITY);
	}

	/** Reports the annotations that do not go with a member that is no reference. */
	private boolean isPossible(Property property) {
		Class<?> type = BasicTypes.box(property.type());
		if (property.isRef() || this.models.containsKey(type)) {
			this.problems.add(property, "'%s' is a reference to a model".formatted(BasicTypes.name(property)),
					"add @ManyToOne or @OneToOne");
		}
		else if (property.has(JoinColumn.class)) {
			this.problems.add(property, "@JoinColumn is for references to models", "use @Column");
		}
		else if (property.has(Enumerated.class) && !type.isEnum()) {
			this.problems.add(property, "@Enumerated is for enums, not for '%s'".formatted(BasicTypes.name(property)),
					"remove it");
		}
		else if (Stream.of(type.getDeclaredFields())
			.anyMatch((field) -> field.isAnnotationPresent(EnumeratedValue.class))) {
			this.problems.add(property, "@EnumeratedValue in '%s' is not supported".formatted(type.getName()),
					"remove it and store the names with @Enumerated(EnumType.STRING)");
		}
		else if (property.isVersion() && !BasicTypes.COUNTERS.contains(type)) {
			this.problems.add(property,
					"type '%s' cannot be a @Version (possible: short, int, long)".formatted(BasicTypes.name(property)),
					"use one of these");
		}
		else {
			return isGeneratedWell(property, type);
		}
		return false;
	}

	private boolean isGeneratedWell(Property property, Class<?> type) {
		GeneratedValue generated = property.find(GeneratedValue.class);
		if (generated == null) {
			return true;
		}
		String definition = ColumnSpec.from(property).definition();
		if (!definition.isEmpty() && generation(property) == Generation.IDENTITY) {
			this.problems.add(property,
					("@Column(columnDefinition = \"%s\") and @GeneratedValue exclude each other: "
							+ "the column of a generated key has a type that the database can count up")
						.formatted(definition),
					"remove one of them");
			return false;
		}
		if (!property.isKey()) {
			this.problems.add(property, "@GeneratedValue is for keys", "add @Id, or remove it");
			return false;
		}
		GenerationType strategy = generated.strategy();
		boolean uuid = type == UUID.class && (strategy == GenerationType.AUTO || strategy == GenerationType.UUID);
		boolean number = BasicTypes.WHOLE_NUMBERS.contains(type)
				&& (strategy == GenerationType.AUTO || strategy == GenerationType.IDENTITY);
		if (!uuid && !number) {
			this.problems.add(property,
					"strategy %s cannot make a key of type '%s' (possible: IDENTITY for whole numbers, UUID for UUIDs)"
						.formatted(strategy, BasicTypes.name(property)),
					"change the strategy or the type");
		}
		return uuid || number;
	}

	private static Generation generation(Property property) {
		if (!property.has(GeneratedValue.class)) {
			return Generation.NONE;
		}
		return (property.type() == UUID.class) ? Generation.UUID : Generation.IDENTITY;
	}

	private @Nullable Column referenceColumn(Property property, ColumnSpec spec, ModelClass<?> owner) {
		ModelClass<?> target = targetOf(property, owner);
		if (target == null) {
			return null;
		}
		if (target.key().size() != 1) {
			this.problems.add(property,
					"model '%s' has a key of %d attributes, a reference needs one with a single"
						.formatted(target.name(), target.key().size()),
					"give '%s' a key of one attribute, or keep its key in attributes of your own"
						.formatted(target.name()));
			return null;
		}
		Property key = target.key().get(0);
		Column keyColumn = key.isReference() ? null
				: new AttributeReader(this.models, this.targets, new Problems()).basicColumn(key, ColumnSpec.from(key));
		if (keyColumn == null) {
			return null;
		}
		JoinColumn join = property.find(JoinColumn.class);
		if (join != null && !join.referencedColumnName().isEmpty()
				&& !join.referencedColumnName().equals(keyColumn.name())) {
			this.problems.add(property, "@JoinColumn(referencedColumnName = \"%s\") is not the key of '%s'"
				.formatted(join.referencedColumnName(), target.name()), "use '%s'".formatted(keyColumn.name()));
			return null;
		}
		String name = spec.name().isEmpty() ? Names.snakeCase(property.name()) + "_" + keyColumn.name() : spec.name();
		return column(property, name, keyColumn.type(), spec, false);
	}

	/**
	 * The model that a reference leads to, or {@code null} after a problem was reported.
	 */
	private @Nullable ModelClass<?> targetOf(Property property, ModelClass<?> owner) {
		Class<?> type = property.target();
		ModelClass<?> target = (type != null) ? this.models.get(type) : null;
		if (property.isKey() || property.isVersion() || property.has(Lob.class)
				|| property.has(jakarta.persistence.Column.class) || property.has(Enumerated.class)) {
			this.problems.add(property, "a reference cannot have @Id, @Version, @Column, @Lob or @Enumerated",
					"use @JoinColumn for its column, and a key of its own for the model");
		}
		else if (target == null) {
			this.problems.add(property,
					"'%s' is not among the models (%s)".formatted(BasicTypes.name(property),
							NearNames.describe((type != null) ? type.getSimpleName() : "",
									this.models.values().stream().map(ModelClass::name).toList())),
					"add its class to the registry's models");
		}
		else if (!property.isRef() && isLazy(property)) {
			this.problems.add(property, "a lazy reference cannot be a '%s'".formatted(BasicTypes.name(property)),
					"declare it as Ref<%s>".formatted(property.type().getSimpleName()));
		}
		else if (!target.database().equals(owner.database())) {
			this.problems.add(property,
					"model '%s' lives in database '%s', this one in '%s'; no constraint or join can cross them"
						.formatted(target.name(), target.home(), owner.home()),
					"keep its key in an attribute without @ManyToOne");
		}
		else {
			return target;
		}
		return null;
	}

	private static boolean isLazy(Property property) {
		ManyToOne manyToOne = property.find(ManyToOne.class);
		OneToOne oneToOne = property.find(OneToOne.class);
		return manyToOne != null && manyToOne.fetch() == FetchType.LAZY
				|| oneToOne != null && oneToOne.fetch() == FetchType.LAZY;
	}

	private @Nullable Column column(Property property, String name, ColumnType type, ColumnSpec spec,
			boolean identity) {
		if (name.isBlank() || !Names.isShort(name)) {
			this.problems.add(property,
					"column name '%s' is blank or longer than %d bytes".formatted(name, Names.LIMIT),
					"give a shorter name");
			return null;
		}
		return new Column(name, type, spec.nullable(), identity, null,
				spec.comment().isEmpty() ? null : spec.comment());
	}

}
