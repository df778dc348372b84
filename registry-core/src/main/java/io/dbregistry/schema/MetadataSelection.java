package io.dbregistry.schema;

import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * What metadata are made of: by default of the models that belong to no tenant, each in
 * its own schema. Not safe for use by several threads.
 */
public final class MetadataSelection {

	private static final Pattern SYSTEM = Pattern.compile("information_schema", Pattern.CASE_INSENSITIVE);

	private @Nullable Pattern schemas;

	private Pattern ignored = SYSTEM;

	private boolean tenants;

	private @Nullable Metadata previous;

	MetadataSelection() {
	}

	/**
	 * Takes every schema that the database has at that moment, but for its system's own:
	 * models without a schema of their own have a table in each.
	 * @return this
	 */
	public MetadataSelection inAllSchemas() {
		return inSchemas(".*");
	}

	/**
	 * Takes those schemas that the database has at that moment whose names match.
	 * @param pattern a regular expression over the whole name
	 * @return this
	 * @throws IllegalArgumentException if it is none
	 */
	public MetadataSelection inSchemas(String pattern) {
		this.schemas = compile(pattern);
		return this;
	}

	/**
	 * Passes over schemas whose names match, instead of {@code information_schema}; those
	 * of the system are passed over in any case.
	 * @param pattern a regular expression over the whole name
	 * @return this
	 * @throws IllegalArgumentException if it is none
	 */
	public MetadataSelection ignoring(String pattern) {
		this.ignored = compile(pattern);
		return this;
	}

	/**
	 * Takes the models of tenants too: in each schema that is taken but the database's
	 * own, or, when schemas are not asked for, without a schema.
	 * @return this
	 */
	public MetadataSelection withTenants() {
		this.tenants = true;
		return this;
	}

	/**
	 * Keeps the {@link Table} objects of earlier metadata wherever the tables are equal.
	 * @param earlier the earlier metadata
	 * @return this
	 */
	public MetadataSelection updating(Metadata earlier) {
		this.previous = earlier;
		return this;
	}

	private static Pattern compile(String pattern) {
		try {
			return Pattern.compile(pattern);
		}
		catch (PatternSyntaxException ex) {
			throw new IllegalArgumentException("'%s' is no regular expression: %s at position %d; correct it"
				.formatted(pattern, ex.getDescription(), ex.getIndex()), ex);
		}
	}

	/** Whether the server is asked for its schemas. */
	boolean asksForSchemas() {
		return this.schemas != null;
	}

	Predicate<String> schemas() {
		Pattern wanted = this.schemas;
		return (name) -> wanted != null && wanted.matcher(name).matches() && !this.ignored.matcher(name).matches();
	}

	boolean takesTenants() {
		return this.tenants;
	}

	/** Whether the answer depends on the models alone. */
	boolean isPlain() {
		return this.schemas == null && !this.tenants && this.previous == null;
	}

	@Nullable Metadata previous() {
		return this.previous;
	}

}
