package io.dbregistry.migration;

import java.util.List;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnChanged;
import io.dbregistry.metadata.Change.ColumnRemoved;
import io.dbregistry.metadata.Change.TableRemoved;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;

/**
 * Says which changes can lose values that are stored.
 */
final class Loss {

	/** Each holds all values of those before it. */
	private static final List<List<Kind>> WIDENING = List.of(
			List.of(Kind.TINYINT, Kind.SMALLINT, Kind.INTEGER, Kind.BIGINT), List.of(Kind.REAL, Kind.DOUBLE),
			List.of(Kind.VARCHAR, Kind.CLOB), List.of(Kind.VARBINARY, Kind.BLOB));

	private Loss() {
	}

	static boolean of(Change change) {
		return change instanceof TableRemoved || change instanceof ColumnRemoved
				|| change instanceof ColumnChanged changed && !holds(changed.after().type(), changed.before().type());
	}

	/** Whether two types are one but for how much they hold. */
	static boolean areLike(ColumnType one, ColumnType other) {
		boolean same = one.kind() == other.kind() && one.kind() != Kind.VERBATIM && one.kind() != Kind.ARRAY;
		return one.equals(other) || same
				|| WIDENING.stream().anyMatch((kinds) -> kinds.contains(one.kind()) && kinds.contains(other.kind()));
	}

	/** Whether a type holds all values of another in the same form. */
	private static boolean holds(ColumnType wide, ColumnType narrow) {
		if (wide.kind() != narrow.kind()) {
			return WIDENING.stream()
				.anyMatch((kinds) -> kinds.contains(wide.kind()) && kinds.contains(narrow.kind())
						&& kinds.indexOf(wide.kind()) > kinds.indexOf(narrow.kind()));
		}
		return switch (wide.kind()) {
			case VARCHAR, VARBINARY -> wide.length() >= narrow.length();
			case DECIMAL -> wide.scale() >= narrow.scale()
					&& wide.precision() - wide.scale() >= narrow.precision() - narrow.scale();
			case TIME, TIME_WITH_TIME_ZONE, TIMESTAMP, TIMESTAMP_WITH_TIME_ZONE ->
				wide.precision() >= narrow.precision();
			default -> wide.equals(narrow);
		};
	}

}
