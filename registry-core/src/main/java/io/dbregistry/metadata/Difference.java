package io.dbregistry.metadata;

import io.dbregistry.metadata.Change.ColumnAdded;
import io.dbregistry.metadata.Change.ColumnChanged;
import io.dbregistry.metadata.Change.ColumnRemoved;
import io.dbregistry.metadata.Change.CommentChanged;
import io.dbregistry.metadata.Change.PartAdded;
import io.dbregistry.metadata.Change.PartRemoved;
import io.dbregistry.metadata.Change.PrimaryKeyChanged;
import io.dbregistry.metadata.Change.SequenceChanged;
import io.dbregistry.metadata.Change.TableAdded;
import io.dbregistry.metadata.Change.TableRemoved;
import org.jspecify.annotations.Nullable;

/**
 * Words for what is missing, too much or different, where a plan would speak of changes.
 */
final class Difference {

	private static final String TOO_MUCH = "%s is there, and ought not to be";

	private static final String MISSING = "%s is missing";

	private Difference() {
	}

	static String describe(Change change) {
		if (change instanceof TableAdded) {
			return TOO_MUCH.formatted(table("Table", change));
		}
		if (change instanceof TableRemoved) {
			return MISSING.formatted(table("Table", change));
		}
		if (change instanceof ColumnAdded added) {
			return TOO_MUCH.formatted(column(change, added.column()));
		}
		if (change instanceof ColumnRemoved removed) {
			return MISSING.formatted(column(change, removed.column()));
		}
		if (change instanceof ColumnChanged changed) {
			return "%s differs: %s".formatted(column(change, changed.after()),
					String.join(", ", changed.before().differences(changed.after(), "%1$s %3$s instead of %2$s")));
		}
		if (change instanceof PartAdded added) {
			return TOO_MUCH.formatted(table(added.part().describe() + " of table", change));
		}
		if (change instanceof PartRemoved removed) {
			return MISSING.formatted(table(removed.part().describe() + " of table", change));
		}
		if (change instanceof PrimaryKeyChanged changed) {
			return word(table("The primary key of table", change), changed.before(), changed.after());
		}
		if (change instanceof CommentChanged changed) {
			return word(table("The comment of table", change), changed.before(), changed.after());
		}
		return (change instanceof SequenceChanged changed)
				? word(table("Sequence", change), changed.before(), changed.after()) : change.describe();
	}

	private static String word(String subject, @Nullable Object before, @Nullable Object after) {
		if (before == null) {
			return TOO_MUCH.formatted(subject);
		}
		return (after == null) ? MISSING.formatted(subject) : subject + " differs";
	}

	private static String table(String subject, Change change) {
		return "%s '%s'".formatted(subject, change.table());
	}

	private static String column(Change change, Column column) {
		return "Column '%s' of table '%s'".formatted(column.name(), change.table());
	}

}
