package io.dbregistry.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A proxy on loopback that counts how often a client waits for a server: each time it
 * sends something after the server has answered, or first of all.
 */
final class RoundTrips implements AutoCloseable {

	private final InetSocketAddress server;

	private final ServerSocket listener;

	private final AtomicLong count = new AtomicLong();

	/**
	 * Starts a proxy.
	 * @param server where the server is
	 */
	RoundTrips(InetSocketAddress server) throws IOException {
		this.server = server;
		this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
		daemon(this::accept);
	}

	/** Where clients connect to. */
	int port() {
		return this.listener.getLocalPort();
	}

	long count() {
		return this.count.get();
	}

	private void accept() throws IOException {
		while (true) {
			Socket client = this.listener.accept();
			Socket target = new Socket(this.server.getAddress(), this.server.getPort());
			client.setTcpNoDelay(true);
			target.setTcpNoDelay(true);
			AtomicBoolean answered = new AtomicBoolean(true);
			daemon(() -> forward(client, target, () -> {
				if (answered.getAndSet(false)) {
					this.count.incrementAndGet();
				}
			}));
			daemon(() -> forward(target, client, () -> answered.set(true)));
		}
	}

	private static void forward(Socket from, Socket to, Runnable seen) throws IOException {
		try (from; to) {
			byte[] bytes = new byte[65536];
			InputStream input = from.getInputStream();
			for (int read = input.read(bytes); read >= 0; read = input.read(bytes)) {
				seen.run();
				to.getOutputStream().write(bytes, 0, read);
			}
		}
	}

	private void daemon(Forwarding work) {
		Thread thread = new Thread(() -> {
			try {
				work.run();
			}
			catch (SocketException ex) {
				// one side has hung up, which is how each connection ends
			}
			catch (IOException ex) {
				throw new IllegalStateException("The proxy before " + this.server + " failed", ex);
			}
		}, "round trips");
		thread.setDaemon(true);
		thread.start();
	}

	@Override
	public void close() throws IOException {
		this.listener.close();
	}

	/** What a thread does. */
	@FunctionalInterface
	private interface Forwarding {

		void run() throws IOException;

	}

}
