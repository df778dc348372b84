package io.dbregistry.database;

import java.util.Collection;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The databases of a registry: the primary one and the extras, in the order they were
 * declared. Immutable and safe for use by several threads.
 */
public final class Databases implements Iterable<Database> {

	/** The name of the primary database. */
	public static final String PRIMARY = "primary";

	private static final Pattern NAME_OF_EXTRA = Pattern.compile("[a-z][a-z0-9]*");

	private final Map<String, Database> byName;

	private Databases(Map<String, Database> byName) {
		this.byName = byName;
	}

	/**
	 * Collects databases under the names a registry gives them.
	 * @param byName the databases, {@link #PRIMARY} among them
	 * @return the databases in the map's order, the primary first
	 */
	public static Databases of(Map<String, Database> byName) {
		Map<String, Database> ordered = new LinkedHashMap<>();
		Database primary = byName.get(PRIMARY);
		if (primary == null) {
			throw new IllegalArgumentException("There is no '%s' among %s".formatted(PRIMARY, byName.keySet()));
		}
		ordered.put(PRIMARY, primary);
		ordered.putAll(byName);
		return new Databases(ordered);
	}

	/**
	 * Whether an extra database may have a name: lower-case letters and digits, a letter
	 * first, and not {@link #PRIMARY}. A dash would be lost in environment variables.
	 * @param name the name
	 * @return {@code false} for any other text
	 */
	public static boolean isNameOfExtra(String name) {
		return NAME_OF_EXTRA.matcher(name).matches() && !name.equals(PRIMARY);
	}

	/**
	 * The primary database.
	 * @return the database
	 */
	public Database primary() {
		return get(PRIMARY);
	}

	/**
	 * A database by its name.
	 * @param name {@link #PRIMARY} or the name of an extra
	 * @return the database
	 * @throws NoSuchDatabaseException if there is none of that name
	 */
	public Database get(String name) {
		return find(name).orElseThrow(() -> new NoSuchDatabaseException(name, names()));
	}

	/**
	 * Finds a database by its name.
	 * @param name {@link #PRIMARY} or the name of an extra
	 * @return the database, or empty when there is none of that name
	 */
	public Optional<Database> find(String name) {
		return Optional.ofNullable(this.byName.get(name));
	}

	/**
	 * The databases at a URL, for callers that know no name.
	 * @param url the URL as it was configured
	 * @return the databases, none when the URL is not known; several may share one
	 */
	public List<Database> byUrl(String url) {
		return this.byName.values()
			.stream()
			.filter((database) -> database.findUrl().map(DatabaseUrl::value).filter(url::equals).isPresent())
			.toList();
	}

	/**
	 * The names, the primary one first.
	 * @return an immutable list in the order of declaration
	 */
	public List<String> names() {
		return List.copyOf(this.byName.keySet());
	}

	/**
	 * All databases, the primary one first.
	 */
	@Override
	public Iterator<Database> iterator() {
		Collection<Database> all = List.copyOf(this.byName.values());
		return all.iterator();
	}

}
