package io.dbregistry.model;

import java.util.List;

import io.dbregistry.model.ModelDefinitionException.Problem;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinTable;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.OneToOne;
import jakarta.persistence.OrderBy;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Sides of one-to-one relations that have no column, as they are declared. */
class InverseDefinitionTests {

	@Model
	record Profile(@Id long id, @OneToOne Ref<Wrong> wrong, @ManyToOne Ref<Profile> other, String text) {
	}

	@Model
	static class Wrong {

		@Id
		long id;

		@OneToOne(mappedBy = "wrongg")
		Profile misspelt;

		@OneToOne(mappedBy = "other")
		Profile elsewhere;

		@OneToOne(mappedBy = "text")
		Ref<Profile> value;

		@OneToOne(mappedBy = "wrong")
		String text;

		@SuppressWarnings("rawtypes")
		@OneToOne(mappedBy = "wrong")
		Ref raw;

		@OneToOne(mappedBy = "wrong", targetEntity = Wrong.class)
		Ref<Profile> target;

		@OneToOne(mappedBy = "wrong", optional = false)
		Profile sure;

		@OneToOne(mappedBy = "wrong")
		@JoinColumn(name = "x")
		Profile joined;

		@OneToOne(mappedBy = "wrong")
		@Column
		Profile column;

		@OneToOne(mappedBy = "wrong")
		@Convert
		@OrderBy
		Profile converted;

		@OneToOne(mappedBy = "wrong", cascade = CascadeType.ALL, orphanRemoval = true)
		Profile cascading;

		@ManyToOne
		@JoinTable
		Ref<Profile> table;

		Part part;

	}

	@Embeddable
	static class Part {

		int width;

		@OneToOne(mappedBy = "wrong")
		Profile profile;

	}

	@Model
	record Complete(@Id long id, @OneToOne(mappedBy = "other") Profile profile) {
	}

	@Test
	void refusesWhatCannotBeMappedByTheOtherSide() {
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class,
				() -> Models.from(List.of(Profile.class, Wrong.class, Complete.class), List.of()));
		String ref = "io.dbregistry.model.Ref";
		assertThat(ex.getProblems()).extracting(Problem::toString)
			.map((text) -> text.replaceAll("^[^\\s:]*\\$\\d*\\w+\\.", ""))
			.containsExactly(
					"cascading: @OneToOne(cascade = …) is not supported; remove it: each object is written by its own repository",
					"cascading: @OneToOne(orphanRemoval = …) is not supported; remove it: each object is written by its own repository",
					"converted: @OrderBy is for collections; remove it",
					"table: @JoinTable is for collections; remove it",
					"profile: an embedded object cannot have collections, nor @OneToOne with mappedBy; declare it in the model",
					"misspelt: mappedBy = \"wrongg\" names no reference from 'Profile' to 'Wrong' (near: 'wrong'); correct the name",
					"elsewhere: mappedBy = \"other\" names no reference from 'Profile' to 'Wrong' (known: 'wrong'); correct the name",
					"value: mappedBy = \"text\" names no reference from 'Profile' to 'Wrong' (known: 'wrong'); correct the name",
					"text: 'java.lang.String' leads to no model; declare it as a class marked with @Model, or as Ref of one",
					"raw: '" + ref + "' leads to no model; declare it as a class marked with @Model, or as Ref of one",
					"target: targetEntity '%s' is no '%s<%s>'; name the class that is referred to, or leave targetEntity out"
						.formatted(Wrong.class.getName(), ref, Profile.class.getName()),
					"sure: optional = false cannot be kept by the side with mappedBy, which has no column; remove it",
					"joined: what refers here from elsewhere has no column for @JoinColumn; remove it",
					"column: what refers here from elsewhere has no column for @Column; remove it",
					"converted: what refers here from elsewhere has no column for @Convert; remove it",
					"profile: a record cannot have what refers to it, which is read later than the record; leave it out and query the other side: registry.query(Profile.class).filter(\"other\", …)");
	}

	@Model
	static class Member {

		@Id
		long id;

		@OneToOne(mappedBy = "member", fetch = FetchType.LAZY)
		Card card;

	}

	@Model
	record Card(@Id long id, @OneToOne Ref<Member> member) {
	}

	@Test
	void waitsForTheOtherSide() {
		Models models = Models.from(List.of(), List.of());
		models.register(Member.class);
		assertThatExceptionOfType(UnresolvedReferenceException.class).isThrownBy(() -> models.get(Member.class).table())
			.withMessageContaining("Card");
		models.register(Card.class);
		Attribute card = models.get(Member.class).attribute("card");
		assertThat(card.kind()).isEqualTo(Attribute.Kind.INVERSE);
		assertThat(card.columns()).isEmpty();
		assertThat(card.target()).isSameAs(models.get(Card.class));
		assertThat(models.get(Member.class).backwards()).containsOnlyKeys("card");
		models.onRegister("Card", (model) -> model.attribute("member").column("owner"));
		assertThat(models.get(Member.class).attribute("card").link().owner().columns().get(0).name())
			.isEqualTo("owner");
	}

}
