package io.dbregistry.architecture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

/** Finds the files and methods that are too long to be read in one go. */
public final class SourceSizes {

	private static final int MAX_FILE = 400;

	private static final int MAX_METHOD = 40;

	private SourceSizes() {
	}

	/**
	 * Looks through all source files below a folder.
	 * @param folder the folder, such as {@code src/main/java}; nothing is found where it
	 * does not exist
	 * @return what is too long, one line each
	 */
	public static List<String> tooLong(Path folder) {
		if (!Files.exists(folder)) {
			return List.of();
		}
		List<String> result = new ArrayList<>();
		try (Stream<Path> paths = Files.walk(folder)) {
			List<Path> files = paths.filter((path) -> path.toString().endsWith(".java")).sorted().toList();
			for (Path file : files) {
				long lines = lines(Files.readString(file));
				if (lines > MAX_FILE) {
					result.add(file.getFileName() + " has " + lines + " lines, more than " + MAX_FILE);
				}
			}
			if (!files.isEmpty()) {
				result.addAll(longMethods(files));
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return result;
	}

	private static long lines(String text) {
		return text.lines().count();
	}

	private static List<String> longMethods(List<Path> files) throws IOException {
		JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
		List<String> result = new ArrayList<>();
		try (StandardJavaFileManager manager = compiler.getStandardFileManager(null, null, null)) {
			JavacTask task = (JavacTask) compiler.getTask(null, manager, null, List.of("-proc:none"), null,
					manager.getJavaFileObjectsFromPaths(files));
			SourcePositions positions = Trees.instance(task).getSourcePositions();
			for (CompilationUnitTree unit : task.parse()) {
				unit.accept(new MethodScanner(unit, positions, result), null);
			}
		}
		return result;
	}

	private static final class MethodScanner extends TreeScanner<Void, Void> {

		private final CompilationUnitTree unit;

		private final SourcePositions positions;

		private final List<String> result;

		MethodScanner(CompilationUnitTree unit, SourcePositions positions, List<String> result) {
			this.unit = unit;
			this.positions = positions;
			this.result = result;
		}

		@Override
		public Void visitMethod(MethodTree method, Void nothing) {
			long start = this.positions.getStartPosition(this.unit, method);
			long end = this.positions.getEndPosition(this.unit, method);
			long lines = this.unit.getLineMap().getLineNumber(end) - this.unit.getLineMap().getLineNumber(start) + 1;
			if (lines > MAX_METHOD) {
				String file = Path.of(this.unit.getSourceFile().toUri()).getFileName().toString();
				this.result.add(file + ": " + method.getName() + " has " + lines + " lines, more than " + MAX_METHOD);
			}
			return super.visitMethod(method, nothing);
		}

	}

}
