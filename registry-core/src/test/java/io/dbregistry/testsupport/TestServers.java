package io.dbregistry.testsupport;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;

/** Places where no database is. See also {@link SilentServer} and {@link ToggleProxy}. */
public final class TestServers {

	/** Bound, so that nobody else gets the port, but not listening. */
	private static final Socket NOBODY = new Socket();

	private TestServers() {
	}

	/**
	 * A port on which nothing listens for as long as the JVM lives.
	 * @return the port on loopback
	 */
	public static synchronized int unusedPort() {
		try {
			if (!NOBODY.isBound()) {
				NOBODY.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
			}
			return NOBODY.getLocalPort();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
