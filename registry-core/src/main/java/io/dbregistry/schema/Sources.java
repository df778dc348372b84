package io.dbregistry.schema;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.metadata.Note;

/**
 * Models for tables that are there already, as source text: what
 * {@link Reflection#sources} writes.
 *
 * <pre>{@code
 * Sources sources = registry.reflection().sources("legacy", "shop", "com.example.legacy");
 * sources.write(Path.of("src/main/java"));
 * sources.notes().forEach(System.out::println);
 * }</pre>
 *
 * Immutable. The same tables give the same text in any JVM.
 *
 * @param files the text of each file, by its path below the root of the sources, with
 * {@code /} between folders, in the order of the tables
 * @param notes what the models do not say of the tables, and the tables without a model;
 * the files have it as comments
 */
public record Sources(Map<String, String> files, List<Note> notes) {

	/** Where build tools look for sources. */
	public static final String FOLDER = "src/main/java";

	public Sources {
		files = Collections.unmodifiableMap(new LinkedHashMap<>(files));
		notes = List.copyOf(notes);
	}

	/**
	 * Writes the files in UTF-8 and makes the folders they are in.
	 * @param root the folder of the root of the sources, such as {@code src/main/java}
	 * @throws FileAlreadyExistsException if one of the files is there; nothing is written
	 * then
	 * @throws IOException if a folder or file cannot be written
	 */
	public void write(Path root) throws IOException {
		for (String file : this.files.keySet()) {
			if (Files.exists(root.resolve(file))) {
				throw new FileAlreadyExistsException(root.resolve(file).toString(), null,
						"it would be overwritten; remove it, or write to another folder");
			}
		}
		for (Map.Entry<String, String> file : this.files.entrySet()) {
			Path path = root.resolve(file.getKey());
			Files.createDirectories(path.getParent());
			Files.writeString(path, file.getValue());
		}
	}

}
