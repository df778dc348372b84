package io.dbregistry.migration;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.Table;
import org.jspecify.annotations.Nullable;

/**
 * What models ask for beside what the server made of it, part by part: types, default
 * values and conditions that it stores alike are alike, however they are written.
 */
final class TriedTables {

	private final Dialect dialect;

	private final Metadata wanted;

	private final Metadata tried;

	/**
	 * Creates a comparison.
	 * @param tried the wanted tables in the words of the server
	 */
	TriedTables(Dialect dialect, Metadata wanted, Metadata tried) {
		this.dialect = dialect;
		this.wanted = wanted;
		this.tried = tried;
	}

	/** A wanted table in the words of the live one wherever both mean the same. */
	Table align(Table declared, Table live) {
		Table aligned = this.dialect.align(declared, live);
		return this.tried.find(declared.name())
			.map((table) -> new Exchange(this.dialect.align(table, live), live, live).in(aligned))
			.orElse(aligned);
	}

	/** Live metadata in the words of the models wherever both mean the same. */
	Metadata restate(Metadata metadata) {
		List<Table> tables = metadata.tables().stream().map(this::restate).toList();
		return Metadata.of(metadata.database(), tables, metadata.sequences(), List.of());
	}

	private Table restate(Table table) {
		return this.tried.find(table.name())
			.map((found) -> new Exchange(found, table, this.wanted.find(table.name()).orElse(table)).in(table))
			.orElse(table);
	}

	/**
	 * Replaces parts of a table where the server stores alike.
	 *
	 * @param tried what the server made of the wanted table
	 * @param live the live table
	 * @param replacement the table with the parts to take then
	 */
	private record Exchange(Table tried, Table live, Table replacement) {

		Table in(Table table) {
			return new Table(table.name(), table.columns().stream().map(this::column).toList(), table.primaryKey(),
					table.uniques(), table.indexes(), table.foreignKeys(),
					table.checks().stream().map(this::check).toList(), table.comment());
		}

		private Column column(Column column) {
			Column tried = find(this.tried.columns(), Column::name, column.name());
			Column live = find(this.live.columns(), Column::name, column.name());
			Column other = find(this.replacement.columns(), Column::name, column.name());
			if (tried == null || live == null || other == null) {
				return column;
			}
			return new Column(column.name(), tried.type().equals(live.type()) ? other.type() : column.type(),
					(tried.nullable() == live.nullable()) ? other.nullable() : column.nullable(),
					(tried.identity() == live.identity()) ? other.identity() : column.identity(),
					Objects.equals(tried.defaultValue(), live.defaultValue()) ? other.defaultValue()
							: column.defaultValue(),
					column.comment());
		}

		private Check check(Check check) {
			Check tried = find(this.tried.checks(), Check::name, check.name());
			Check live = find(this.live.checks(), Check::name, check.name());
			Check other = find(this.replacement.checks(), Check::name, check.name());
			return (tried != null && other != null && tried.equals(live)) ? other : check;
		}

		private static <T> @Nullable T find(List<T> parts, Function<T, String> name, String wanted) {
			return parts.stream().filter((part) -> name.apply(part).equals(wanted)).findFirst().orElse(null);
		}

	}

}
