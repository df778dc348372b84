package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.List;

/**
 * Creates or drops a schema in several databases.
 * <ol>
 * <li>Every database is asked first: whether it has schemas, whether the name fits,
 * whether there is one of that name, whether it may go.</li>
 * <li>Those whose own answer will be an error come first, so that nothing has been done
 * by then.</li>
 * <li>When one fails later all the same, what was made is undone, in reverse order, but
 * for tables that others use already. What is dropped is gone. What could not be undone
 * is in the report, with the reason.</li>
 * </ol>
 */
final class SchemaWork {

	private final String schema;

	SchemaWork(String schema) {
		this.schema = schema;
	}

	void create(List<NewSchema> places, boolean takesExisting) {
		List<NewSchema> ordered = new ArrayList<>();
		for (NewSchema place : places) {
			ordered.add(place.exists() ? 0 : ordered.size(), place);
		}
		List<NewSchema> begun = new ArrayList<>();
		for (NewSchema place : ordered) {
			begun.add(0, place);
			try {
				place.make(takesExisting);
			}
			catch (RuntimeException ex) {
				throw undo(begun, ex);
			}
		}
	}

	private RuntimeException undo(List<NewSchema> begun, RuntimeException failure) {
		List<String> left = new ArrayList<>();
		for (NewSchema place : begun) {
			try {
				place.undo();
			}
			catch (RuntimeException ex) {
				failure.addSuppressed(ex);
				left.add(String.valueOf(ex.getMessage()));
			}
		}
		return left.isEmpty() ? failure
				: new SchemaException(begun.get(0).database().name(),
						"%s; what was made for schema '%s' could not be undone: %s".formatted(failure.getMessage(),
								this.schema, String.join("; ", left)),
						failure);
	}

	void drop(List<OldSchema> places, boolean passesOverMissing) {
		List<OldSchema> ordered = new ArrayList<>();
		for (OldSchema place : places) {
			if (place.exists()) {
				ordered.add(place);
			}
			else if (!passesOverMissing) {
				ordered.add(0, place);
			}
		}
		List<String> dropped = new ArrayList<>();
		for (OldSchema place : ordered) {
			try {
				place.drop();
			}
			catch (RuntimeException ex) {
				throw dropped.isEmpty() ? ex
						: new SchemaException(place.database().name(),
								"%s; by then schema '%s' was dropped in database '%s', which cannot be undone"
									.formatted(ex.getMessage(), this.schema, String.join("', '", dropped)),
								ex);
			}
			dropped.add(place.database().name());
		}
	}

}
