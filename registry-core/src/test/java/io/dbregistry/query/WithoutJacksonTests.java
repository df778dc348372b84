package io.dbregistry.query;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import io.dbregistry.model.Model;
import io.dbregistry.model.ModelDefinitionException;
import io.dbregistry.model.Models;
import io.dbregistry.testsupport.OtherJvm;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What is possible without Jackson, which is optional. */
class WithoutJacksonTests {

	record Line(String product) {
	}

	@Model
	record Order(@Id @GeneratedValue Long id, @Column(columnDefinition = "json") List<Line> lines) {
	}

	@Model
	record Note(@Id @GeneratedValue Long id, @Column(columnDefinition = "json") Map<String, Object> plain) {
	}

	@Test
	void storesMapsAndNamesTheDependencyThatOtherClassesNeed(@TempDir Path directory) throws Exception {
		assertThat(OtherJvm.runWithout("jackson-", WithoutJacksonTests.class, directory.resolve("output")))
			.contains("stored {a=[1]}")
			.contains("type 'java.util.List<%s>' becomes JSON by Jackson 3, which is not on the class path"
				.formatted(Line.class.getTypeName()))
			.contains("add the dependency 'tools.jackson.core:jackson-databind'");
		assertThat(Models.from(List.of(Order.class), List.of()).names()).containsExactly("Order");
	}

	/** Prints what was stored, and what is wrong with a model. */
	public static void main(String[] arguments) {
		try (QueryFixture fixture = QueryFixture.open(TestServer.H2, Note.class)) {
			Note note = fixture.repository(Note.class).create(new Note(null, Map.of("a", List.of(1))));
			System.out.println("stored " + fixture.repository(Note.class).get(note.id()).plain());
		}
		try {
			System.out.println("registered " + Models.from(List.of(Order.class), List.of()).names());
		}
		catch (ModelDefinitionException ex) {
			System.out.println(ex.getProblems());
		}
	}

}
