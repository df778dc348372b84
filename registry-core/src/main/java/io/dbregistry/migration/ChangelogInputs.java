package io.dbregistry.migration;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.core.io.support.ResourcePatternUtils;
import org.springframework.util.StringUtils;

/**
 * The names of all that a changelog is made of, as they were noted while Liquibase read
 * it. By them it is known without Liquibase whether anything has changed since:
 * <ol>
 * <li>The names are stored beside the digest of what was found under them.</li>
 * <li>Later the same names are looked up on the class path again: every file of a name,
 * also when there are several or none, and for a folder the names of the files in
 * it.</li>
 * <li>The same digest means that Liquibase would read the same change sets. Anything else
 * means that it has to be asked.</li>
 * </ol>
 * Not safe for use by several threads.
 */
final class ChangelogInputs {

	/** Changed whenever the same inputs are to get another digest. */
	private static final String FORMAT = "1";

	private static final String FILE = "file ";

	private static final String FOLDER = "folder ";

	private static final String TREE = "tree ";

	private final Set<String> names;

	private ChangelogInputs(Set<String> names) {
		this.names = names;
	}

	static ChangelogInputs none() {
		return new ChangelogInputs(new TreeSet<>());
	}

	private static ChangelogInputs parse(String text) {
		return new ChangelogInputs(new TreeSet<>(Arrays.asList(text.split("\n"))));
	}

	void addFile(String path) {
		this.names.add(FILE + path);
	}

	void addFolder(String path, boolean recursive) {
		this.names.add((recursive ? TREE : FOLDER) + path);
	}

	String text() {
		return String.join("\n", this.names);
	}

	/**
	 * Whether names that {@link #text} wrote stand for what they stood for.
	 * @param digest the digest of that time
	 */
	static boolean isCurrent(String text, String digest, ChangelogSettings settings) {
		return parse(text).digest(settings).filter(digest::equals).isPresent();
	}

	/**
	 * The digest of what the names stand for now, and of how it is read.
	 * @return the digest, or empty when something cannot be read
	 */
	Optional<String> digest(ChangelogSettings settings) {
		try {
			MessageDigest digest = Digests.sha256();
			add(digest, FORMAT, liquibaseVersion(settings.resources()), settings.reading());
			ResourcePatternResolver resolver = ResourcePatternUtils.getResourcePatternResolver(settings.resources());
			for (String name : this.names) {
				add(digest, name);
				if (name.startsWith(FILE)) {
					addContents(digest, resolver, location(name.substring(FILE.length())));
				}
				else {
					addListing(digest, resolver, name);
				}
			}
			return Optional.of(HexFormat.of().formatHex(digest.digest()));
		}
		catch (IOException ex) {
			return Optional.empty(); // Liquibase will say what is wrong
		}
	}

	private static void addContents(MessageDigest digest, ResourcePatternResolver resolver, String location)
			throws IOException {
		for (Resource resource : resolver.getResources(location)) {
			if (resource.exists()) {
				try (InputStream content = resource.getInputStream()) {
					byte[] bytes = content.readAllBytes();
					add(digest, String.valueOf(bytes.length));
					digest.update(bytes);
				}
			}
		}
	}

	/** Where the class path is on this machine does not matter, hence the file names. */
	private static void addListing(MessageDigest digest, ResourcePatternResolver resolver, String name)
			throws IOException {
		boolean recursive = name.startsWith(TREE);
		String folder = location(name.substring((recursive ? TREE : FOLDER).length()));
		String pattern = folder + (folder.endsWith("/") ? "" : "/") + (recursive ? "**" : "*");
		String inside = folder.substring(folder.indexOf(':') + 1);
		Arrays.stream(resolver.getResources(pattern))
			.filter((resource) -> StringUtils.hasLength(resource.getFilename()))
			.map((resource) -> within(inside, resource))
			.sorted()
			.forEach((file) -> add(digest, file));
	}

	private static String within(String folder, Resource resource) {
		String description = resource.getDescription();
		int start = description.lastIndexOf(folder);
		return (start < 0) ? String.valueOf(resource.getFilename()) : description.substring(start);
	}

	/**
	 * Where Liquibase looks for a path, which begins in the class path unless it says.
	 */
	private static String location(String path) {
		String plain = path.replace('\\', '/');
		boolean onClassPath = !plain.matches("\\w+\\*?:.*");
		if (plain.startsWith("classpath:") || plain.startsWith("classpath*:")) {
			plain = plain.substring(plain.indexOf(':') + 1);
			onClassPath = true;
		}
		return StringUtils.cleanPath((onClassPath ? "classpath*:/" + plain : plain).replaceAll("//+", "/"));
	}

	private static void add(MessageDigest digest, String... texts) {
		for (String text : texts) {
			Digests.add(digest, text);
			digest.update((byte) 0);
		}
	}

	/** The version, found without loading a class of it. */
	private static String liquibaseVersion(ResourceLoader resources) throws IOException {
		Resource build = resources.getResource("classpath:liquibase.build.properties");
		if (!build.exists()) {
			return "none";
		}
		Properties properties = new Properties();
		try (InputStream content = build.getInputStream()) {
			properties.load(content);
		}
		return String.valueOf(properties.getProperty("build.version"));
	}

	/** Whether Liquibase could be asked. */
	static boolean isLiquibasePresent() {
		return ChangelogInputs.class.getClassLoader().getResource("liquibase/Liquibase.class") != null;
	}

}
