package io.dbregistry.model;

import java.lang.invoke.MethodHandle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * What is made of a definition: all that a model knows besides its name and class.
 *
 * @param revision differs from that of every other state in a registry
 * @param table the table of the rows
 * @param constructor makes objects
 * @param attributes the attributes in order
 * @param key those that make the key
 * @param keyType the class of key objects, or {@code null}
 * @param byName the attributes by name, in order, the parts of embedded objects by path
 * @param formerColumns the names of columns before by those of today, in order
 */
record ModelState(long revision, Table table, MethodHandle constructor, List<Attribute> attributes, List<Attribute> key,
		@Nullable KeyType keyType, Map<String, Attribute> byName, Map<String, String> formerColumns) {

	static ModelState of(long revision, Table table, MethodHandle constructor, List<Attribute> attributes,
			@Nullable KeyType keyType, Map<String, String> formerColumns) {
		Map<String, Attribute> byName = new LinkedHashMap<>();
		addPaths("", attributes, byName);
		return new ModelState(revision, table, constructor, List.copyOf(attributes),
				attributes.stream().filter(Attribute::isKey).toList(), keyType, byName, formerColumns);
	}

	/** The parts of embedded objects are found by their path. */
	private static void addPaths(String prefix, List<Attribute> parts, Map<String, Attribute> byName) {
		for (Attribute attribute : parts) {
			byName.put(prefix + attribute.name(), attribute);
			addPaths(prefix + attribute.name() + ".", attribute.attributes(), byName);
		}
	}

}
