package io.dbregistry.metadata;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.dbregistry.metadata.Change.ColumnRenamed;
import io.dbregistry.metadata.Change.TableRenamed;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey.Action;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class MetadataDiffTests {

	@Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
	void findsNothingBetweenTheSame(@ForAll("metadata") Metadata one) {
		assertThat(Metadata.diff(one, one)).isEmpty();
		assertThat(Metadata.diff(one, shuffled(one))).isEmpty();
	}

	@Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
	void findsAllThatMakesOneOfTheOther(@ForAll("metadata") Metadata one, @ForAll("metadata") Metadata other) {
		List<Change> changes = Metadata.diff(one, other);
		assertThat(sorted(one.apply(changes))).isEqualTo(sorted(other));
		assertThat(changes.isEmpty()).isEqualTo(sorted(one).equals(sorted(other)));
		assertThat(Metadata.diff(shuffled(one), shuffled(other))).map(Change::describe)
			.containsExactlyInAnyOrderElementsOf(changes.stream().map(Change::describe).toList());
	}

	@Property(tries = 300, edgeCases = EdgeCasesMode.NONE)
	void undoesEachChangeByItsInverse(@ForAll("metadata") Metadata one, @ForAll("metadata") Metadata other) {
		List<Change> changes = Metadata.diff(one, other);
		List<Change> back = new ArrayList<>(changes.stream().map(Change::inverse).toList());
		Collections.reverse(back);
		assertThat(sorted(one.apply(changes).apply(back))).isEqualTo(sorted(one));
		assertThat(changes).allSatisfy((change) -> assertThat(change.inverse().inverse()).isEqualTo(change));
	}

	@Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
	void describesEachChangeByWhatItChanges(@ForAll("metadata") Metadata one, @ForAll("metadata") Metadata other) {
		assertThat(Metadata.diff(one, other)).allSatisfy((change) -> {
			assertThat(change.describe()).contains("'" + change.table() + "'").doesNotContainPattern("\\bnull\\b");
			assertThat(change.describe()).isNotEqualTo(change.inverse().describe());
		});
	}

	@Example
	void refusesChangesOfWhatIsNotThere() {
		Metadata none = Metadata.of("primary", List.of());
		Change change = new Change.ColumnRemoved(QualifiedName.of("book"),
				Column.of("id", ColumnType.of(Kind.DATE), true));
		assertThatIllegalArgumentException().isThrownBy(() -> none.apply(List.of(change)))
			.withMessage("These metadata do not have what 'Column 'id' is removed from table 'book'' changes; "
					+ "apply it to those it was made for");
	}

	@Property(tries = 100, edgeCases = EdgeCasesMode.NONE)
	void renamesAndRenamesBack(@ForAll("metadata") Metadata one) {
		for (Table table : one.tables()) {
			List<Change> renames = List.of(new ColumnRenamed(table.name(), table.columns().get(0).name(), "z"),
					new TableRenamed(table.name(), "y"));
			List<Change> back = renames.stream().map(Change::inverse).toList();
			Metadata renamed = one.apply(renames);
			assertThat(renamed.find(QualifiedName.of("y")).orElseThrow().columns()).first().returns("z", Column::name);
			assertThat(renamed.apply(reversed(back))).isEqualTo(one);
		}
	}

	@Example
	void renamesWhereverANameIsUsed() {
		Column id = Column.of("id", ColumnType.of(Kind.BIGINT), false);
		Column parent = Column.of("parent_id", ColumnType.of(Kind.BIGINT), true);
		Table tree = tree("node", id, parent);
		Table leaf = new Table(QualifiedName.of("leaf"), List.of(Column.of("id", ColumnType.of(Kind.BIGINT), true)),
				null, List.of(), List.of(), List.of(key("fk_leaf", "id", "node", "id")), List.of(), null);
		Metadata renamed = Metadata.of("primary", List.of(tree, leaf))
			.apply(List.of(new TableRenamed(tree.name(), "knot"),
					new ColumnRenamed(QualifiedName.of("knot"), "id", "code"),
					new ColumnRenamed(QualifiedName.of("knot"), "parent_id", "above")));
		assertThat(renamed).isEqualTo(Metadata.of("primary",
				List.of(tree("knot", Column.of("code", id.type(), false), Column.of("above", id.type(), true)),
						new Table(leaf.name(), leaf.columns(), null, List.of(), List.of(),
								List.of(key("fk_leaf", "id", "knot", "code")), List.of(), null))));
	}

	private static Table tree(String name, Column id, Column parent) {
		return new Table(QualifiedName.of(name), List.of(id, parent), new PrimaryKey("pk", List.of(id.name())),
				List.of(new UniqueConstraint("uk", List.of(parent.name(), id.name()))),
				List.of(new Index("ix", false, List.of(new Index.Part(parent.name(), true)))),
				List.of(key("fk", parent.name(), name, id.name())), List.of(), null);
	}

	private static ForeignKey key(String name, String column, String target, String targetColumn) {
		return new ForeignKey(name, List.of(column), QualifiedName.of(target), List.of(targetColumn), Action.NO_ACTION);
	}

	@Example
	void refusesRenamesToWhatIsThere() {
		Table one = tree("one", Column.of("a", ColumnType.of(Kind.DATE), true),
				Column.of("b", ColumnType.of(Kind.DATE), true));
		Metadata metadata = Metadata.of("primary", List.of(one, new Table(QualifiedName.of("two"), one.columns(), null,
				List.of(), List.of(), List.of(), List.of(), null)));
		assertThatIllegalArgumentException()
			.isThrownBy(() -> metadata.apply(List.of(new TableRenamed(one.name(), "two"))))
			.withMessage(
					"These metadata have a table 'two' already, and 'Table 'one' is renamed to 'two'' makes another; "
							+ "give one of them another name");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> metadata.apply(List.of(new TableRenamed(QualifiedName.of("three"), "four"))))
			.withMessageStartingWith("These metadata do not have");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> metadata.apply(List.of(new ColumnRenamed(one.name(), "c", "d"))))
			.withMessageStartingWith("These metadata do not have");
		assertThatIllegalArgumentException()
			.isThrownBy(() -> metadata.apply(List.of(new ColumnRenamed(one.name(), "a", "b"))))
			.withMessage("Table 'one' has two columns named 'b'");
	}

	/** The same in another order. */
	private static Metadata shuffled(Metadata metadata) {
		return Metadata.of(metadata.database(),
				metadata.tables().stream().map((table) -> rebuilt(table, reversed(table.columns()))).toList(),
				reversed(List.copyOf(metadata.sequences())), List.of());
	}

	private static Table rebuilt(Table table, List<Column> columns) {
		return new Table(table.name(), columns, table.primaryKey(), reversed(table.uniques()),
				reversed(table.indexes()), reversed(table.foreignKeys()), reversed(table.checks()), table.comment());
	}

	private static <T> List<T> reversed(List<T> list) {
		List<T> reversed = new ArrayList<>(list);
		Collections.reverse(reversed);
		return reversed;
	}

	/** The same in the order of the names. */
	private static List<Object> sorted(Metadata metadata) {
		List<Object> all = new ArrayList<>(metadata.sequences());
		metadata.tables().forEach((table) -> {
			all.add(List.of(table.name(), String.valueOf(table.primaryKey()), String.valueOf(table.comment())));
			all.add(set(table.columns()));
			all.add(set(table.uniques()));
			all.add(set(table.indexes()));
			all.add(set(table.foreignKeys()));
			all.add(set(table.checks()));
		});
		return all;
	}

	private static Object set(List<?> parts) {
		return Map.of("parts", parts.stream().collect(Collectors.toSet()));
	}

	@Provide
	Arbitrary<Metadata> metadata() {
		return RandomMetadata.metadata();
	}

}
