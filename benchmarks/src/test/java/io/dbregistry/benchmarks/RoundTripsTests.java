package io.dbregistry.benchmarks;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.CompletableFuture;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RoundTripsTests {

	@Test
	void aRequestInSeveralPartsIsOneRoundTrip() throws Exception {
		try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
				RoundTrips trips = new RoundTrips((InetSocketAddress) server.getLocalSocketAddress());
				Socket client = new Socket(InetAddress.getLoopbackAddress(), trips.port())) {
			CompletableFuture<Void> answers = CompletableFuture.runAsync(() -> answer(server));
			DataOutputStream requests = new DataOutputStream(client.getOutputStream());
			DataInputStream responses = new DataInputStream(client.getInputStream());
			for (int request = 1; request <= 3; request++) {
				requests.writeInt(request);
				requests.flush();
				requests.writeInt(request);
				assertThat(responses.readInt()).isEqualTo(2 * request);
				assertThat(trips.count()).isEqualTo(request);
			}
			client.close();
			answers.join();
		}
	}

	/** Answers every second number with the sum of both. */
	private static void answer(ServerSocket server) {
		try (Socket client = server.accept()) {
			DataInputStream requests = new DataInputStream(client.getInputStream());
			for (int request = 0; request < 3; request++) {
				new DataOutputStream(client.getOutputStream()).writeInt(requests.readInt() + requests.readInt());
			}
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
