package io.dbregistry.docs;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import com.jayway.jsonpath.JsonPath;
import org.jspecify.annotations.Nullable;

/**
 * The table of the properties, made from what Spring Boot's annotation processor wrote
 * about them.
 */
final class PropertyTable {

	/** What the comment before the table on a page says. */
	static final String NAME = "properties";

	private PropertyTable() {
	}

	/** The names of all properties. */
	static List<String> names(ClassLoader classLoader) throws IOException {
		return properties(classLoader).stream().map(PropertyTable::name).toList();
	}

	static List<String> lines(ClassLoader classLoader) throws IOException {
		List<String> lines = new ArrayList<>(List.of("| Property | Default | Meaning |", "|---|---|---|"));
		properties(classLoader).forEach((property) -> lines.add("| `%s` | %s | %s |".formatted(name(property),
				value(property.get("defaultValue")), property.get("description"))));
		return lines;
	}

	private static List<Map<String, Object>> properties(ClassLoader classLoader) throws IOException {
		List<Map<String, Object>> properties = new ArrayList<>();
		for (URL metadata : Collections.list(classLoader.getResources("META-INF/spring-configuration-metadata.json"))) {
			try (InputStream json = metadata.openStream()) {
				List<Map<String, Object>> all = JsonPath.parse(json).read("$.properties[*]");
				all.stream()
					.filter((property) -> name(property).matches("(management\\.health\\.)?registry\\..+"))
					.forEach(properties::add);
			}
		}
		properties.sort(Comparator.comparing(PropertyTable::name));
		return properties;
	}

	private static String name(Map<String, Object> property) {
		return String.valueOf(property.get("name"));
	}

	private static String value(@Nullable Object value) {
		return (value != null) ? "`" + value + "`" : "";
	}

}
