package io.dbregistry.docs;

import java.util.List;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * A fenced block of a page.
 *
 * @param language what stands behind the opening fence, empty for plain text
 * @param include the source named by the comment before the block, or {@code null}
 * @param start the line of the opening fence, from 0
 * @param lines the lines between the fences
 */
record CodeBlock(String language, @Nullable String include, int start, List<String> lines) {

	/** Text that claims to work, and so has to be copied from something that does. */
	private static final Set<String> INCLUDED = Set.of("java", "yaml", "xml", "sql", "http", "json");

	/** Text that claims nothing. */
	private static final Set<String> FREE = Set.of("", "text", "mermaid");

	CodeBlock {
		lines = List.copyOf(lines);
	}

	boolean mustBeIncluded() {
		return INCLUDED.contains(this.language);
	}

	boolean isShell() {
		return this.language.equals("shell");
	}

	boolean isOfKnownLanguage() {
		return mustBeIncluded() || isShell() || FREE.contains(this.language);
	}

}
