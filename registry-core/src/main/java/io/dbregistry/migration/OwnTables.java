package io.dbregistry.migration;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The tables that migrations keep for themselves: those of Liquibase, the states of
 * schemas, and what locks them.
 */
final class OwnTables {

	private OwnTables() {
	}

	/** Their names, in the spellings that products give them. */
	static Set<String> of(ChangelogSettings settings) {
		Set<String> names = new LinkedHashSet<>();
		for (String table : List.of(settings.historyTable(), settings.lockTable(), "registry_migration",
				"registry_migration_lock")) {
			names.add(table);
			names.add(table.toLowerCase(Locale.ROOT));
			names.add(table.toUpperCase(Locale.ROOT));
		}
		return names;
	}

}
