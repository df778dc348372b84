package io.dbregistry.dialect;

import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * Which tables of a schema are read. Names are those that models declare: {@code book}
 * also where the product stores {@code BOOK}.
 */
public final class TableFilter {

	private static final TableFilter ALL = new TableFilter(null, (name) -> true);

	private final @Nullable Set<String> names;

	private final Predicate<String> condition;

	private TableFilter(@Nullable Set<String> names, Predicate<String> condition) {
		this.names = names;
		this.condition = condition;
	}

	/**
	 * All tables.
	 * @return the filter
	 */
	public static TableFilter all() {
		return ALL;
	}

	/**
	 * Some tables, which the server looks up.
	 * @param names their names, without schemas
	 * @return the filter
	 */
	public static TableFilter named(Collection<String> names) {
		return new TableFilter(new TreeSet<>(names), (name) -> true);
	}

	/**
	 * Tables whose names meet a condition, which is asked on this side.
	 * @param condition is given names without schemas
	 * @return the filter
	 */
	public static TableFilter matching(Predicate<String> condition) {
		return new TableFilter(null, condition);
	}

	/** The only names wanted, or empty when the condition decides. */
	Optional<Set<String>> findNames() {
		return Optional.ofNullable(this.names);
	}

	/** Whether a table that the server found is wanted. */
	boolean accepts(String name) {
		return this.condition.test(name);
	}

	boolean isAll() {
		return this == ALL;
	}

}
