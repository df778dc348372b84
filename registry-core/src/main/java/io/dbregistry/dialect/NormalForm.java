package io.dbregistry.dialect;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.UniqueConstraint;
import org.jspecify.annotations.Nullable;

/**
 * Makes declared tables look like those that the catalog reports after they were created.
 */
class NormalForm {

	/** Where the type ends in a declaration in the product's own words. */
	private static final Pattern OPTIONS = Pattern.compile("(.*?\\S)\\s+((?:default|not\\s+null|null)\\b.*)",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private static final Pattern NOT_NULL = Pattern.compile("^not\\s+null\\b|\\bnot\\s+null$",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern DEFAULT = Pattern.compile("default\\b\\s*(.*)",
			Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

	private final Dialect dialect;

	private final TypeReader types;

	NormalForm(Dialect dialect, TypeReader types) {
		this.dialect = dialect;
		this.types = types;
	}

	final Table of(Table table) {
		PrimaryKey key = table.primaryKey();
		Set<String> keyColumns = (key != null) ? new HashSet<>(key.columns()) : Set.of();
		List<Column> columns = table.columns()
			.stream()
			.map((column) -> column(column, keyColumns.contains(column.name())))
			.toList();
		return new Table(name(table.name()), columns, (key != null) ? primaryKey(key, table) : null,
				uniques(table).sorted(Comparator.comparing(UniqueConstraint::name)).toList(),
				table.indexes()
					.stream()
					.filter((index) -> !isConstraint(index))
					.map(this::index)
					.sorted(Comparator.comparing(Index::name))
					.toList(),
				table.foreignKeys()
					.stream()
					.map(this::foreignKey)
					.sorted(Comparator.comparing(ForeignKey::name))
					.toList(),
				table.checks().stream().map(this::check).sorted(Comparator.comparing(Check::name)).toList(),
				comment(table.comment()));
	}

	private Stream<UniqueConstraint> uniques(Table table) {
		Stream<UniqueConstraint> indexes = table.indexes()
			.stream()
			.filter(this::isConstraint)
			.map((index) -> new UniqueConstraint(index.name(),
					index.columns().stream().map(Index.Part::column).toList()));
		return Stream.concat(table.uniques().stream(), indexes).map(this::unique);
	}

	private Column column(Column column, boolean key) {
		String definition = column.type().definition();
		Matcher options = (definition != null) ? OPTIONS.matcher(definition) : null;
		boolean nullable = column.nullable() && !key && !column.identity();
		String defaultValue = column.defaultValue();
		ColumnType type = column.type();
		if (options != null && options.matches()) {
			type = ColumnType.verbatim(options.group(1));
			Matcher notNull = NOT_NULL.matcher(options.group(2));
			nullable &= !notNull.find();
			Matcher value = DEFAULT.matcher(notNull.replaceFirst("").strip());
			defaultValue = (defaultValue == null && value.matches()) ? value.group(1).strip() : defaultValue;
		}
		return column(new Column(name(column.name()), this.types.normal(type), nullable, column.identity(),
				defaultValue, comment(column.comment())));
	}

	/** What the product makes of a column besides its names and types. */
	Column column(Column column) {
		return column;
	}

	/** What the product makes of a remark. */
	@Nullable String comment(@Nullable String comment) {
		return (comment == null || comment.isEmpty()) ? null : comment;
	}

	/** What the product makes of the name of a primary key. */
	@Nullable String keyName(PrimaryKey key, Table table) {
		return (key.name() != null) ? name(key.name()) : null;
	}

	/** Whether the product takes an index for a unique constraint. */
	boolean isConstraint(Index index) {
		return false;
	}

	/** What the product makes of an action. */
	Action action(Action action) {
		return action;
	}

	private PrimaryKey primaryKey(PrimaryKey key, Table table) {
		return new PrimaryKey(keyName(key, table), names(key.columns()));
	}

	private UniqueConstraint unique(UniqueConstraint unique) {
		return new UniqueConstraint(name(unique.name()), names(unique.columns()));
	}

	private Index index(Index index) {
		return new Index(name(index.name()), index.unique(),
				index.columns()
					.stream()
					.map((part) -> new Index.Part(name(part.column()), part.descending()))
					.toList());
	}

	private ForeignKey foreignKey(ForeignKey key) {
		return new ForeignKey(name(key.name()), names(key.columns()), name(key.target()), names(key.targetColumns()),
				action(key.onDelete()), action(key.onUpdate()));
	}

	private Check check(Check check) {
		return new Check(name(check.name()), check.condition());
	}

	private List<String> names(List<String> names) {
		return names.stream().map(this::name).toList();
	}

	private QualifiedName name(QualifiedName name) {
		return new QualifiedName(name.schema(), name(name.name()));
	}

	/** The one of several names that stand for the same. */
	final String name(String name) {
		return this.dialect.normalName(name);
	}

}
