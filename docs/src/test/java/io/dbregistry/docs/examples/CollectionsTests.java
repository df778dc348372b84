package io.dbregistry.docs.examples;

import java.util.List;
import java.util.Set;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.model.Row;
import io.dbregistry.query.ModelRepository;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class CollectionsTests {

	// tag::collections[]
	@Model
	static class Shelf {

		@Id
		@GeneratedValue
		private Long id;

		@OneToMany(mappedBy = "shelf")
		@OrderBy("title")
		private List<Volume> volumes;

		@ManyToMany
		private Set<Tag> tags;

	}

	@Model
	record Volume(@Id @GeneratedValue Long id, String title, @ManyToOne Ref<Shelf> shelf) {
	}

	@Model
	record Tag(@Id String name) {
	}
	// end::collections[]

	// tag::inverse[]
	@Model
	static class Member {

		@Id
		@GeneratedValue
		private Long id;

		@OneToOne(mappedBy = "member")
		private Profile profile;

	}

	@Model
	record Profile(@Id @GeneratedValue Long id, String text, @OneToOne Ref<Member> member) {
	}
	// end::inverse[]

	@Test
	void fetchesTheOtherSide() {
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:inverse")
			.models(Member.class, Profile.class)
			.build();
		try (Lease lease = registry.open("docs")) {
			registry.schemas().createAll();
			Long id = registry.repository(Member.class).create(new Member()).id;
			registry.repository(Profile.class).create(new Profile(null, "Reader", Ref.of(Member.class, id)));
			// tag::fetch-inverse[]
			ModelRepository<Member> members = registry.repository(Member.class);
			Member member = members.get(id); // profile is null
			members.fetch(member, "profile"); // one statement
			// end::fetch-inverse[]
			assertThat(member.profile.text()).isEqualTo("Reader");
		}
	}

	@Test
	void fetchesCollections() {
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:collections")
			.models(Shelf.class, Volume.class, Tag.class)
			.build();
		try (Lease lease = registry.open("docs")) {
			registry.schemas().createAll();
			Long id = registry.repository(Shelf.class).create(new Shelf()).id;
			registry.repository(Volume.class).create(new Volume(null, "Solaris", Ref.of(Shelf.class, id)));
			registry.repository(Tag.class).create(new Tag("sf"));
			// tag::fetch[]
			registry.repository("ShelfTags")
				.create(new Row().set("shelf", Ref.of(Shelf.class, id)).set("tag", Ref.of(Tag.class, "sf")));

			ModelRepository<Shelf> shelves = registry.repository(Shelf.class);
			Shelf shelf = shelves.get(id);
			shelves.fetch(shelf, "volumes", "tags"); // two statements
			shelf.volumes.get(0).title(); // Solaris
			// end::fetch[]
			assertThat(shelf.volumes).extracting(Volume::title).containsExactly("Solaris");
			assertThat(shelf.tags).containsExactly(new Tag("sf"));
		}
	}

}
