package io.dbregistry.schema;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;

/**
 * Finds declarations of columns that give the types they have.
 * <ol>
 * <li>The class of the values, with the members that it needs, if the product's normal
 * form of that is the live type.</li>
 * <li>The same as {@code @Lob}.</li>
 * <li>The class with the product's own words for the type.</li>
 * </ol>
 */
final class SourceTypes {

	private static final Set<Class<?>> ELEMENTS = Set.of(Boolean.class, Short.class, Integer.class, Long.class,
			Float.class, Double.class, BigDecimal.class, String.class, LocalDate.class, LocalTime.class,
			LocalDateTime.class, Instant.class, UUID.class);

	private static final int DEFAULT_LENGTH = 255;

	private static final int SECOND_DIGITS = 6;

	private final Dialect dialect;

	private final LiveTypes liveTypes;

	SourceTypes(Dialect dialect) {
		this.dialect = dialect;
		this.liveTypes = new LiveTypes(dialect);
	}

	/** Whether a column is read and written as text although it is none. */
	boolean isExotic(Column column) {
		return this.liveTypes.isExotic(column) || column.type().kind() == Kind.ARRAY && type(column) == String.class;
	}

	/**
	 * The declaration of a column.
	 * @param key whether it is a part of the key, where neither {@code @Lob} nor a
	 * default can stand
	 */
	SourceType of(Column column, boolean key) {
		SourceType type = withoutDefault(column, key);
		String value = column.defaultValue();
		if (value == null) {
			return type;
		}
		SourceType whole = defined(column, words(column.type()) + " default " + value);
		boolean possible = !key && !column.identity() && column.type().kind() != Kind.JSON && SourceText.isShort(value)
				&& isSame(whole.declared(), column);
		return possible ? whole
				: new SourceType(type.type(), type.large(), type.members(), type.declared(), column.identity());
	}

	/** Whether a product makes a live type of a declared one. */
	boolean gives(ColumnType declared, Column live) {
		return isSame(declared, Column.of(live.name(), live.type(), true));
	}

	private SourceType withoutDefault(Column column, boolean key) {
		SourceType plain = plain(column);
		if (column.identity() || gives(plain.declared(), column)) {
			return plain;
		}
		Kind kind = column.type().kind();
		if (!key && (kind == Kind.CLOB || kind == Kind.BLOB)) {
			return new SourceType(type(column), true, List.of(), column.type(), true);
		}
		if (kind == Kind.JSON) {
			return new SourceType(String.class, false, List.of("columnDefinition = \"json\""), column.type(), true);
		}
		return defined(column, words(column.type()));
	}

	private SourceType defined(Column column, String definition) {
		return new SourceType(type(column), false, List.of("columnDefinition = " + SourceText.literal(definition)),
				ColumnType.verbatim(definition), true);
	}

	private String words(ColumnType type) {
		return (type.kind() == Kind.VERBATIM) ? Objects.requireNonNull(type.definition())
				: this.dialect.ddl().type(type);
	}

	private Class<?> type(Column column) {
		Class<?> type = this.liveTypes.of(column);
		boolean bytes = type == byte[].class;
		return (type.isArray() && !bytes && !ELEMENTS.contains(type.getComponentType())) ? String.class : type;
	}

	private SourceType plain(Column column) {
		ColumnType type = Optional.ofNullable(column.type().element()).orElse(column.type());
		ColumnType declared = switch (type.kind()) {
			case VARCHAR, VARBINARY, TIME, TIME_WITH_TIME_ZONE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE, BOOLEAN, REAL,
					DOUBLE, DATE, UUID ->
				type;
			case DECIMAL ->
				(type.precision() > 0 && type.scale() <= type.precision()) ? type : ColumnType.decimal(1, 0);
			case TINYINT, SMALLINT, INTEGER, BIGINT ->
				this.dialect.hasSizedIntegers() ? type : ColumnType.of(Kind.BIGINT);
			case BLOB -> ColumnType.varbinary(DEFAULT_LENGTH);
			default -> ColumnType.varchar(DEFAULT_LENGTH);
		};
		boolean array = column.type().element() != null && type(column) != String.class;
		return new SourceType(type(column), false, members(declared), array ? ColumnType.array(declared) : declared,
				true);
	}

	private static List<String> members(ColumnType type) {
		List<String> members = new ArrayList<>();
		if (type.length() > 0 && type.length() != DEFAULT_LENGTH) {
			members.add("length = " + type.length());
		}
		if (type.kind() == Kind.DECIMAL) {
			members.add("precision = " + type.precision());
			if (type.scale() > 0) {
				members.add("scale = " + type.scale());
			}
		}
		if (type.kind().isTime() && type.precision() != SECOND_DIGITS) {
			members.add("secondPrecision = " + type.precision());
		}
		return members;
	}

	/** Whether a product makes a column of a type that is read like a live one. */
	private boolean isSame(ColumnType declared, Column live) {
		Column bare = new Column(live.name(), live.type(), true, false, live.defaultValue(), null);
		Table made = this.dialect.normalForm(table(Column.of(live.name(), declared, true)));
		return this.dialect.align(made, table(bare)).columns().equals(List.of(bare));
	}

	private static Table table(Column column) {
		return new Table(QualifiedName.of("x"), List.of(column), null, List.of(), List.of(), List.of(), List.of(),
				null);
	}

}
