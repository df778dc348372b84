package io.dbregistry.error;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What somebody may have meant who wrote a name that is not known.
 */
public final class NearNames {

	private static final int MOST = 5;

	private NearNames() {
	}

	/**
	 * The names for a message.
	 * @param name the name that is not known
	 * @param known the names that are
	 * @return {@code near: …} where some are similar, else {@code known: …} with the
	 * first of them
	 */
	public static String describe(String name, List<String> known) {
		List<String> near = near(name, known);
		if (!near.isEmpty()) {
			return "near: '" + String.join("', '", near) + "'";
		}
		if (known.isEmpty()) {
			return "known: none";
		}
		String first = String.join("', '", known.subList(0, Math.min(MOST, known.size())));
		int more = known.size() - MOST;
		return "known: '" + first + "'" + ((more > 0) ? " and " + more + " more" : "");
	}

	/**
	 * The known names that differ from a name by letter case or in at most a third of its
	 * letters, or in two that changed places, nearest first.
	 */
	static List<String> near(String name, List<String> known) {
		String wanted = name.toLowerCase(Locale.ROOT);
		int limit = Math.max((wanted.length() < 4) ? 1 : 2, wanted.length() / 3);
		return known.stream()
			.filter((candidate) -> distance(wanted, candidate.toLowerCase(Locale.ROOT)) <= limit)
			.sorted(Comparator.comparingInt((candidate) -> distance(wanted, candidate.toLowerCase(Locale.ROOT))))
			.limit(MOST)
			.toList();
	}

	/** The number of single-letter edits between two words. */
	private static int distance(String one, String other) {
		int[] row = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			row[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int diagonal = row[0];
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int changed = diagonal + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				diagonal = row[j];
				row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
			}
		}
		return row[other.length()];
	}

}
