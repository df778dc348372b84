package io.dbregistry.migration;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;

import io.dbregistry.metadata.Change;
import io.dbregistry.metadata.Change.ColumnRenamed;
import io.dbregistry.metadata.Change.TableRenamed;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.RandomMetadata;
import io.dbregistry.metadata.Table;
import io.dbregistry.migration.MigrationPlan.Step;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PlannerTests {

	/** As two states of one model are: in the same words. */
	private static final BinaryOperator<Table> ASIS = (table, before) -> table;

	private static final Column ID = Column.of("id", ColumnType.of(Kind.BIGINT), false);

	private static final Column NAME = Column.of("name", ColumnType.varchar(20), false);

	private static final Table AUTHOR = table("author", List.of(ID, NAME));

	private static final Table BOOK = new Table(QualifiedName.of("book"),
			List.of(ID, Column.of("author_id", ID.type(), true)), new PrimaryKey("pk_book", List.of("id")), List.of(),
			List.of(new Index("ix_book", false, List.of(new Index.Part("author_id", false)))),
			List.of(new ForeignKey("fk_book", List.of("author_id"), AUTHOR.name(), List.of("id"), Action.NO_ACTION)),
			List.of(), null);

	private static Table table(String name, List<Column> columns) {
		return new Table(QualifiedName.of(name), columns, new PrimaryKey("pk_" + name, List.of("id")), List.of(),
				List.of(), List.of(), List.of(), null);
	}

	private static Table with(Table table, UnaryOperator<List<Column>> change) {
		return new Table(table.name(), change.apply(new ArrayList<>(table.columns())), table.primaryKey(),
				table.uniques(), table.indexes(), table.foreignKeys(), table.checks(), table.comment());
	}

	private static Table with(Table table, Column column) {
		return with(table, (columns) -> {
			columns.removeIf((one) -> one.name().equals(column.name()));
			columns.add(column);
			return columns;
		});
	}

	private static Table without(Table table, String column) {
		return with(table, (columns) -> {
			columns.removeIf((one) -> one.name().equals(column));
			return columns;
		});
	}

	private static Metadata metadata(Table... tables) {
		return Metadata.of("primary", List.of(tables));
	}

	private static MigrationPlan plan(Metadata from, Metadata to, Change... renames) {
		return Planner.plan(from, to, ASIS, List.of(renames), false);
	}

	private static List<String> texts(List<Step> steps) {
		return steps.stream().map(Step::toString).toList();
	}

	@Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
	void leadsToWhatIsAskedFor(@ForAll("states") Metadata from, @ForAll("states") Metadata to) {
		if (to.tables().isEmpty() || isRefused(from, to, true)) {
			return;
		}
		MigrationPlan plan = Planner.plan(from, to, ASIS, List.of(), true);
		assertThat(Metadata.diff(plan.after(), to)).isEmpty();
		assertThat(plan.withheld()).isEmpty();
	}

	@Property(tries = 60, edgeCases = EdgeCasesMode.NONE)
	void destroysNothingUnlessAllowed(@ForAll("states") Metadata from, @ForAll("states") Metadata to) {
		if (to.tables().isEmpty() || isRefused(from, to, false)) {
			return;
		}
		MigrationPlan plan = Planner.plan(from, to, ASIS, List.of(), false);
		assertThat(plan.steps()).noneMatch(Step::destroys);
		assertThat(plan.withheld()).allMatch(Step::destroys);
		assertThat(Metadata.diff(plan.after(), to)).map(Loss::of)
			.as("what is left is withheld")
			.hasSameSizeAs(plan.withheld());
		assertThat(Planner.plan(plan.after(), to, ASIS, List.of(), false).steps()).isEmpty();
	}

	private static boolean isRefused(Metadata from, Metadata to, boolean destroy) {
		try {
			Planner.plan(from, to, ASIS, List.of(), destroy);
			return false;
		}
		catch (MigrationRefusedException ex) {
			return true;
		}
	}

	@Example
	void isEmptyForWhatIsThere() {
		MigrationPlan plan = plan(metadata(AUTHOR, BOOK), metadata(AUTHOR, BOOK));
		assertThat(plan.steps()).isEmpty();
		assertThat(plan).hasToString("Database 'primary' has what its models ask for");
	}

	@Example
	void renamesWhatWasCalledOtherwise() {
		Table writer = table("writer", List.of(ID, Column.of("full_name", NAME.type(), false)));
		TableRenamed table = new TableRenamed(AUTHOR.name(), "writer");
		ColumnRenamed column = new ColumnRenamed(writer.name(), "name", "full_name");
		MigrationPlan plan = plan(metadata(AUTHOR), metadata(writer), table, column);
		assertThat(plan.steps()).extracting(Step::change)
			.contains(table, column)
			.doesNotHaveAnyElementsOfTypes(Change.TableAdded.class, Change.ColumnAdded.class);
		assertThat(plan.withheld()).isEmpty();
		assertThat(plan.hints()).isEmpty();
		assertThat(plan(metadata(writer), metadata(writer), table, column).steps()).as("it has the name already")
			.isEmpty();
		assertThat(plan(metadata(BOOK), metadata(BOOK, writer), table, column).steps()).as("there is nothing to rename")
			.extracting((step) -> step.change().describe())
			.containsExactly("Table 'writer' is added");
	}

	@Example
	void asksWhetherAColumnOfAnotherSizeIsCalledOtherwise() {
		for (ColumnType type : List.of(ColumnType.varchar(50), ColumnType.of(Kind.CLOB))) {
			Table renamed = with(without(AUTHOR, "name"), Column.of("title", type, true));
			assertThat(plan(metadata(AUTHOR), metadata(renamed)).hints())
				.containsExactly("Did you mean a rename, from 'name' to column 'title' of table 'author'? "
						+ "Then mark it @RenamedFrom(\"name\")");
		}
		Table other = with(without(AUTHOR, "name"), Column.of("title", ID.type(), true));
		assertThat(plan(metadata(AUTHOR), metadata(other)).hints()).isEmpty();
	}

	@Example
	void offersTheRenameForAColumnThatRowsCannotHave() {
		Table renamed = with(without(AUTHOR, "name"), Column.of("title", ColumnType.varchar(50), false));
		assertThatExceptionOfType(MigrationRefusedException.class)
			.isThrownBy(() -> plan(metadata(AUTHOR), metadata(renamed)))
			.withMessageEndingWith("; or, if it is column 'name' by another name, mark it @RenamedFrom(\"name\")");
	}

	@Example
	void refusesARenameBesideANewTableOfTheOldName() {
		Table writer = table("writer", AUTHOR.columns());
		TableRenamed rename = new TableRenamed(AUTHOR.name(), "writer");
		assertThatExceptionOfType(MigrationRefusedException.class)
			.isThrownBy(() -> plan(metadata(AUTHOR), metadata(AUTHOR, writer), rename))
			.withMessageEndingWith("table 'writer' was called 'author' before, and a model has a table 'author' today; "
					+ "generate the rename without that model first, or remove @RenamedFrom");
		assertThat(plan(metadata(writer), metadata(AUTHOR, writer), rename).steps()).as("it is renamed already")
			.hasSize(1);
	}

	@Example
	void keepsWhatIsNoLongerAskedForAndAsksAboutRenames() {
		Table renamed = with(without(AUTHOR, "name"), Column.of("full_name", NAME.type(), true));
		MigrationPlan plan = plan(metadata(AUTHOR, BOOK), metadata(renamed));
		assertThat(plan).hasToString(
				"""
						Column 'full_name' of type VARCHAR(20) is added to table 'author'
						Column 'name' of table 'author' changes: nullable from false to true
						withheld: Table 'book' is removed; values that are stored can be lost
						withheld: Column 'name' is removed from table 'author'; values that are stored can be lost
						Did you mean a rename, from 'name' to column 'full_name' of table 'author'? Then mark it @RenamedFrom("name")""");
		assertThat(texts(Planner.plan(metadata(AUTHOR, BOOK), metadata(renamed), ASIS, List.of(), true).steps()))
			.containsExactly("Table 'book' is removed; values that are stored can be lost",
					"Column 'full_name' of type VARCHAR(20) is added to table 'author'",
					"Column 'name' is removed from table 'author'; values that are stored can be lost");
		Table writer = table("writer", AUTHOR.columns());
		assertThat(plan(metadata(AUTHOR), metadata(writer)).hints()).containsExactly(
				"Did you mean a rename, from 'author' to table 'writer'? Then mark it @RenamedFrom(\"author\")");
	}

	@Example
	void keepsTypesThatHoldMore() {
		Table shorter = with(AUTHOR, Column.of("name", ColumnType.varchar(10), true));
		MigrationPlan plan = plan(metadata(AUTHOR), metadata(shorter));
		assertThat(texts(plan.steps()))
			.containsExactly("Column 'name' of table 'author' changes: nullable from false to true");
		assertThat(texts(plan.withheld()))
			.containsExactly("Column 'name' of table 'author' changes: type from VARCHAR(20) "
					+ "to VARCHAR(10), nullable from false to true; values that are stored can be lost");
		assertThat(plan(metadata(shorter), metadata(with(shorter, Column.of("name", ColumnType.of(Kind.CLOB), true))))
			.withheld()).isEmpty();
	}

	@Example
	void refusesColumnsThatRefuseTheRowsThatAreThere() {
		Table more = with(with(AUTHOR, Column.of("born", ColumnType.of(Kind.DATE), false)),
				Column.of("died", ColumnType.of(Kind.DATE), false));
		assertThatExceptionOfType(MigrationRefusedException.class)
			.isThrownBy(() -> plan(metadata(AUTHOR), metadata(more)))
			.withMessageStartingWith(
					"The migration of database 'primary' cannot be planned: column 'born' is added to table "
							+ "'author', whose rows have no value for it, and cannot be null; give it a default "
							+ "(columnDefinition = \"DATE default …\"), or let it be null in one migration, fill it, and make it "
							+ "not null in the next; column 'died' ")
			.satisfies((refused) -> assertThat(refused.getReasons()).hasSize(2))
			.returns("primary", MigrationRefusedException::getDatabase);
		Column valued = new Column("born", ColumnType.of(Kind.DATE), false, false, "current_date", null);
		assertThat(plan(metadata(AUTHOR), metadata(with(AUTHOR, valued))).steps()).hasSize(1);
		assertThat(plan(metadata(new Table[0]), metadata(more)).steps()).as("of a table that is new").hasSize(1);
	}

	@Example
	void refusesToDropEverythingForWantOfModels() {
		assertThatExceptionOfType(MigrationRefusedException.class)
			.isThrownBy(() -> Planner.plan(metadata(AUTHOR, BOOK), metadata(new Table[0]), ASIS, List.of(), true))
			.withMessage(
					"The migration of database 'primary' cannot be planned: there are no models, and the state has 2 "
							+ "tables, all of which would be dropped; check which models are registered for this database");
		assertThat(plan(metadata(new Table[0]), metadata(new Table[0])).steps()).isEmpty();
	}

	@Example
	void takesForeignKeysOutOfTheWay() {
		Column wide = Column.of("id", ColumnType.decimal(30, 0), false);
		Table author = with(AUTHOR, wide);
		MigrationPlan plan = Planner.plan(metadata(AUTHOR, BOOK),
				metadata(author, with(BOOK, Column.of("author_id", wide.type(), true))), ASIS, List.of(), true);
		assertThat(texts(plan.steps())).hasSize(4)
			.startsWith("Foreign key 'fk_book' from [author_id] to author[id] is removed from table 'book'")
			.endsWith("Foreign key 'fk_book' from [author_id] to author[id] is added to table 'book'");
		Table unindexed = new Table(BOOK.name(), BOOK.columns(), BOOK.primaryKey(), List.of(), List.of(),
				BOOK.foreignKeys(), List.of(), null);
		assertThat(plan(metadata(AUTHOR, BOOK), metadata(AUTHOR, unindexed)).steps()).as("an index that it uses")
			.hasSize(3);
		Table keyed = new Table(AUTHOR.name(), AUTHOR.columns(), new PrimaryKey("other", List.of("id")), List.of(),
				List.of(), List.of(), List.of(), null);
		assertThat(plan(metadata(AUTHOR, BOOK), metadata(keyed, BOOK)).steps()).as("the key it refers to").hasSize(3);
		assertThat(plan(metadata(AUTHOR, BOOK), metadata(with(AUTHOR, Column.of("x", ID.type(), true)), BOOK)).steps())
			.hasSize(1);
	}

	@Example
	void knowsWhichTypesHoldAllOfOthers() {
		assertThat(isLoss(ColumnType.of(Kind.INTEGER), ColumnType.of(Kind.BIGINT))).isFalse();
		assertThat(isLoss(ColumnType.of(Kind.BIGINT), ColumnType.of(Kind.INTEGER))).isTrue();
		assertThat(isLoss(ColumnType.decimal(10, 2), ColumnType.decimal(11, 3))).isFalse();
		assertThat(isLoss(ColumnType.decimal(10, 2), ColumnType.decimal(10, 3))).isTrue();
		assertThat(isLoss(ColumnType.of(Kind.TIMESTAMP), ColumnType.time(Kind.TIMESTAMP, 3))).isTrue();
		assertThat(isLoss(ColumnType.time(Kind.TIMESTAMP, 3), ColumnType.of(Kind.TIMESTAMP))).isFalse();
		assertThat(isLoss(ColumnType.character(2), ColumnType.character(3))).isTrue();
		assertThat(isLoss(ColumnType.verbatim("x"), ColumnType.verbatim("y"))).isTrue();
	}

	private static boolean isLoss(ColumnType before, ColumnType after) {
		return Loss
			.of(new Change.ColumnChanged(AUTHOR.name(), Column.of("c", before, true), Column.of("c", after, true)));
	}

	@Provide
	Arbitrary<Metadata> states() {
		return RandomMetadata.metadata();
	}

}
