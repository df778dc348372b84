package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.metadata.Table;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What every product that checks them owes tables that refer to each other. */
abstract class CirclesContractTests extends SchemaTestBase {

	CirclesContractTests(TestServer server) {
		super(server);
	}

	@Test
	void refuseRowsThatReferToNothing() {
		create(SampleTables.referring("hen", "egg"), SampleTables.referring("egg", "chick"),
				SampleTables.referring("chick", "hen"), SampleTables.referring("farm", "chick"));
		List<String> names = List.of("hen", "egg", "chick", "farm");
		names.forEach((table) -> assertRefused("insert into %s values (1, 7)".formatted(table)));
		names.forEach((table) -> execute("insert into %s (id) values (1)".formatted(table)));
		names.forEach((table) -> execute("update %s set other = 1".formatted(table)));
		assertRefused("delete from hen");
	}

	@ParameterizedTest
	@CsvSource({ "nowhere, id", "hen, text", "egg, text", "free, text", "free, other" })
	void haveNoReferencesToWhatIsNoKeyOfTheirType(String target, String column) {
		execute("create table free (id bigint primary key, other bigint, text varchar(20))");
		for (String wrong : List.of("hen", "egg", "chick")) {
			Table[] tables = List.of("hen>egg", "egg>chick", "chick>hen").stream().map((name) -> {
				String[] ends = name.split(">");
				return ends[0].equals(wrong) ? SampleTables.referring(ends[0], ends[1], target, column)
						: SampleTables.referring(ends[0], ends[1]);
			}).toArray(Table[]::new);
			assertThatExceptionOfType(SchemaException.class).isThrownBy(() -> create(tables))
				.withMessageStartingWith("Creating the tables of database 'primary' failed at statement ")
				.withMessageEndingWith("; correct that and try again");
			for (String table : List.of("hen", "egg", "chick")) {
				assertRefused("select * from " + table);
			}
		}
		assertThat(count("free")).isZero();
	}

	@Test
	void areDroppedTogetherUnlessOthersReferToThem() {
		Table[] circle = { SampleTables.referring("hen", "egg"), SampleTables.referring("egg", "hen") };
		create(circle);
		execute("create table shell (id int, egg bigint, foreign key (egg) references egg (id))");
		DdlRun run = new DdlRun(this.database, List.of(circle), List.of());
		assertThatExceptionOfType(SchemaException.class).isThrownBy(run::drop);
		assertRefused("insert into hen values (1, 7)");
		assertRefused("insert into egg values (1, 7)");
		execute("drop table shell");
		run.drop();
		assertRefused("select * from hen");
		assertRefused("select * from egg");
	}

	final void create(Table... tables) {
		new DdlRun(this.database, List.of(tables), List.of()).create();
	}

}
