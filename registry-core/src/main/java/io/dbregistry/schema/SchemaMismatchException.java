package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.error.RegistryException;

/**
 * Databases lack what their models need, or have it in another way.
 */
public final class SchemaMismatchException extends RegistryException {

	private final List<String> problems;

	SchemaMismatchException(List<String> problems) {
		super(("The models do not match their databases:%n- %s%nrun the migrations, "
				+ "create tables that are missing with registry.schemas().createAll(), or correct the models")
			.formatted(String.join(System.lineSeparator() + "- ", problems)));
		this.problems = List.copyOf(problems);
	}

	/**
	 * What is missing or different.
	 * @return one sentence for each difference, database by database and table by table
	 */
	public List<String> getProblems() {
		return this.problems;
	}

}
