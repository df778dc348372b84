package io.dbregistry.testsupport;

/** Stops what was started for the tests when the JVM ends. */
final class ShutdownHook {

	private ShutdownHook() {
	}

	static void add(String what, AutoCloseable resource) {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> {
			try {
				resource.close();
			}
			catch (Exception ex) {
				System.err.println("Could not stop " + what + ": " + ex);
			}
		}, "stop " + what));
	}

}
