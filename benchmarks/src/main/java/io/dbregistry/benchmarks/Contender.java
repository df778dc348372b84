package io.dbregistry.benchmarks;

/**
 * One way to do the work that is measured.
 */
interface Contender extends AutoCloseable {

	/** What it is, with its version. */
	Product product();

	/** Brings everything to where the work begins. Not measured. */
	default void prepare() throws Exception {
	}

	/**
	 * Does the work.
	 * @return how much was done, which is compared with what was to be done
	 */
	long run() throws Exception;

	/**
	 * What stays in memory after {@link #run()}, for the benchmarks that weigh it.
	 * @return the object that holds it
	 */
	default Object result() {
		return this;
	}

	@Override
	default void close() throws Exception {
	}

	/**
	 * Who does the work.
	 *
	 * @param name the name in reports
	 * @param version the version
	 */
	record Product(String name, String version) {

		/** Our own name: what the others are compared with. */
		static final String OURS = "DB Registry";

		static Product ours() {
			return new Product(OURS, "0.1.0-SNAPSHOT");
		}

	}

}
