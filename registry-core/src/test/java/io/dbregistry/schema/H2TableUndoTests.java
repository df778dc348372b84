package io.dbregistry.schema;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.database.Database;
import io.dbregistry.database.Lease;
import io.dbregistry.testsupport.EchoedStatements;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class H2TableUndoTests extends TableUndoContractTests {

	H2TableUndoTests() {
		super(TestServer.H2, 0);
	}

	@Test
	void logsThatItLooksForRows() {
		execute("create table author (id int)");
		Database echoing = Database.create("primary", this.testDatabase.url(),
				(settings) -> settings.username(this.testDatabase.username())
					.password(this.testDatabase.password())
					.echo(true));
		List<Boolean> answers = new ArrayList<>();
		try (EchoedStatements echoed = new EchoedStatements(); Lease lease = echoing.acquire("test")) {
			DdlSession.run(echoing, "Asking", (session) -> answers.add(session.hasRows(SampleTables.table("author"))));
			assertThat(echoed.lines()).singleElement().asString().endsWith("select exists (select 1 from \"AUTHOR\")");
		}
		assertThat(answers).containsExactly(false);
	}

}
