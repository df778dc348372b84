package io.dbregistry.docs;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The links of pages within the repository.
 */
final class Links {

	private static final Path INDEX = Path.of("docs/README.md");

	private final Path root;

	private final List<Page> pages;

	Links(Path root, List<Page> pages) {
		this.root = root;
		this.pages = pages;
	}

	/** Links within the repository that lead nowhere. */
	List<String> broken() {
		List<String> problems = new ArrayList<>();
		for (Page page : this.pages) {
			for (String link : page.relativeLinks()) {
				Path target = target(page, link);
				String anchor = link.contains("#") ? link.substring(link.indexOf('#') + 1) : "";
				if (!Files.exists(this.root.resolve(target))) {
					problems.add("%s: the link '%s' leads to '%s', which does not exist".formatted(page.path(), link,
							target));
				}
				else if (!anchor.isEmpty() && target.toString().endsWith(".md")
						&& !Page.read(this.root, target).anchors().contains(anchor)) {
					problems.add("%s: the link '%s' leads to no heading of '%s' (known: '%s')".formatted(page.path(),
							link, target, String.join("', '", Page.read(this.root, target).anchors())));
				}
			}
		}
		return problems;
	}

	private static Path target(Page page, String link) {
		Matcher path = Pattern.compile("[^#]*").matcher(link);
		String file = path.lookingAt() ? path.group() : "";
		return file.isEmpty() ? page.path() : page.path().resolveSibling(file).normalize();
	}

	/** Files of {@code docs} that no chain of links from its index leads to. */
	List<String> unreachable() {
		Set<Path> reached = new HashSet<>(Set.of(INDEX));
		Deque<Path> next = new ArrayDeque<>(reached);
		while (!next.isEmpty()) {
			Path path = next.pop();
			this.pages.stream()
				.filter((page) -> page.path().equals(path))
				.flatMap((page) -> page.relativeLinks().stream().map((link) -> target(page, link)))
				.filter(reached::add)
				.forEach(next::push);
		}
		return Documentation.files(this.root, this.root.resolve("docs"), Integer.MAX_VALUE)
			.filter((path) -> !reached.contains(path))
			.map((path) -> "%s: no link leads here from %s; add one".formatted(path, INDEX))
			.toList();
	}

}
