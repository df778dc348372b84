package io.dbregistry.boot.autoconfigure;

import java.util.List;
import java.util.Map;

import io.dbregistry.error.RegistryException;

/**
 * A customizer names tables or columns, or converts values, in another way than the
 * properties, after the tables of the models that were found have been declared.
 */
final class LateNamingException extends RegistryException {

	private final List<String> problems;

	/**
	 * Creates the exception.
	 * @param renamed by the name of the model: its table and columns as the properties
	 * have them, and as the customizer does
	 */
	LateNamingException(Map<String, Map.Entry<String, String>> renamed) {
		this(renamed.entrySet()
			.stream()
			.map((model) -> "Model '%s' has the table '%s' by the properties, and '%s' by a customizer"
				.formatted(model.getKey(), model.getValue().getKey(), model.getValue().getValue()))
			.toList());
	}

	private LateNamingException(List<String> problems) {
		super(("A customizer names or converts what is in tables of models after these were declared:%n- %s%n"
				+ "set registry.models.naming and registry.models.table-prefix, or declare a NamingStrategy bean; "
				+ "put converters into the packages of the models")
			.formatted(String.join(System.lineSeparator() + "- ", problems)));
		this.problems = problems;
	}

	/** One sentence for each model. */
	List<String> getProblems() {
		return this.problems;
	}

}
