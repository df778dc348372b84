package io.dbregistry.model;

/**
 * Names tables and columns that are not given a name. The same answer for the same
 * question in any JVM; safe for use by several threads.
 */
public interface NamingStrategy {

	/**
	 * {@code OrderLine} is in table {@code order_line}, {@code unitPrice} in column
	 * {@code unit_price}.
	 */
	NamingStrategy SNAKE_CASE = new NamingStrategy() {

		@Override
		public String tableName(String model) {
			return Names.snakeCase(model);
		}

		@Override
		public String toString() {
			return "snake case";
		}

	};

	/**
	 * As Edgy and Saffier name them: {@code OrderLine} is in table {@code orderlines}.
	 */
	NamingStrategy PLURAL = new NamingStrategy() {

		@Override
		public String tableName(String model) {
			return Names.plural(model);
		}

		@Override
		public String toString() {
			return "plural";
		}

	};

	/**
	 * The table of a model.
	 * @param model the name of the model
	 * @return the unquoted name
	 */
	String tableName(String model);

	/**
	 * The column of an attribute.
	 * @param attribute the name of the attribute
	 * @return the unquoted name
	 */
	default String columnName(String attribute) {
		return Names.snakeCase(attribute);
	}

	/**
	 * A column of a reference.
	 * @param attribute the name of the attribute
	 * @param referenced the column of the key referred to
	 * @return the unquoted name
	 */
	default String joinColumnName(String attribute, String referenced) {
		return columnName(attribute) + "_" + referenced;
	}

}
