package io.dbregistry.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The bookshop in a process of its own, on a free port.
 */
final class BookshopProcess implements AutoCloseable {

	private static final Pattern PORT = Pattern.compile("Tomcat started on port (\\d+)");

	private static final long LIMIT_SECONDS = 90;

	private final Process process;

	private final StringBuffer output = new StringBuffer();

	private final CompletableFuture<Integer> port = new CompletableFuture<>();

	private final Thread reader;

	private BookshopProcess(Process process) {
		this.process = process;
		this.reader = new Thread(this::read, "bookshop output");
		this.reader.setDaemon(true);
		this.reader.start();
	}

	static BookshopProcess start(List<String> jvm, String... arguments) {
		List<String> java = new ArrayList<>(jvm);
		java.addAll(List.of("-jar", System.getProperty("sample.jar")));
		return start(Path.of(""), java, arguments);
	}

	/**
	 * Starts a bookshop that is not in the jar, with what lets a process that soon ends
	 * need half of the time.
	 * @param folder the working directory
	 * @param java what Java is told to run
	 */
	static BookshopProcess start(Path folder, List<String> java, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
		command.addAll(java);
		command.add("--server.port=0");
		command.addAll(List.of(arguments));
		try {
			return new BookshopProcess(new ProcessBuilder(command).directory(folder.toAbsolutePath().toFile())
				.redirectErrorStream(true)
				.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private void read() {
		try (BufferedReader lines = this.process.inputReader()) {
			lines.lines().forEach((line) -> {
				this.output.append(line).append('\n');
				Matcher matcher = PORT.matcher(line);
				if (matcher.find()) {
					this.port.complete(Integer.valueOf(matcher.group(1)));
				}
			});
		}
		catch (IOException | UncheckedIOException ex) {
			this.output.append(ex).append('\n');
		}
		this.port.completeExceptionally(new IllegalStateException("The bookshop ended:\n" + this.output));
	}

	String get(String path) throws Exception {
		int at = this.port.get(LIMIT_SECONDS, TimeUnit.SECONDS);
		HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:%d%s".formatted(at, path))).build();
		HttpResponse<String> response = HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());
		return response.statusCode() + " " + response.body();
	}

	/** When it has ended, all that it has printed is there. */
	int exitCode() throws InterruptedException {
		if (!this.process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
			throw new IllegalStateException("The bookshop is still running:\n" + this.output);
		}
		this.reader.join(TimeUnit.SECONDS.toMillis(LIMIT_SECONDS));
		return this.process.exitValue();
	}

	String output() {
		return this.output.toString();
	}

	@Override
	public void close() {
		this.process.destroy();
		try {
			if (!this.process.waitFor(20, TimeUnit.SECONDS)) {
				this.process.destroyForcibly();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
