package io.dbregistry.testsupport;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Threads that work on sockets until these are closed. */
final class Threads {

	private Threads() {
	}

	static void daemon(String name, SocketWork work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (IOException ex) {
				// the socket was closed, by either side: nothing is left to do
			}
		}, name);
		thread.setDaemon(true);
		thread.start();
	}

	static void closeAll(Closeable... sockets) {
		for (Closeable socket : sockets) {
			try {
				socket.close();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}
	}

	@FunctionalInterface
	interface SocketWork {

		void run() throws IOException;

	}

}
