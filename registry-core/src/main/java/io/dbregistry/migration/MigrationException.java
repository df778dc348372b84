package io.dbregistry.migration;

import java.util.List;

import io.dbregistry.error.RegistryException;
import org.jspecify.annotations.Nullable;

/**
 * Schemas could not be migrated. The message has the first five of them, and how many
 * there are beside; the {@linkplain #getReport() report} has all, and those that are
 * done. What was applied before is not repeated by the next attempt.
 */
public final class MigrationException extends RegistryException {

	private static final int TOLD = 5;

	private final MigrationPlace place;

	private final @Nullable String changeSet;

	private final String reason;

	private final @Nullable MigrationReport report;

	MigrationException(MigrationPlace place, @Nullable String changeSet, String reason, @Nullable Throwable cause) {
		super("%s %s failed%s".formatted(place.action().words(), place, reason(changeSet, reason)), cause);
		this.place = place;
		this.changeSet = changeSet;
		this.reason = reason;
		this.report = null;
	}

	private MigrationException(MigrationException first, String message, MigrationReport report) {
		super(message, first.getCause());
		this.place = first.place;
		this.changeSet = first.changeSet;
		this.reason = first.reason;
		this.report = report;
	}

	/**
	 * The failures of a report as one. The first few have their causes: as its own, and
	 * as suppressed exceptions.
	 * @param failures at least one
	 */
	static MigrationException of(MigrationReport report, List<MigrationException> failures) {
		MigrationException first = failures.get(0);
		int done = report.schemas().size() - failures.size();
		String message = (failures.size() > 1) ? first.summary(failures, done)
				: first.getMessage() + ((done > 0) ? "; %s done".formatted(others(done)) : "");
		MigrationException all = new MigrationException(first, message, report);
		all.setStackTrace(first.getStackTrace());
		failures.stream().skip(1).limit(TOLD - 1).forEach(all::addSuppressed);
		return all;
	}

	private String summary(List<MigrationException> failures, int done) {
		StringBuilder text = new StringBuilder("%s %d of %d schemas of database '%s' failed%s:".formatted(
				this.place.action().words(), failures.size(), failures.size() + done, this.place.database(),
				(done > 0) ? ", %s done".formatted(others(done)) : ""));
		failures.stream()
			.limit(TOLD)
			.forEach((one) -> text.append("\n- ").append(one.place).append(reason(one.changeSet, one.reason)));
		if (failures.size() > TOLD) {
			text.append("\n- and %d more".formatted(failures.size() - TOLD));
		}
		return text.toString();
	}

	private static String others(int done) {
		return (done == 1) ? "the other schema is" : "the other %d schemas are".formatted(done);
	}

	private static String reason(@Nullable String changeSet, String reason) {
		return ((changeSet != null) ? " at change set '%s'".formatted(changeSet) : "") + ": " + reason;
	}

	/** Why it failed, without the place. */
	String reason() {
		return this.reason;
	}

	/** The same failure of another schema. */
	MigrationException at(MigrationPlace other) {
		return new MigrationException(other, this.changeSet, this.reason, getCause());
	}

	/**
	 * What became of all schemas of the database.
	 * @return the report, or {@code null} when it failed before that was known
	 */
	public @Nullable MigrationReport getReport() {
		return this.report;
	}

	/**
	 * Whether change sets were to be undone: what was undone is, and the next attempt
	 * undoes more.
	 * @return {@code true} for a rollback
	 */
	public boolean isRollback() {
		return this.place.action() == MigrationAction.ROLLBACK;
	}

	/**
	 * The database concerned.
	 * @return its name
	 */
	public String getDatabase() {
		return this.place.database();
	}

	/**
	 * The schema concerned, of several the first.
	 * @return its exact name, or {@code null} for the connection's default
	 */
	public @Nullable String getSchema() {
		return this.place.schema();
	}

	/**
	 * The change set concerned, of several schemas that of the first.
	 * @return its file, id and author as Liquibase prints them, or {@code null} when it
	 * is no single one
	 */
	public @Nullable String getChangeSet() {
		return this.changeSet;
	}

}
