package io.dbregistry.model;

import java.util.List;
import java.util.UUID;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.model.Attribute.Generation;
import jakarta.persistence.GenerationType;
import org.jspecify.annotations.Nullable;

/**
 * Makes the columns of attributes whose values are stored themselves.
 */
final class BasicBinder {

	private static final List<Kind> NO_KEYS = List.of(Kind.REAL, Kind.DOUBLE, Kind.CLOB, Kind.BLOB, Kind.VARBINARY,
			Kind.JSON, Kind.ARRAY, Kind.BOOLEAN);

	private final Binding binding;

	private final Problems problems;

	BasicBinder(Binding binding) {
		this.binding = binding;
		this.problems = binding.problems();
	}

	/**
	 * The columns of an attribute.
	 * @return the columns, or {@code null} after a problem was reported
	 */
	@Nullable List<Column> columns(AttributeDefinition attribute) {
		Coding coding = new CodingBinder(this.binding).bind(attribute);
		return (coding != null) ? columns(attribute, coding) : null;
	}

	/**
	 * The columns of an attribute.
	 * @param coding what stands for its values
	 * @return the columns, or {@code null} after a problem was reported
	 */
	@Nullable List<Column> columns(AttributeDefinition attribute, Coding coding) {
		if (!isPossible(attribute) || isUnregistered(attribute, coding)) {
			return null;
		}
		ColumnType type = BasicTypes.columnType(attribute, coding, this.problems);
		if (type == null) {
			return null;
		}
		if (attribute.isKey() && NO_KEYS.contains(type.kind())) {
			this.problems.add(attribute, "type '%s' cannot be a key".formatted(attribute.typeName()),
					"use a whole number, String, UUID or date");
			return null;
		}
		Column column = new ColumnBinder(this.problems).bind(attribute, this.binding.columnName(attribute), type,
				generation(attribute) == Generation.IDENTITY);
		return (column != null) ? List.of(column) : null;
	}

	private boolean isPossible(AttributeDefinition attribute) {
		Class<?> type = BasicTypes.box(attribute.type());
		if (this.binding.isModel(type)) {
			this.problems.add(attribute, "'%s' is a reference to a model".formatted(attribute.typeName()),
					"add @ManyToOne or @OneToOne");
			return false;
		}
		if (attribute.isVersion() && !BasicTypes.VERSIONS.contains(type)) {
			this.problems.add(attribute,
					"type '%s' cannot be a @Version (possible: short, int, long, Instant, LocalDateTime)"
						.formatted(attribute.typeName()),
					"use one of these");
			return false;
		}
		GenerationType strategy = attribute.values().generation;
		return strategy == null || isGeneratedWell(attribute, strategy, type);
	}

	/** Whether the objects of a model are to be stored that is not registered. */
	private boolean isUnregistered(AttributeDefinition attribute, Coding coding) {
		if (coding.json() != null || coding.conversion() != null || !ClassReader.isMarked(attribute.type())) {
			return false;
		}
		this.problems.add(attribute, "'%s' is a model that is not registered".formatted(attribute.typeName()),
				"register it, and add @ManyToOne or @OneToOne");
		return true;
	}

	private boolean isGeneratedWell(AttributeDefinition attribute, GenerationType strategy, Class<?> type) {
		String definition = attribute.spec().definition;
		if (!definition.isEmpty() && generation(attribute) == Generation.IDENTITY) {
			this.problems.add(attribute,
					("@Column(columnDefinition = \"%s\") and @GeneratedValue exclude each other: "
							+ "the column of a generated key has a type that the database can count up")
						.formatted(definition),
					"remove one of them");
			return false;
		}
		if (!attribute.isKey()) {
			this.problems.add(attribute, "@GeneratedValue is for keys", "add @Id, or remove it");
			return false;
		}
		if (strategy == GenerationType.TABLE) {
			this.problems.add(attribute, "@GeneratedValue(strategy = TABLE): tables of keys are not supported",
					"use SEQUENCE, or IDENTITY where there are no sequences");
			return false;
		}
		boolean uuid = type == UUID.class && (strategy == GenerationType.AUTO || strategy == GenerationType.UUID);
		boolean number = BasicTypes.WHOLE_NUMBERS.contains(type) && strategy != GenerationType.UUID;
		if (!uuid && !number) {
			this.problems.add(attribute,
					"strategy %s cannot make a key of type '%s' (possible: IDENTITY and SEQUENCE for whole numbers, UUID for UUIDs)"
						.formatted(strategy, attribute.typeName()),
					"change the strategy or the type");
			return false;
		}
		if (generation(attribute) != Generation.SEQUENCE
				&& (!attribute.values().generator.isEmpty() || attribute.values().sequence != null)) {
			this.problems.add(attribute, "strategy %s needs no generator".formatted(strategy),
					"leave the generator out, or use strategy SEQUENCE for a whole number");
			return false;
		}
		return true;
	}

	static Generation generation(AttributeDefinition attribute) {
		ValueSpec values = attribute.values();
		if (values.generation == null) {
			return Generation.NONE;
		}
		if (attribute.type() == UUID.class) {
			return Generation.UUID;
		}
		boolean sequence = values.generation == GenerationType.SEQUENCE
				|| values.generation == GenerationType.AUTO && (!values.generator.isEmpty() || values.sequence != null);
		return sequence ? Generation.SEQUENCE : Generation.IDENTITY;
	}

}
