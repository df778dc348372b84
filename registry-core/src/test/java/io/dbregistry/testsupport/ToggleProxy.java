package io.dbregistry.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands between a test and a real server and can be cut, which looks like a server that
 * was killed, and restored, which looks like the server back on the same port.
 *
 * <pre>{@code
 * try (ToggleProxy proxy = ToggleProxy.before(database)) {
 * 	connect(proxy.url());
 * 	proxy.cut();
 * 	...
 * }
 * }</pre>
 */
public final class ToggleProxy implements AutoCloseable {

	private final InetSocketAddress target;

	private final String url;

	private final int port;

	private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();

	/** Those whose bytes get lost. */
	private final Set<Socket> frozen = ConcurrentHashMap.newKeySet();

	private final AtomicInteger roundTrips = new AtomicInteger();

	/** Whether the server sent last. */
	private final AtomicBoolean answered = new AtomicBoolean(true);

	/** Guarded by this. */
	private ServerSocket listener;

	private ToggleProxy(TestDatabase database) throws IOException {
		URI server = URI.create(database.url().substring("jdbc:".length()));
		String authority = server.getRawAuthority();
		if (authority == null) {
			throw new IllegalArgumentException(database + " is not reached by a network");
		}
		int defaultPort = (database.server() == TestServer.MARIADB) ? 3306 : 5432;
		this.target = new InetSocketAddress(server.getHost(), (server.getPort() < 0) ? defaultPort : server.getPort());
		this.listener = listen(0);
		this.port = this.listener.getLocalPort();
		this.url = database.url().replaceFirst("//[^/?]+", "//127.0.0.1:" + this.port);
	}

	/**
	 * Starts a proxy before a database.
	 * @param database a database on a network: PostgreSQL or MariaDB
	 * @return the proxy, not cut; the caller closes it
	 */
	public static ToggleProxy before(TestDatabase database) {
		try {
			return new ToggleProxy(database);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private ServerSocket listen(int port) throws IOException {
		ServerSocket socket = new ServerSocket();
		socket.setReuseAddress(true);
		socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
		Threads.daemon("proxy", () -> accept(socket));
		return socket;
	}

	private void accept(ServerSocket socket) throws IOException {
		while (true) {
			Socket client = socket.accept();
			Threads.daemon("proxy to server", () -> connect(socket, client));
		}
	}

	private void connect(ServerSocket acceptedBy, Socket client) throws IOException {
		this.sockets.add(client);
		try (client; Socket server = new Socket(this.target.getAddress(), this.target.getPort())) {
			this.sockets.add(server);
			if (acceptedBy.isClosed()) {
				return; // cut in between
			}
			Threads.daemon("proxy to client", () -> forward(server, client, this::answered));
			forward(client, server, this::asked);
		}
		finally {
			this.sockets.remove(client);
		}
	}

	private void asked() {
		if (this.answered.getAndSet(false)) {
			this.roundTrips.incrementAndGet();
		}
	}

	private void answered() {
		this.answered.set(true);
	}

	private void forward(Socket from, Socket to, Runnable seen) throws IOException {
		try (from; to) {
			byte[] bytes = new byte[8192];
			for (int count = from.getInputStream().read(bytes); count >= 0; count = from.getInputStream().read(bytes)) {
				seen.run();
				if (!this.frozen.contains(from)) {
					to.getOutputStream().write(bytes, 0, count);
				}
			}
		}
		finally {
			this.sockets.remove(from);
			this.frozen.remove(from);
		}
	}

	/**
	 * The database's URL through the proxy.
	 * @return the JDBC URL, without user and password
	 */
	public String url() {
		return this.url;
	}

	/**
	 * How often a client asked and was answered.
	 * @return the number since the proxy began, exact while one connection is used
	 */
	public int roundTrips() {
		return this.roundTrips.get();
	}

	/** Ends all connections and refuses new ones. Nothing happens when it is cut. */
	public synchronized void cut() {
		Threads.closeAll(this.listener);
		Threads.closeAll(this.sockets.toArray(new Socket[0]));
	}

	/**
	 * Loses what is sent on the connections of now, which looks like a host that vanished
	 * without a word; new ones work.
	 */
	public void freeze() {
		this.frozen.addAll(this.sockets);
	}

	/** Takes connections again, on the same port. Nothing happens when it is not cut. */
	public synchronized void restore() {
		try {
			if (this.listener.isClosed()) {
				this.listener = listen(this.port);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		cut();
	}

}
