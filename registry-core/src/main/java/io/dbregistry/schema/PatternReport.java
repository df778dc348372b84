package io.dbregistry.schema;

import java.util.List;
import java.util.stream.Stream;

import io.dbregistry.metadata.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * What a pattern found when it was matched last.
 *
 * @param pattern the name of the pattern
 * @param made the tables that are models
 * @param skipped the tables that matched and are none, and databases that are down
 */
public record PatternReport(String pattern, List<Made> made, List<Skipped> skipped) {

	public PatternReport {
		made = List.copyOf(made);
		skipped = List.copyOf(skipped);
	}

	PatternReport and(PatternReport other) {
		return new PatternReport(this.pattern, Stream.concat(this.made.stream(), other.made.stream()).toList(),
				Stream.concat(this.skipped.stream(), other.skipped.stream()).toList());
	}

	/**
	 * A table that became a model.
	 *
	 * @param database the name of the database
	 * @param table the table
	 * @param model the name of the model
	 */
	public record Made(String database, QualifiedName table, String model) {

	}

	/**
	 * A table that became none, or a database that was not looked at.
	 *
	 * @param database the name of the database
	 * @param table the table, or {@code null} for the whole database
	 * @param reason why, as the end of a sentence that begins with the table or else the
	 * database
	 */
	public record Skipped(String database, @Nullable QualifiedName table, String reason) {

	}

}
