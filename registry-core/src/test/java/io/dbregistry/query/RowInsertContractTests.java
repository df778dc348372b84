package io.dbregistry.query;

import java.util.List;

import io.dbregistry.model.Model;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Row;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Version;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.dao.DataIntegrityViolationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What inserts of rows set, and what they leave to the database. */
abstract class RowInsertContractTests {

	@Model
	record Parcel(@Id @GeneratedValue Long id, String label, @Column(nullable = false) Integer weight,
			@Version int version) {
	}

	private final QueryFixture fixture;

	RowInsertContractTests(TestServer server) {
		this.fixture = QueryFixture.open(server, Parcel.class);
		this.fixture.models().register("Setting", (model) -> {
			model.add("name", String.class).length(20).defaultValue("'plain'");
			model.add("size", Integer.class).defaultValue("12");
			model.add("note", String.class);
		});
		this.fixture.models().onRegister("Parcel", (model) -> model.attribute("weight").defaultValue("3"));
		this.fixture.schemas().dropAll("primary");
		this.fixture.schemas().createAll("primary");
	}

	@AfterEach
	void close() {
		this.fixture.close();
	}

	@Test
	void leavesWhatIsNotSetToTheDatabase() {
		ModelRepository<Row> settings = this.fixture.repository("Setting");
		Row given = new Row().set("note", "first");
		this.fixture.executions();
		Row stored = settings.create(given);
		assertThat(this.fixture.executions()).hasSize(1).allMatch((execution) -> execution.rows() == 1);
		assertThat(stored).isSameAs(given);
		assertThat(stored.asMap()).containsOnlyKeys("note", "id");
		assertThat(settings.get(stored.get("id")).asMap()).containsEntry("name", "plain")
			.containsEntry("size", 12)
			.containsEntry("note", "first");
	}

	@Test
	void storesAnExplicitNull() {
		ModelRepository<Row> settings = this.fixture.repository("Setting");
		Row stored = settings.create(new Row().set("id", null).set("size", null));
		assertThat(stored.get("id", Long.class)).isPositive();
		assertThat(settings.get(stored.get("id")).asMap()).containsEntry("size", null).containsEntry("name", "plain");
		ModelRepository<Row> parcels = this.fixture.repository("Parcel");
		assertThatExceptionOfType(DataIntegrityViolationException.class)
			.isThrownBy(() -> parcels.create(new Row().set("weight", null)));
	}

	@Test
	void storesARowOfDefaults() {
		ModelRepository<Row> settings = this.fixture.repository("Setting");
		Row stored = settings.create(new Row());
		assertThat(settings.get(stored.get("id")).asMap()).containsEntry("name", "plain").containsEntry("size", 12);
		assertThat(settings.create(new Row()).get("id")).isNotEqualTo(stored.get("id"));
		assertThat(settings.create(new Row().set("id", 4711L)).get("id")).isEqualTo(4711L);
		assertThat(settings.query().filter("size", 12).count()).isEqualTo(3);
	}

	@Test
	void fillsColumnsOfModelsWithAClass() {
		Row stored = this.fixture.repository("Parcel").create(new Row().set("label", "books"));
		assertThat(stored.asMap()).containsOnlyKeys("label", "version", "id").containsEntry("version", 0);
		assertThat(this.fixture.repository(Parcel.class).get(stored.get("id")))
			.isEqualTo(new Parcel(stored.get("id", Long.class), "books", 3, 0));
	}

	@Test
	void givesAKeyThatIsADefault() {
		this.fixture.primary()
			.jdbcOperations()
			.execute("create table token (code varchar(20) default 'abc' not null, "
					+ "part integer default 7 not null, note varchar(20), primary key (code, part))");
		this.fixture.models().register("Token", (model) -> {
			model.add("code", String.class).key();
			model.add("part", Integer.class).key();
			model.add("note", String.class);
		});
		ModelRepository<Row> tokens = this.fixture.repository("Token");
		assertThat(tokens.create(new Row().set("note", "one")).asMap()).containsEntry("code", "abc")
			.containsEntry("part", 7);
		assertThat(tokens.create(new Row().set("code", "xyz")).asMap()).containsOnlyKeys("code", "part")
			.containsEntry("part", 7);
		assertThat(tokens.get(List.of("abc", 7)).get("note")).isEqualTo("one");
	}

	@Test
	void keepsOnlySoManyInsertsOfAModel() {
		int attributes = 8;
		this.fixture.models().register("Wide", (model) -> {
			for (int i = 0; i < attributes; i++) {
				model.add("a" + i, Integer.class);
			}
		});
		this.fixture.schemas().createAll("primary");
		ModelType<Row> wide = this.fixture.models().rows("Wide");
		RowInserts inserts = new RowInserts(wide, this.fixture.primary().dialect());
		for (int shape = 0; shape < 1 << attributes; shape++) {
			Row row = new Row();
			for (int i = 0; i < attributes; i++) {
				if ((shape & 1 << i) > 0) {
					row.set("a" + i, shape);
				}
			}
			assertThat(inserts.of(row)).isSameAs(inserts.of(row));
		}
		assertThat(inserts.size()).isEqualTo(RowInserts.MAX_SHAPES);
		assertThat(this.fixture.repository("Wide").create(new Row().set("a7", 1)).get("id")).isNotNull();
	}

}
