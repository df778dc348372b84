package io.dbregistry.metadata;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * A column of a table.
 *
 * @param name the unquoted name
 * @param type the type
 * @param nullable whether {@code NULL} can be stored
 * @param identity whether the database makes the value when none is given
 * @param defaultValue the default as an SQL expression, or {@code null} for none
 * @param comment the remark stored with the column, or {@code null}
 */
public record Column(String name, ColumnType type, boolean nullable, boolean identity, @Nullable String defaultValue,
		@Nullable String comment) {

	public Column {
		if (name.isBlank()) {
			throw new IllegalArgumentException("The name of a column must not be blank");
		}
	}

	/**
	 * A column without a default, a generated value or a comment.
	 * @param name the unquoted name
	 * @param type the type
	 * @param nullable whether {@code NULL} can be stored
	 * @return the column
	 */
	public static Column of(String name, ColumnType type, boolean nullable) {
		return new Column(name, type, nullable, false, null, null);
	}

	/**
	 * Whether rows without a value are refused.
	 * @return {@code true} unless {@code NULL} can be stored or the database makes a
	 * value
	 */
	public boolean requiresValue() {
		return !this.nullable && !this.identity && this.defaultValue == null;
	}

	/** What another column of this name has in another way, for people. */
	List<String> differences(Column other) {
		List<String> parts = new ArrayList<>();
		difference(parts, "type", this.type, other.type);
		difference(parts, "nullable", this.nullable, other.nullable);
		difference(parts, "identity", this.identity, other.identity);
		difference(parts, "default", this.defaultValue, other.defaultValue);
		difference(parts, "comment", this.comment, other.comment);
		return parts;
	}

	private static void difference(List<String> parts, String name, @Nullable Object before, @Nullable Object after) {
		if (!Objects.equals(before, after)) {
			parts.add("%s from %s to %s".formatted(name, Objects.requireNonNullElse(before, "none"),
					Objects.requireNonNullElse(after, "none")));
		}
	}

}
