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

	/**
	 * What another column of this name has in another way, for people.
	 * @param form takes what it is, what it is here, and what it is there
	 */
	List<String> differences(Column other, String form) {
		List<String> parts = new ArrayList<>();
		difference(parts, form, "type", this.type, other.type);
		difference(parts, form, "nullable", this.nullable, other.nullable);
		difference(parts, form, "identity", this.identity, other.identity);
		difference(parts, form, "default", this.defaultValue, other.defaultValue);
		difference(parts, form, "comment", this.comment, other.comment);
		return parts;
	}

	private static void difference(List<String> parts, String form, String name, @Nullable Object before,
			@Nullable Object after) {
		if (!Objects.equals(before, after)) {
			parts.add(form.formatted(name, Objects.requireNonNullElse(before, "none"),
					Objects.requireNonNullElse(after, "none")));
		}
	}

}
