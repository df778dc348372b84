package io.dbregistry.testsupport;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

import static org.assertj.core.api.Assertions.assertThat;

/** Runs a class with a {@code main} method in a JVM of its own. */
public final class OtherJvm {

	private static final long SECONDS = 60;

	private OtherJvm() {
	}

	/**
	 * Runs a class on the class path of the tests, and fails unless it ends well.
	 * @param output the file that gets what it prints
	 * @return what it printed
	 */
	public static byte[] run(Class<?> main, Path output) throws IOException, InterruptedException {
		return run(main, System.getProperty("java.class.path"), output);
	}

	/**
	 * Runs a class without some libraries, and fails unless it ends well.
	 * @param library the beginning of the names of their files
	 * @param output the file that gets what it prints
	 * @return what it printed
	 */
	public static String runWithout(String library, Class<?> main, Path output)
			throws IOException, InterruptedException {
		String classPath = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
			.filter((entry) -> !Path.of(entry).getFileName().toString().startsWith(library))
			.collect(Collectors.joining(File.pathSeparator));
		run(main, classPath, output);
		return Files.readString(output);
	}

	/**
	 * Starts a class, and leaves it to the caller to wait for its end, or to end it.
	 * @param options options of the JVM, the class path not among them
	 * @param output the file that gets what it prints
	 */
	public static Process start(List<String> options, Class<?> main, Path output, String... arguments)
			throws IOException {
		return start(options, System.getProperty("java.class.path"), main, output, arguments);
	}

	private static Process start(List<String> options, String classPath, Class<?> main, Path output,
			String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		// what soon ends needs half of the time so
		command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
		command.addAll(options);
		command.addAll(List.of("-cp", classPath, main.getName()));
		command.addAll(List.of(arguments));
		return new ProcessBuilder(command).redirectOutput(output.toFile())
			.redirectError(ProcessBuilder.Redirect.INHERIT)
			.start();
	}

	private static byte[] run(Class<?> main, String classPath, Path output) throws IOException, InterruptedException {
		Process process = start(List.of(), classPath, main, output);
		if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
			process.destroyForcibly();
		}
		assertThat(process.waitFor()).isZero();
		return Files.readAllBytes(output);
	}

}
