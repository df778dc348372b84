package io.dbregistry.migration;

import java.util.List;

import liquibase.change.CheckSum;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;

/**
 * Finds change sets that were applied under another name of their file. Liquibase would
 * apply them again.
 */
final class RenamedFiles {

	private RenamedFiles() {
	}

	/**
	 * Fails when a pending change set was applied under a file name that the changelog
	 * does not have any more, with the same contents.
	 */
	static void require(MigrationPlace place, DatabaseChangeLog changelog, List<ChangeSet> pending,
			List<RanChangeSet> history) {
		for (RanChangeSet ran : history) {
			for (ChangeSet changeSet : pending) {
				if (isSameElsewhere(ran, changeSet) && changelog.getChangeSets().stream().noneMatch(ran::isSameAs)) {
					throw new MigrationException(place, changeSet.toString(false),
							"it was applied already, as '%s' of file '%s', and would be applied twice; set 'logicalFilePath: %s' in its changelog"
								.formatted(ran.getId(), ran.getChangeLog(), ran.getChangeLog()),
							null);
				}
			}
		}
	}

	private static boolean isSameElsewhere(RanChangeSet ran, ChangeSet changeSet) {
		CheckSum applied = ran.getLastCheckSum();
		return ran.getId().equals(changeSet.getId()) && ran.getAuthor().equals(changeSet.getAuthor())
				&& !ran.isSameAs(changeSet) && applied != null && changeSet.isCheckSumValid(applied);
	}

}
