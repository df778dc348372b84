package io.dbregistry.schema;

import java.util.List;
import java.util.stream.Collectors;

import io.dbregistry.error.RegistryException;
import io.dbregistry.metadata.QualifiedName;
import org.jspecify.annotations.Nullable;

/**
 * A database does not have what its reflected models say: all of it, found in one go.
 */
public final class ReflectedModelException extends RegistryException {

	private final String database;

	private final List<Problem> problems;

	ReflectedModelException(String database, List<Problem> problems) {
		super(("Database '%s' is not as its reflected models say:%s%ncorrect the models, "
				+ "or leave attributes unchecked: @Model(reflected = true, unchecked = …)")
			.formatted(database,
					problems.stream().map((problem) -> "%n- %s".formatted(problem)).collect(Collectors.joining())));
		this.database = database;
		this.problems = List.copyOf(problems);
	}

	/**
	 * The database with the tables.
	 * @return its name
	 */
	public String getDatabase() {
		return this.database;
	}

	/**
	 * What is not as expected.
	 * @return the problems in the order of the models, at least one
	 */
	public List<Problem> getProblems() {
		return this.problems;
	}

	/**
	 * One thing that is not as a model says.
	 *
	 * @param model the name of the model
	 * @param table the table
	 * @param column the column, or {@code null} when it is about the table as a whole
	 * @param expected what the model needs: the type of the column, or a sentence
	 * @param found what there is instead, such as the type of the column
	 */
	public record Problem(String model, QualifiedName table, @Nullable String column, String expected, String found) {

		/**
		 * The problem for people.
		 */
		@Override
		public String toString() {
			String place = (this.column != null) ? "column '%s' of table '%s'".formatted(this.column, this.table)
					: "table '%s'".formatted(this.table);
			return "Model '%s' expects %s %s, but %s".formatted(this.model, place, this.expected, this.found);
		}

	}

}
