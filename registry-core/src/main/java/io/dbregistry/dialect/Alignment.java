package io.dbregistry.dialect;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;

import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Says a declared table in the words of the live one where both mean the same: what is
 * still different afterwards is different indeed.
 * <ol>
 * <li>Where letter case does not matter, names are written as the live table has
 * them.</li>
 * <li>A default or condition that {@link SqlExpression} takes for that of the live table
 * becomes it.</li>
 * <li>A primary key without a name takes the name the server gave it.</li>
 * <li>A type in the product's own words may lack the schema that the server adds.</li>
 * </ol>
 */
final class Alignment {

	private final Table live;

	/** The names of the live table by the form in which they are compared. */
	private final @Nullable Map<String, String> names;

	/**
	 * Creates an alignment.
	 * @param ignoresCase whether the product takes names for equal that differ in letter
	 * case
	 */
	Alignment(Table live, boolean ignoresCase) {
		this.live = live;
		this.names = ignoresCase ? names(live) : null;
	}

	private static Map<String, String> names(Table table) {
		Map<String, String> names = new HashMap<>();
		Stream
			.of(table.columns().stream().map(Column::name), table.uniques().stream().map(UniqueConstraint::name),
					table.indexes().stream().map(Index::name), table.foreignKeys().stream().map(ForeignKey::name),
					table.checks().stream().map(Check::name),
					table.foreignKeys().stream().flatMap((key) -> key.targetColumns().stream()))
			.flatMap(Function.identity())
			.forEach((name) -> names.putIfAbsent(name.toLowerCase(Locale.ROOT), name));
		return names;
	}

	Table of(Table declared) {
		Map<String, Column> columns = byName(this.live.columns(), Column::name);
		Map<String, Check> checks = byName(this.live.checks(), Check::name);
		return new Table(this.live.name(),
				declared.columns().stream().map((column) -> column(column, columns.get(name(column.name())))).toList(),
				key(declared.primaryKey()),
				declared.uniques()
					.stream()
					.map((unique) -> new UniqueConstraint(name(unique.name()), names(unique.columns())))
					.toList(),
				declared.indexes().stream().map(this::index).toList(),
				declared.foreignKeys().stream().map(this::foreignKey).toList(),
				declared.checks().stream().map((check) -> check(check, checks.get(name(check.name())))).toList(),
				declared.comment());
	}

	private static <T> Map<String, T> byName(List<T> parts, Function<T, String> name) {
		Map<String, T> byName = new HashMap<>();
		parts.forEach((part) -> byName.put(name.apply(part), part));
		return byName;
	}

	private Column column(Column declared, @Nullable Column other) {
		if (other == null) {
			return declared;
		}
		String defaultValue = declared.defaultValue();
		String live = other.defaultValue();
		if (defaultValue != null && live != null && SqlExpression.same(defaultValue, live)) {
			defaultValue = live;
		}
		return new Column(other.name(), type(declared.type(), other.type()), declared.nullable(), declared.identity(),
				defaultValue, declared.comment());
	}

	private ColumnType type(ColumnType declared, ColumnType other) {
		String text = declared.definition();
		String found = other.definition();
		boolean same = text != null && found != null && (found.endsWith("." + text) || text.endsWith("." + found));
		return same ? other : declared;
	}

	private @Nullable PrimaryKey key(@Nullable PrimaryKey declared) {
		PrimaryKey other = this.live.primaryKey();
		if (declared == null) {
			return null;
		}
		String name = declared.name();
		if (other != null
				&& (name == null || name(name).equalsIgnoreCase(String.valueOf(other.name())) && this.names != null)) {
			name = other.name();
		}
		return new PrimaryKey(name, names(declared.columns()));
	}

	private Index index(Index index) {
		return new Index(name(index.name()), index.unique(),
				index.columns()
					.stream()
					.map((part) -> new Index.Part(name(part.column()), part.descending()))
					.toList());
	}

	private ForeignKey foreignKey(ForeignKey key) {
		QualifiedName target = key.target();
		if (this.names != null) {
			target = this.live.foreignKeys()
				.stream()
				.map(ForeignKey::target)
				.filter((other) -> Objects.equals(other.schema(), key.target().schema())
						&& other.name().equalsIgnoreCase(key.target().name()))
				.findFirst()
				.orElse(target);
		}
		return new ForeignKey(name(key.name()), names(key.columns()), target, names(key.targetColumns()),
				key.onDelete(), key.onUpdate());
	}

	private Check check(Check declared, @Nullable Check other) {
		if (other != null && SqlExpression.same(declared.condition(), other.condition())) {
			return other;
		}
		return new Check(name(declared.name()), declared.condition());
	}

	private List<String> names(List<String> declared) {
		return declared.stream().map(this::name).toList();
	}

	private String name(String declared) {
		return (this.names != null) ? this.names.getOrDefault(declared.toLowerCase(Locale.ROOT), declared) : declared;
	}

}
