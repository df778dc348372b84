package io.dbregistry.schema;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import static org.assertj.core.api.Assertions.assertThat;

/** Compiles sources and loads their models. */
final class CompiledSources {

	private CompiledSources() {
	}

	static Class<?>[] load(Sources sources, Path folder) throws IOException, ClassNotFoundException {
		sources.write(folder);
		List<Path> files = sources.files().keySet().stream().map(folder::resolve).toList();
		Path classes = folder.resolve("classes");
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		List<String> problems = new ArrayList<>();
		try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			compiler
				.getTask(null, manager, (problem) -> problems.add(problem.toString()),
						List.of("-d", classes.toString(), "-encoding", "UTF-8", "-proc:none", "-Xlint:all",
								"-classpath", System.getProperty("java.class.path")),
						null, manager.getJavaFileObjectsFromPaths(files))
				.call();
		}
		assertThat(problems).as(() -> String.join("\n", sources.files().values())).isEmpty();
		ClassLoader loader = new URLClassLoader(new URL[] { url(classes) }, CompiledSources.class.getClassLoader());
		List<Class<?>> loaded = new ArrayList<>();
		for (String file : names(sources).toList()) {
			loaded.add(loader.loadClass(file.replace(".java", "").replace('/', '.')));
		}
		return loaded.toArray(Class<?>[]::new);
	}

	/** The files of models. */
	static Stream<String> names(Sources sources) {
		return sources.files().keySet().stream().filter((file) -> !file.endsWith("package-info.java"));
	}

	private static URL url(Path folder) throws MalformedURLException {
		return folder.toUri().toURL();
	}

}
