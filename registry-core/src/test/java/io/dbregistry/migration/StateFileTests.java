package io.dbregistry.migration;

import java.util.List;

import io.dbregistry.metadata.Check;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.metadata.ColumnType.Kind;
import io.dbregistry.metadata.ForeignKey;
import io.dbregistry.metadata.ForeignKey.Action;
import io.dbregistry.metadata.Index;
import io.dbregistry.metadata.Metadata;
import io.dbregistry.metadata.PrimaryKey;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.metadata.Table;
import io.dbregistry.metadata.UniqueConstraint;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class StateFileTests {

	private static final Table AUTHOR = new Table(QualifiedName.of("author"),
			List.of(new Column("id", ColumnType.of(Kind.BIGINT), false, true, null, null),
					new Column("name", ColumnType.varchar(200), false, false, "'it''s'", "as: printed # on the cover")),
			new PrimaryKey(null, List.of("id")), List.of(new UniqueConstraint("uk_author", List.of("name"))), List.of(),
			List.of(), List.of(new Check("ck_author", "name <> ''")), "who\nwrites");

	private static final Table BOOK = new Table(new QualifiedName("shop", "book"),
			List.of(Column.of("true", ColumnType.of(Kind.BOOLEAN), true),
					Column.of("2020-01-01", ColumnType.of(Kind.DATE), true),
					Column.of("author_id", ColumnType.of(Kind.BIGINT), true),
					Column.of("tags", ColumnType.array(ColumnType.decimal(10, 2)), true),
					Column.of("search", ColumnType.verbatim("INTEGER ARRAY"), true)),
			null, List.of(),
			List.of(new Index("ix_book", true, List.of(new Index.Part("tags", true), new Index.Part("true", false)))),
			List.of(new ForeignKey("fk_book", List.of("author_id"), QualifiedName.of("author"), List.of("id"),
					Action.CASCADE, Action.SET_NULL)),
			List.of(), null);

	private static MigrationState state(Table... tables) {
		return new MigrationState("PostgreSQL", "0002_add_tags", "0001_initial", Metadata.of("primary", List.of(tables),
				List.of(new Sequence(new QualifiedName("shop", "book_seq"), 5, 50)), List.of()));
	}

	private static MigrationState read(String text) {
		return StateFileReader.read("db/registry/primary.yaml", text);
	}

	@Test
	void hasALineForEachColumnAndConstraint() {
		assertThat(StateFile.text(state(AUTHOR, BOOK))).isEqualTo(
				"""
						# What the migrations of this database lead to, written together with the last of them.
						format: 1
						database: primary
						product: PostgreSQL
						migration: 0002_add_tags
						parent: 0001_initial
						tables:
						  - table: author
						    columns:
						      id: {type: BIGINT, nullable: false, identity: true}
						      name: {type: VARCHAR(200), nullable: false, default: '''it''''s''', comment: 'as: printed # on the cover'}
						    primaryKey:
						      columns: [id]
						    uniques:
						      uk_author: [name]
						    checks:
						      ck_author: {condition: name <> ''}
						    comment: |-
						      who
						      writes
						  - table: book
						    schema: shop
						    columns:
						      'true': {type: BOOLEAN}
						      '2020-01-01': {type: DATE}
						      author_id: {type: BIGINT}
						      tags: {type: 'DECIMAL(10, 2) ARRAY'}
						      search: {verbatim: INTEGER ARRAY}
						    indexes:
						      ix_book:
						        unique: true
						        columns: [tags, 'true']
						        descending: [tags]
						    foreignKeys:
						      fk_book:
						        columns: [author_id]
						        table: author
						        references: [id]
						        onDelete: CASCADE
						        onUpdate: SET_NULL
						sequences:
						  - {sequence: book_seq, schema: shop, start: 5, increment: 50}
						""");
	}

	@Test
	void comesBackAsItWas() {
		MigrationState state = state(AUTHOR, BOOK);
		assertThat(read(StateFile.text(state))).isEqualTo(state);
		MigrationState empty = new MigrationState("H2", null, null, Metadata.of("legacy", List.of()));
		assertThat(read(StateFile.text(empty))).isEqualTo(empty);
	}

	@ParameterizedTest
	@EnumSource
	void keepsEveryKindOfType(Kind kind) {
		ColumnType type = switch (kind) {
			case CHAR -> ColumnType.character(3);
			case VARCHAR -> ColumnType.varchar(20);
			case VARBINARY -> ColumnType.varbinary(20);
			case DECIMAL -> ColumnType.decimal(5, 2);
			case ARRAY -> ColumnType.array(ColumnType.time(Kind.TIMESTAMP_WITH_TIME_ZONE, 3));
			case VERBATIM -> ColumnType.verbatim("VARCHAR(3)");
			default -> kind.isTime() ? ColumnType.time(kind, 0) : ColumnType.of(kind);
		};
		Table table = new Table(QualifiedName.of("t"), List.of(Column.of("c", type, true)), null, List.of(), List.of(),
				List.of(), List.of(), null);
		assertThat(read(StateFile.text(state(table)))).isEqualTo(state(table));
	}

	@ParameterizedTest
	@ValueSource(strings = { "null", "~", "yes", "0x1F", "1e3", "- a", "{a: b}", "a: b", "#x", "'", "\"", "\t", "é漢🙂",
			"%", "@x", "`x`", "*a", "&a", "!!int 3", " x ", "x\ny", "\u0007", "2001-12-14t21:59:43.10-05:00" })
	void keepsEveryText(String text) {
		Table table = new Table(QualifiedName.of(text.isBlank() ? "t" : text),
				List.of(new Column(text.isBlank() ? "c" : text, ColumnType.verbatim(text), true, false, text, text)),
				new PrimaryKey(text, List.of(text)), List.of(), List.of(), List.of(), List.of(new Check(text, text)),
				text);
		assertThat(read(StateFile.text(state(table)))).isEqualTo(state(table));
	}

	@Test
	void refusesMarksOfAMerge() {
		String text = StateFile.text(state(AUTHOR))
			.replace("migration: 0002_add_tags\n",
					"<<<<<<< HEAD\nmigration: 0002_add_tags\n=======\nmigration: 0002_other\n>>>>>>> other\n");
		assertThatExceptionOfType(StateFileException.class).isThrownBy(() -> read(text))
			.withMessage(
					"The state file 'db/registry/primary.yaml' cannot be read: line 5 is the mark '<<<<<<<' of a merge; "
							+ "take the file of one side, delete the migrations of the other that come after the common one, "
							+ "and generate them again")
			.returns("db/registry/primary.yaml", StateFileException::getFile);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					format: 1            | format: 2             | it has format '2', and this version of the registry knows '1'; use the version
					product: PostgreSQL  | produkt: PostgreSQL   | the file has no 'product'; restore it from version control
					type: BIGINT         | type: BIGNUM          | No enum constant
					type: BIGINT         | type: bigint          | 'bigint' is no type of a column
					type: BIGINT         | tipe: BIGINT          | 'id' in 'columns' in an entry of 'tables' has no 'type'
					identity: true       | identify: true        | 'id' in 'columns' in an entry of 'tables' has 'identify', which is not known
					table: author        | table: [author]       | an entry of 'tables' has 'table', which is no plain value
					sequences:           | sequences: 3          | line 22: mapping values are not allowed here
					database: primary    | database:             | the file has 'database' without a value
					""")
	void refusesWhatItNeverWrites(String part, String other, String message) {
		String text = StateFile.text(state(AUTHOR));
		assertThat(text).contains(part);
		assertThatExceptionOfType(StateFileException.class).isThrownBy(() -> read(text.replaceFirst(part, other)))
			.withMessageStartingWith("The state file 'db/registry/primary.yaml' cannot be read: ")
			.withMessageContaining(message);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "[]", "text", "a: &x [1]\nb: *x\nc: *x" })
	void refusesOtherYaml(String text) {
		assertThatExceptionOfType(StateFileException.class).isThrownBy(() -> read(text));
	}

}
