package io.dbregistry.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.dbregistry.model.ModelDefinitionException.Problem;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Collections as they are declared. */
class CollectionDefinitionTests {

	@Model
	record Review(@Id long id, @ManyToOne Ref<Wrong> wrong, @ManyToOne Ref<Review> answered) {
	}

	@Model
	static class Wrong {

		@Id
		long id;

		@OneToMany
		List<Review> alone;

		@OneToMany(mappedBy = "wrongg")
		List<Review> misspelt;

		@OneToMany(mappedBy = "wrong")
		ArrayList<Review> array;

		@OneToMany(mappedBy = "wrong", fetch = FetchType.EAGER)
		List<Review> eager;

		@OneToMany(mappedBy = "wrong", cascade = CascadeType.ALL)
		List<Review> cascading;

		@OneToMany(mappedBy = "wrong")
		@OrderBy("idd desc")
		List<Review> ordered;

		@ManyToMany(mappedBy = "wrongs")
		Set<Review> inverse;

		@ManyToMany(mappedBy = "wrongs")
		@JoinTable
		Set<Review> joined;

		@OneToMany(mappedBy = "wrong")
		List<String> texts;

		Part part;

	}

	@Embeddable
	static class Part {

		int width;

		@ManyToMany
		List<Review> reviews;

	}

	@Test
	void refusesWhatCannotBeACollection() {
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class,
				() -> Models.from(List.of(Review.class, Wrong.class), List.of()));
		assertThat(ex.getProblems()).extracting(Problem::toString)
			.map((text) -> text.replaceAll("^[^\\s:]*\\$\\d*\\w+\\.", ""))
			.containsExactly(
					"cascading: @OneToMany(cascade = …) is not supported; remove it: each object is written by its own repository",
					"reviews: an embedded object cannot have collections, nor @OneToOne with mappedBy; declare it in the model",
					"alone: @OneToMany without mappedBy would need a table of its own; name the @ManyToOne attribute of 'Review' as mappedBy, or use @ManyToMany",
					"misspelt: mappedBy = \"wrongg\" names no reference from 'Review' to 'Wrong' (near: 'wrong'); correct the name",
					"array: 'java.util.ArrayList<%s>' cannot be a collection of objects of a model; declare it as List, Set or Collection of the class of a model"
						.formatted(Review.class.getName()),
					"eager: a collection is read on request, never with its owner; leave fetch out, and ask for it: repository.fetch(object, \"eager\")",
					"ordered: @OrderBy names 'idd', which is no attribute of 'Review' (near: 'id'); correct the name",
					"inverse: mappedBy = \"wrongs\" names no @ManyToMany collection from 'Review' to 'Wrong' (known: none); correct the name",
					"joined: @JoinTable is for the side of @ManyToMany without mappedBy; remove one of them",
					"texts: 'java.util.List<java.lang.String>' cannot be a collection of objects of a model: 'java.lang.String' has neither @Model nor @Entity; make the elements a model with a @ManyToOne reference to this one");
	}

	@Model
	record Post(@Id long id, @OneToMany List<String> tags, @OneToMany(mappedBy = "answered") List<Review> reviews) {
	}

	@Test
	void namesTheWayOfARecord() {
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class,
				() -> Models.from(List.of(Review2.class, Post.class), List.of()));
		assertThat(ex.getProblems()).extracting(Problem::toString)
			.map((text) -> text.replaceAll("^[^\\s:]*\\$\\d*\\w+\\.", ""))
			.containsExactly(
					"tags: 'java.util.List<java.lang.String>' cannot be a collection of objects of a model: 'java.lang.String' has neither @Model nor @Entity; make the elements a model with a @ManyToOne reference to this one",
					"reviews: a record cannot have a collection, which is read later than the record; leave it out and query the other side, whose Ref leads here: registry.query(Review.class).filter(…)");
	}

	@Model
	static class Shelf {

		@Id
		long id;

		@OneToMany(mappedBy = "shelf")
		List<Volume> volumes;

	}

	@Model
	record Volume(@Id long id, @ManyToOne Ref<Shelf> shelf) {
	}

	@Test
	void waitsForTheElements() {
		Models models = Models.from(List.of(Review2.class), List.of());
		models.register(Shelf.class);
		assertThat(catchThrowableOfType(UnresolvedReferenceException.class, () -> models.get(Shelf.class).table()))
			.hasMessageContaining("Volume");
		models.register(Volume.class);
		Attribute volumes = models.get(Shelf.class).attribute("volumes");
		assertThat(volumes.columns()).isEmpty();
		assertThat(volumes.target()).isSameAs(models.get(Volume.class));
		assertThat(volumes.link().owner().name()).isEqualTo("shelf");
	}

	@Model
	record Review2(@Id long id) {
	}

	@Model(reflected = true)
	static class Their {

		@Id
		long id;

		@ManyToMany
		Set<Review> reviews;

	}

	@Test
	void leavesTheTableOfARelationToWhoeverMadeThatOfItsOwner() {
		Models models = Models.from(List.of(), List.of());
		models.register(Their.class, Review.class);
		assertThat(models.get("TheirReviews").kind()).isEqualTo(ModelKind.REFLECTED);
	}

}
