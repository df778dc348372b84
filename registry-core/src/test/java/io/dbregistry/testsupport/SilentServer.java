package io.dbregistry.testsupport;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A server on loopback that accepts every connection and never answers.
 */
public final class SilentServer implements AutoCloseable {

	private final ServerSocket listener;

	private final Set<Socket> clients = ConcurrentHashMap.newKeySet();

	private SilentServer(ServerSocket listener) {
		this.listener = listener;
	}

	/**
	 * Starts a server on a free port.
	 * @return the server; the caller closes it
	 */
	public static SilentServer start() {
		try {
			SilentServer server = new SilentServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
			Threads.daemon("silent server", server::accept);
			return server;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void accept() throws IOException {
		while (true) {
			Socket client = this.listener.accept();
			this.clients.add(client);
			Threads.daemon("silent server client", () -> swallow(client));
		}
	}

	private void swallow(Socket client) throws IOException {
		try (client) {
			client.getInputStream().transferTo(OutputStream.nullOutputStream());
		}
		finally {
			this.clients.remove(client);
		}
	}

	/**
	 * Where it listens.
	 * @return the port on loopback
	 */
	public int port() {
		return this.listener.getLocalPort();
	}

	/**
	 * Counts the clients that have not hung up.
	 * @return the number at this moment
	 */
	public int connections() {
		return this.clients.size();
	}

	@Override
	public void close() {
		Threads.closeAll(this.listener);
		Threads.closeAll(this.clients.toArray(new Socket[0]));
	}

}
