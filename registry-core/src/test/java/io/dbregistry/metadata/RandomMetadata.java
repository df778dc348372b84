package io.dbregistry.metadata;

import java.util.List;

import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey.Action;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Metadata with everything in them, of so few names that two of them have much in common.
 */
public final class RandomMetadata {

	private static final List<String> NAMES = List.of("a", "b", "c", "d");

	private RandomMetadata() {
	}

	public static Arbitrary<Metadata> metadata() {
		Arbitrary<List<Table>> tables = Arbitraries.of(NAMES)
			.list()
			.uniqueElements()
			.flatMap((names) -> Combinators.combine(names.stream().map(RandomMetadata::table).toList())
				.as((list) -> list));
		Arbitrary<List<Sequence>> sequences = Combinators
			.combine(Arbitraries.of(NAMES), Arbitraries.longs().between(1, 2), Arbitraries.integers().between(1, 2))
			.as((name, start, increment) -> new Sequence(QualifiedName.of(name), start, increment))
			.list()
			.ofMaxSize(3)
			.uniqueElements(Sequence::name);
		return Combinators.combine(tables, sequences)
			.as((some, others) -> Metadata.of("primary", some, others, List.of()));
	}

	private static Arbitrary<Table> table(String name) {
		Arbitrary<String> comment = Arbitraries.of("one", "two").injectNull(0.5);
		Arbitrary<PrimaryKey> key = Combinators.combine(Arbitraries.of("pk", "key").injectNull(0.3), columns())
			.as(PrimaryKey::new)
			.injectNull(0.3);
		return Combinators
			.combine(column().list().ofMinSize(1).uniqueElements(Column::name), key,
					unique().list().ofMaxSize(3).uniqueElements(UniqueConstraint::name),
					index().list().ofMaxSize(3).uniqueElements(Index::name),
					foreignKey().list().ofMaxSize(3).uniqueElements(ForeignKey::name),
					check().list().ofMaxSize(3).uniqueElements(Check::name), comment)
			.as((columns, primaryKey, uniques, indexes, foreignKeys, checks, remark) -> new Table(
					QualifiedName.of(name), columns, primaryKey, uniques, indexes, foreignKeys, checks, remark));
	}

	private static Arbitrary<Column> column() {
		return Combinators.combine(Arbitraries.of(NAMES),
				Arbitraries.of(ColumnType.varchar(1), ColumnType.varchar(2), ColumnType.of(Kind.BIGINT),
						ColumnType.array(ColumnType.decimal(5, 2)), ColumnType.verbatim("inet")),
				Arbitraries.of(true, false), Arbitraries.of(true, false), Arbitraries.of("1", "'x'").injectNull(0.5),
				Arbitraries.of("one", "two").injectNull(0.5))
			.as(Column::new);
	}

	private static Arbitrary<List<String>> columns() {
		return Arbitraries.of(NAMES).list().ofMinSize(1).ofMaxSize(2).uniqueElements();
	}

	private static Arbitrary<UniqueConstraint> unique() {
		return Combinators.combine(Arbitraries.of(NAMES), columns()).as(UniqueConstraint::new);
	}

	private static Arbitrary<Index> index() {
		return Combinators
			.combine(Arbitraries.of(NAMES), Arbitraries.of(true, false), columns(), Arbitraries.of(true, false))
			.as((name, unique, columns, descending) -> new Index(name, unique,
					columns.stream().map((column) -> new Index.Part(column, descending)).toList()));
	}

	private static Arbitrary<ForeignKey> foreignKey() {
		return Combinators
			.combine(Arbitraries.of(NAMES), columns(), Arbitraries.of(NAMES), Arbitraries.of(Action.class),
					Arbitraries.of(Action.class))
			.as((name, columns, target, onDelete, onUpdate) -> new ForeignKey(name, columns, QualifiedName.of(target),
					columns, onDelete, onUpdate));
	}

	private static Arbitrary<Check> check() {
		return Combinators.combine(Arbitraries.of(NAMES), Arbitraries.of("x > 0", "x > 1")).as(Check::new);
	}

}
