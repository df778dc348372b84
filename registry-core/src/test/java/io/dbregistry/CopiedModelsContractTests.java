package io.dbregistry;

import java.util.List;
import java.util.Set;

import io.dbregistry.database.Lease;
import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelDefinitionException;
import io.dbregistry.model.ModelKind;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import io.dbregistry.model.NamingStrategy;
import io.dbregistry.model.NotReflectedException;
import io.dbregistry.model.Ref;
import io.dbregistry.model.Row;
import io.dbregistry.model.UnresolvedReferenceException;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Embeddable;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** Models of every kind in copies of their registry. */
abstract class CopiedModelsContractTests {

	@Model
	static class Shelf {

		@Id
		@GeneratedValue
		@Nullable Long id;

		@ManyToMany
		@Nullable Set<Tag> tags;

		@OneToMany(mappedBy = "shelf")
		@Nullable List<Volume> volumes;

		@Nullable Place place;

	}

	@Model
	static class Tag {

		@Id
		@Nullable String name;

		@ManyToMany(mappedBy = "tags")
		@Nullable Set<Shelf> shelves;

	}

	@Model
	static class Volume {

		@Id
		@GeneratedValue
		@Nullable Long id;

		@ManyToOne
		@Nullable Ref<Shelf> shelf;

	}

	@Embeddable
	static class Place {

		@Nullable String room;

	}

	@Model(tenant = true)
	record Visit(@Id long id) {
	}

	private final TestServer server;

	private TestDatabase database;

	private Registry registry;

	CopiedModelsContractTests(TestServer server) {
		this.server = server;
	}

	@BeforeEach
	void build() {
		this.database = this.server.create();
		this.registry = Registry.builder()
			.database(this.database.url(),
					(settings) -> settings.username(this.database.username()).password(this.database.password()))
			.models(Shelf.class, Tag.class, Volume.class, Visit.class)
			.naming(NamingStrategy.PLURAL)
			.tablePrefix("lib_")
			.build();
	}

	@AfterEach
	void close() {
		if (this.database != null) { // null when there is no server and the test is
										// skipped
			this.database.close();
		}
	}

	private static void tagsOneShelf(Registry registry) {
		Shelf shelf = registry.repository(Shelf.class).create(new Shelf());
		Tag tag = new Tag();
		tag.name = "sf" + shelf.id;
		registry.repository(Tag.class).create(tag);
		registry.repository("ShelfTags")
			.create(new Row().set("shelf", Ref.of(Shelf.class, shelf.id)).set("tag", Ref.of(Tag.class, tag.name)));
		Shelf found = registry.repository(Shelf.class).fetch(shelf, "tags");
		assertThat(found.tags).singleElement().satisfies((one) -> assertThat(one.name).isEqualTo(tag.name));
		assertThat(registry.repository(Tag.class).fetch(tag, "shelves").shelves).hasSize(1);
	}

	@Test
	void joinModelsJoinTheModelsOfTheCopy() {
		this.registry.models().onRegister("ShelfTags", (model) -> model.table("tagged"));
		Registry before = this.registry.copy();
		Models models = before.models();
		ModelType<?> join = models.get("ShelfTags");
		assertThat(models.of(ModelKind.JOIN)).containsExactly(join).doesNotContain(original("ShelfTags"));
		assertThat(join.table()).isEqualTo(original("ShelfTags").table());
		assertThat(join.table().name().name()).isEqualTo("tagged");
		assertThat(join.attribute("shelf").target()).isSameAs(models.get(Shelf.class));
		assertThat(join.attribute("tag").target()).isSameAs(models.get(Tag.class));
		assertThat(models.get(Tag.class).attribute("shelves").target()).isSameAs(models.get(Shelf.class));
		assertThat(models.get(Shelf.class).backward("volumes").model()).isSameAs(models.get(Volume.class));
		try (Lease lease = this.registry.open()) {
			this.registry.schemas().createAll();
			tagsOneShelf(before);
			tagsOneShelf(this.registry.copy());
			assertThat(this.registry.query("ShelfTags").count()).isEqualTo(2);
			assertThat(lease.holder()).isNotEmpty();
		}
	}

	private ModelType<?> original(String name) {
		return this.registry.models().get(name);
	}

	@Test
	void joinModelsStayOutWithEitherEnd() {
		this.registry.models().onRegister("Tag", (model) -> model.copied(false));
		Models copy = this.registry.copy().models();
		assertThat(copy.names()).containsExactly("Shelf", "Volume", "Visit");
		assertThatExceptionOfType(UnresolvedReferenceException.class).isThrownBy(copy.get(Shelf.class)::table)
			.satisfies((ex) -> assertThat(ex.getTarget()).isEqualTo("Tag"));
		copy.register(Tag.class);
		assertThat(copy.get("ShelfTags").attribute("tag").target()).isSameAs(copy.get(Tag.class));
		assertThat(original("ShelfTags").attribute("tag").target()).isSameAs(original("Tag"));
	}

	@Test
	void joinModelsStayOutWithTheirCollection() {
		this.registry.models().onRegister("Tag", (model) -> model.attribute("shelves").copied(false));
		this.registry.models().onRegister("Shelf", (model) -> model.attribute("tags").copied(false));
		assertThat(this.registry.copy().models().names()).containsExactly("Shelf", "Tag", "Volume", "Visit");
		assertThat(this.registry.models().names()).contains("ShelfTags");
	}

	@Test
	void whatNeedsAnAttributeThatStaysOutIsNamed() {
		this.registry.models().onRegister("Volume", (model) -> model.attribute("shelf").copied(false));
		assertThatExceptionOfType(ModelDefinitionException.class).isThrownBy(this.registry::copy)
			.withMessageContaining("Shelf.volumes: mappedBy = \"shelf\" names no reference from 'Volume' to 'Shelf'");
		this.registry.models().onRegister("Shelf", (model) -> model.attribute("volumes").copied(false));
		assertThat(this.registry.copy().models().get(Volume.class).attributes()).hasSize(1);
	}

	@Test
	void aPartOfAnEmbeddedObjectCannotStayOut() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> this.registry.models()
				.onRegister("Shelf", (model) -> model.attribute("place.room").copied(false)))
			.withMessage("Attribute 'place.room' of model 'Shelf' cannot stay out of copies: "
					+ "keys, records and embedded objects are copied as a whole; leave the model out instead");
	}

	@Test
	void neitherIsChangedByTheOtherWhenAllIsMadeAnew() {
		Registry copy = this.registry.copy();
		copy.models().onRegister("Shelf", (model) -> {
			model.attribute("place.room").length(7);
			model.index("room").comment("changed");
		});
		copy.models().onRegister("Volume", (model) -> model.attribute("shelf").column("place"));
		this.registry.models().onRegister("ShelfTags", (model) -> model.attribute("tag").column("label"));
		this.registry.models().invalidate();
		copy.models().invalidate();
		assertThat(original("Shelf").table().comment()).isNull();
		assertThat(original("Shelf").table().indexes()).isEmpty();
		assertThat(room(this.registry)).isEqualTo(ColumnType.varchar(255));
		assertThat(room(copy)).isEqualTo(ColumnType.varchar(7));
		assertThat(original("Volume").table().columns()).extracting(Column::name).containsExactly("id", "shelf_id");
		assertThat(copy.models().get("ShelfTags").table().columns()).extracting(Column::name)
			.containsExactly("shelf_id", "tag_name");
	}

	private static ColumnType room(Registry registry) {
		return registry.models().get(Shelf.class).attribute("place.room").columns().get(0).type();
	}

	@Test
	void settingsAndKindsAreThoseOfTheOriginal() {
		Registry copy = this.registry.copy();
		assertThat(copy.models().of(ModelKind.TENANT)).containsExactly(copy.models().get(Visit.class));
		assertThat(copy.models().names()).isEqualTo(this.registry.models().names());
		assertThat(copy.models().register("Note", (model) -> model.add("text", String.class)).table().name().name())
			.isEqualTo("lib_notes");
		assertThatExceptionOfType(ModelDefinitionException.class)
			.isThrownBy(() -> copy.models().register("Other", (model) -> model.database("elsewhere")));
	}

	@Test
	void reflectedModelsReadTheirTablesWhenTheCopyIsOpened() {
		this.registry.models().register("Legacy", (model) -> model.reflected().table("legacy"));
		Registry before = this.registry.copy();
		try (Lease original = this.registry.databases().primary().acquire("maker")) {
			this.registry.databases()
				.primary()
				.jdbcClient()
				.sql("create table legacy (id int not null primary key)")
				.update();
			try (Lease own = this.registry.open()) {
				assertThat(before.models().get("Legacy")).satisfies(
						(model) -> assertThatExceptionOfType(NotReflectedException.class).isThrownBy(model::table));
				this.registry.databases().primary().jdbcClient().sql("alter table legacy add note varchar(9)").update();
				Registry after = this.registry.copy();
				for (Registry copy : List.of(before, after)) {
					try (Lease lease = copy.open()) {
						assertThat(copy.models().get("Legacy").attributes()).hasSize(2);
						copy.query("Legacy").filter("note", "x").count();
						assertThat(lease).isNotNull();
					}
				}
				assertThat(original("Legacy").attributes()).hasSize(1);
				assertThat(own).isNotSameAs(original);
			}
		}
	}

}
