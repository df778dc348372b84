package io.dbregistry.benchmarks;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import javax.tools.FileObject;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Compiles {@link ModelSource}s, in memory.
 */
final class ModelCompiler {

	private ModelCompiler() {
	}

	/**
	 * Makes classes.
	 * @param count how many
	 * @return the classes, loaded by a class loader of their own
	 */
	static List<Class<?>> compile(int count) throws Exception {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		if (compiler == null) {
			throw new IllegalStateException("This Java cannot compile; run the benchmarks with a JDK, not a JRE");
		}
		List<JavaFileObject> sources = IntStream.range(0, count).<JavaFileObject>mapToObj(Text::new).toList();
		StringBuilder messages = new StringBuilder();
		try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null);
				Classes classes = new Classes(files)) {
			boolean compiled = compiler
				.getTask(null, classes, (message) -> messages.append(message).append('\n'), List.of("-proc:none"), null,
						sources)
				.call();
			if (!compiled) {
				throw new IllegalStateException("The models cannot be compiled: " + messages);
			}
			return classes.load(count);
		}
	}

	/** The source of a class. */
	private static final class Text extends SimpleJavaFileObject {

		private final int number;

		private Text(int number) {
			super(URI.create(
					"string:///%s/%s.java".formatted(ModelSource.PACKAGE.replace('.', '/'), ModelSource.type(number))),
					Kind.SOURCE);
			this.number = number;
		}

		@Override
		public CharSequence getCharContent(boolean ignoreEncodingErrors) {
			return ModelSource.write(this.number);
		}

	}

	/** The bytes of a class. */
	private static final class Bytes extends SimpleJavaFileObject {

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		private Bytes(String name) {
			super(URI.create("bytes:///" + name.replace('.', '/') + ".class"), Kind.CLASS);
		}

		@Override
		public OutputStream openOutputStream() {
			return this.bytes;
		}

	}

	/** What the compiler has made. */
	private static final class Classes extends ForwardingJavaFileManager<JavaFileManager> {

		private final Map<String, Bytes> compiled = new HashMap<>();

		private Classes(JavaFileManager files) {
			super(files);
		}

		@Override
		public JavaFileObject getJavaFileForOutput(Location location, String name, JavaFileObject.Kind kind,
				FileObject sibling) {
			return this.compiled.computeIfAbsent(name, Bytes::new);
		}

		private List<Class<?>> load(int count) throws ClassNotFoundException {
			Loader loader = new Loader(this.compiled);
			List<Class<?>> types = new ArrayList<>();
			for (int number = 0; number < count; number++) {
				types.add(loader.loadClass(ModelSource.PACKAGE + "." + ModelSource.type(number)));
			}
			return types;
		}

	}

	/** Loads what was compiled. */
	private static final class Loader extends ClassLoader {

		private final Map<String, Bytes> compiled;

		private Loader(Map<String, Bytes> compiled) {
			super(ModelCompiler.class.getClassLoader());
			this.compiled = compiled;
		}

		@Override
		protected Class<?> findClass(String name) throws ClassNotFoundException {
			Bytes bytes = this.compiled.remove(name);
			if (bytes == null) {
				throw new ClassNotFoundException(name);
			}
			byte[] content = bytes.bytes.toByteArray();
			return defineClass(name, content, 0, content.length);
		}

	}

}
