package io.dbregistry.migration;

import java.util.List;

import io.dbregistry.error.NearNames;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import org.jspecify.annotations.Nullable;

/**
 * How far to go.
 *
 * @param to the last migration that is wanted, or {@code null}
 * @param count the greatest number of change sets, or {@code null}
 */
record ChangeSetRange(@Nullable String to, @Nullable Integer count) {

	/** How many of the pending change sets are wanted. */
	int countOf(MigrationPlace place, List<ChangeSet> pending, DatabaseChangeLog changelog) {
		int wanted = (this.count != null) ? Math.min(this.count, pending.size()) : pending.size();
		if (this.to == null) {
			return wanted;
		}
		requireKnown(place, changelog.getChangeSets().stream().map(ChangeSet::getId).toList());
		int last = 0;
		for (int i = 0; i < pending.size(); i++) {
			if (isOfTarget(pending.get(i).getId())) {
				last = i + 1;
			}
		}
		return Math.min(wanted, last);
	}

	/** How many of the applied change sets are to be undone. */
	int countBack(MigrationPlace place, List<ChangeSet> applied) {
		if (this.count != null && this.count > applied.size()) {
			throw new MigrationException(place, null,
					"%d change sets are to be undone, and only %d of this changelog are applied; ask for fewer"
						.formatted(this.count, applied.size()),
					null);
		}
		int wanted = (this.count != null) ? this.count : applied.size();
		if (this.to == null) {
			return wanted;
		}
		requireKnown(place, applied.stream().map(ChangeSet::getId).toList());
		int after = 0;
		while (!isOfTarget(applied.get(applied.size() - 1 - after).getId())) {
			after++;
		}
		return Math.min(wanted, after);
	}

	private void requireKnown(MigrationPlace place, List<String> ids) {
		String target = this.to;
		if (target != null && ids.stream().noneMatch(this::isOfTarget)) {
			throw new MigrationException(place, null, "there is no migration '%s' (%s); correct the name"
				.formatted(target, NearNames.describe(target, ids.stream().distinct().toList())), null);
		}
	}

	private boolean isOfTarget(String id) {
		return id.equals(this.to) || id.matches("\\Q" + this.to + "\\E-\\d+");
	}

}
