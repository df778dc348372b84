package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.dbregistry.database.Databases;

/**
 * Which live tables become models, and what they are called.
 *
 * <pre>{@code
 * builder.pattern("Old", pattern -> pattern.include("t_.*").exclude(".*_tmp").databases("legacy"));
 * }</pre>
 *
 * Without anything said, each table of the primary database's default schema becomes a
 * model named after the pattern and the table. It can be changed, by one thread, while it
 * is declared; afterwards it is immutable, so that a registry and its copies share it.
 */
public final class TablePattern {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\w*)}");

	private final String name;

	private final List<Pattern> includes = new ArrayList<>();

	private final List<Pattern> excludes = new ArrayList<>();

	private final List<String> problems = new ArrayList<>();

	private UnaryOperator<String> naming;

	private List<String> databases = List.of(Databases.PRIMARY);

	private List<String> schemas = List.of();

	private boolean closed;

	private TablePattern(String name) {
		this.name = name;
		this.naming = (table) -> name + table;
	}

	/**
	 * Declares a pattern.
	 * @param name the name, unique within a registry
	 * @param declaration says which tables, where, and what their models are called
	 * @return the pattern, which cannot be changed any more
	 */
	public static TablePattern of(String name, Consumer<TablePattern> declaration) {
		TablePattern pattern = new TablePattern(name);
		declaration.accept(pattern);
		pattern.closed = true;
		return pattern;
	}

	private void requireOpen() {
		if (this.closed) {
			throw new IllegalStateException(
					"Pattern '%s' cannot be changed any more; say everything while it is declared"
						.formatted(this.name));
		}
	}

	/**
	 * Takes tables whose names match; any of several patterns will do.
	 * @param pattern a regular expression over the whole name, without its schema
	 * @return this
	 */
	public TablePattern include(String pattern) {
		compile(pattern, this.includes);
		return this;
	}

	/**
	 * Leaves out tables whose names match, also those that are included.
	 * @param pattern a regular expression over the whole name, without its schema
	 * @return this
	 */
	public TablePattern exclude(String pattern) {
		compile(pattern, this.excludes);
		return this;
	}

	private void compile(String pattern, List<Pattern> target) {
		requireOpen();
		try {
			target.add(Pattern.compile(pattern));
		}
		catch (PatternSyntaxException ex) {
			this.problems.add("Pattern '%s' has '%s', which is no regular expression: %s at position %d; correct it"
				.formatted(this.name, pattern, ex.getDescription(), ex.getIndex()));
		}
	}

	/**
	 * Names the models.
	 * @param template a text in which <code>{modelName}</code> is the name of the pattern
	 * and <code>{tableName}</code> that of the table
	 * @return this
	 */
	public TablePattern modelName(String template) {
		requireOpen();
		Matcher placeholders = PLACEHOLDER.matcher(template);
		while (placeholders.find()) {
			if (!List.of("modelName", "tableName").contains(placeholders.group(1))) {
				this.problems.add(
						"Pattern '%s' names models '%s', where '%s' stands for nothing (known: '{modelName}', '{tableName}'); correct it"
							.formatted(this.name, template, placeholders.group()));
			}
		}
		return modelName((UnaryOperator<String>) (table) -> template.replace("{modelName}", this.name)
			.replace("{tableName}", table));
	}

	/**
	 * Names the models.
	 * @param naming makes the name of a model of that of its table
	 * @return this
	 */
	public TablePattern modelName(UnaryOperator<String> naming) {
		requireOpen();
		this.naming = naming;
		return this;
	}

	/**
	 * Looks in these databases, instead of the primary one.
	 * @param names the names of databases
	 * @return this
	 */
	public TablePattern databases(String... names) {
		requireOpen();
		this.databases = List.of(names);
		return this;
	}

	/**
	 * Looks in these schemas, instead of the default one of each database.
	 * @param names the exact names
	 * @return this
	 */
	public TablePattern schemas(String... names) {
		requireOpen();
		this.schemas = List.of(names);
		return this;
	}

	/**
	 * What is wrong with the declaration.
	 * @param known the names of the databases that there are
	 * @return the problems, none when it can be used
	 */
	public List<String> problems(List<String> known) {
		List<String> all = new ArrayList<>(this.problems);
		this.databases.stream()
			.filter((database) -> !known.contains(database))
			.forEach((database) -> all.add("Pattern '%s' looks in database '%s' (known: '%s'); correct the name"
				.formatted(this.name, database, String.join("', '", known))));
		return all;
	}

	/**
	 * The name.
	 * @return the name, unique within a registry
	 */
	public String name() {
		return this.name;
	}

	List<String> databases() {
		return this.databases;
	}

	List<String> schemas() {
		return this.schemas;
	}

	boolean includes(String table) {
		return this.includes.isEmpty() || this.includes.stream().anyMatch((one) -> one.matcher(table).matches());
	}

	boolean excludes(String table) {
		return this.excludes.stream().anyMatch((one) -> one.matcher(table).matches());
	}

	String modelOf(String table) {
		return this.naming.apply(table);
	}

}
