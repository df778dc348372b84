package io.dbregistry.testsupport;

import java.net.ConnectException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MisbehavingServersTests {

	@Test
	void nothingListensOnTheUnusedPort() {
		assertThat(TestServers.unusedPort()).isPositive().isEqualTo(TestServers.unusedPort());
		assertThatExceptionOfType(ConnectException.class).isThrownBy(() -> connect(TestServers.unusedPort()).close());
	}

	@Test
	void silentServerAcceptsAndNeverAnswers() throws Exception {
		try (SilentServer server = SilentServer.start()) {
			try (Socket client = connect(server.port())) {
				client.getOutputStream().write("are you there?".getBytes());
				client.setSoTimeout(100);
				assertThatExceptionOfType(SocketTimeoutException.class)
					.isThrownBy(() -> client.getInputStream().read());
				assertThat(server.connections()).isEqualTo(1);
			}
			awaitNoConnections(server);
		}
	}

	@Test
	void silentServerHangsUpWhenClosed() throws Exception {
		SilentServer server = SilentServer.start();
		try (Socket client = connect(server.port())) {
			while (server.connections() == 0) {
				Thread.sleep(5);
			}
			server.close();
			client.setSoTimeout(5000);
			assertThat(client.getInputStream().read()).isEqualTo(-1);
		}
	}

	@Test
	void proxyLooksLikeAServerKilledAndBack() throws SQLException {
		try (TestDatabase database = TestServer.POSTGRESQL.create(); ToggleProxy proxy = ToggleProxy.before(database)) {
			try (Connection client = connect(proxy, database)) {
				assertThat(client.isValid(1)).isTrue();
				assertThat(database.serverConnections()).isEqualTo(1);
				proxy.cut();
				proxy.cut();
				assertThat(client.isValid(1)).isFalse();
			}
			database.assertConnections(0);
			assertThatExceptionOfType(SQLException.class).isThrownBy(() -> connect(proxy, database).close());
			proxy.restore();
			proxy.restore();
			try (Connection client = connect(proxy, database)) {
				assertThat(client.isValid(1)).isTrue();
			}
		}
	}

	@Test
	void proxyNeedsADatabaseOnANetwork() {
		try (TestDatabase database = TestServer.H2.create()) {
			assertThatIllegalArgumentException().isThrownBy(() -> ToggleProxy.before(database));
		}
	}

	private static Connection connect(ToggleProxy proxy, TestDatabase database) throws SQLException {
		return DriverManager.getConnection(proxy.url(), database.username(), database.password());
	}

	private static Socket connect(int port) throws Exception {
		return new Socket(InetAddress.getLoopbackAddress(), port);
	}

	private static void awaitNoConnections(SilentServer server) throws InterruptedException {
		long deadline = System.nanoTime() + Duration.ofSeconds(5).toNanos();
		while (server.connections() > 0 && System.nanoTime() < deadline) {
			Thread.sleep(5);
		}
		assertThat(server.connections()).isZero();
	}

}
