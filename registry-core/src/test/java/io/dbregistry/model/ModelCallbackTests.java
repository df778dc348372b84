package io.dbregistry.model;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.ColumnType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Who is told of which model, when and how often. */
class ModelCallbackTests {

	@Model
	record Author(@Id @GeneratedValue Long id, String name) {
	}

	@Model
	record Book(@Id @GeneratedValue Long id, String title, @ManyToOne Ref<Author> author) {
	}

	@Model
	record Review(@Id @GeneratedValue Long id, String text) {
	}

	private final Models models = Models.from(List.of(), List.of());

	private final List<String> told = new ArrayList<>();

	private ModelCallback as(String name) {
		return (model) -> this.told.add(name + ":" + model.name());
	}

	@Test
	void tellsEachCallbackOfEachModelInTheOrderOfRegistration() {
		this.models.onRegister(as("a"));
		this.models.onRegister("Book", as("b"));
		this.models.onRegister(as("c"));
		this.models.register(Author.class, Book.class);
		assertThat(this.told).containsExactly("a:Author", "c:Author", "a:Book", "b:Book", "c:Book");
	}

	@Test
	void tellsOfModelsThatAreThereAtOnce() {
		this.models.register(Author.class, Book.class);
		this.models.onRegister(as("all"));
		this.models.onRegister(Book.class, as("one"));
		assertThat(this.told).containsExactly("all:Author", "all:Book", "one:Book");
		this.models.register(Review.class);
		assertThat(this.told).hasSize(4).endsWith("all:Review");
	}

	@Test
	void tellsOnceOfOneModelAndAlwaysOfAll() {
		this.models.onRegister("Author", as("once"));
		this.models.onRegister("Author", Times.ALWAYS, as("always"));
		this.models.onRegister(as("all"));
		this.models.register(Author.class);
		this.models.register(Conflict.KEEP, Author.class);
		assertThat(this.told).containsExactly("once:Author", "always:Author", "all:Author");
		this.told.clear();
		this.models.register(Conflict.REPLACE, Author.class);
		assertThat(this.told).containsExactly("always:Author", "all:Author");
		this.told.clear();
		this.models.remove("Author");
		this.models.register(Author.class);
		assertThat(this.told).containsExactly("always:Author", "all:Author");
	}

	@Test
	void tellsOnceOfAllModelsOfOneRegistration() {
		this.models.onRegister(Times.ONCE, as("once"));
		this.models.register(Author.class, Book.class);
		this.models.register(Review.class);
		assertThat(this.told).containsExactly("once:Author", "once:Book");
		this.models.onRegister(Times.ONCE, as("now"));
		assertThat(this.told).hasSize(5).endsWith("now:Author", "now:Book", "now:Review");
	}

	@Test
	void tellsNoMoreAfterTheHandleIsClosed() {
		CallbackHandle handle = this.models.onRegister(as("all"));
		this.models.register(Author.class);
		handle.close();
		handle.close();
		this.models.register(Book.class);
		assertThat(this.told).containsExactly("all:Author");
	}

	@Test
	void passesOverNoCallbackWhenAnotherClosesItsHandle() {
		List<CallbackHandle> handles = new ArrayList<>();
		handles.add(this.models.onRegister((model) -> {
			this.told.add("first:" + model.name());
			handles.get(0).close();
		}));
		this.models.onRegister(as("second"));
		this.models.register(Author.class, Book.class);
		assertThat(this.told).containsExactly("first:Author", "second:Author", "second:Book");
	}

	@Test
	void changesDefinitionsOfModelsThatCome() {
		this.models.onRegister("Author", (model) -> {
			model.table("writers").comment("people").index("name desc");
			model.attribute("name").length(80).nullable(false).column("full_name").comment("as printed");
			model.index("full_name");
		});
		ModelDefinitionException ex = catchThrowableOfType(ModelDefinitionException.class,
				() -> this.models.register(Author.class));
		assertThat(ex).hasMessageContaining("@Index(columnList) names 'name', where the columns are 'id', 'full_name'");
	}

	@Test
	void rebuildsModelsThatAreThereAndThoseThatReferToThem() {
		this.models.register(Author.class, Book.class, Review.class);
		ModelType<Author> author = this.models.get(Author.class);
		long review = this.models.get(Review.class).revision();
		this.models.onRegister("Author", (model) -> {
			model.table("writers");
			model.attribute("name").length(80);
			model.attribute("id").column("number");
		});
		assertThat(this.models.get(Author.class)).isSameAs(author);
		assertThat(author.table().columns()).extracting(Column::name).containsExactly("number", "name");
		assertThat(author.attribute("name").columns().get(0).type()).isEqualTo(ColumnType.varchar(80));
		assertThat(this.models.get(Book.class).table().foreignKeys()).singleElement().satisfies((key) -> {
			assertThat(key.target().name()).isEqualTo("writers");
			assertThat(key.targetColumns()).containsExactly("number");
		});
		assertThat(this.models.get(Review.class).revision()).isEqualTo(review);
	}

	@Test
	void leavesWhatWasNotChangedAsItIs() {
		this.models.register(Author.class);
		long revision = this.models.get(Author.class).revision();
		this.models.onRegister(as("all"));
		assertThat(this.models.get(Author.class).revision()).isEqualTo(revision);
	}

	@Test
	void refusesChangesAfterTheRegistration() {
		List<ModelDefinition> kept = new ArrayList<>();
		this.models.onRegister(kept::add);
		this.models.register(Author.class);
		assertThatIllegalStateException().isThrownBy(() -> kept.get(0).comment("late"))
			.withMessageContaining("'Author' is in use; change it in a callback");
		assertThatIllegalStateException().isThrownBy(() -> kept.get(0).attribute("name").length(5));
		assertThat(kept.get(0).attribute("name").isNullable()).isTrue();
	}

	@Test
	void registersFurtherModelsInTheSameRegistration() {
		this.models.onRegister("Book", (model) -> {
			this.models.register(Conflict.KEEP, Author.class);
			this.models.register(Conflict.KEEP, Author.class);
			this.models.onRegister(as("late"));
			this.told.add("book");
		});
		this.models.onRegister(as("all"));
		this.models.register(Review.class, Book.class);
		assertThat(this.models.names()).containsExactly("Review", "Book", "Author");
		assertThat(this.told).containsExactly("all:Review", "late:Review", "book", "all:Book", "late:Book",
				"all:Author", "late:Author");
	}

	@Test
	void undoesTheRegistrationWhenACallbackThrows() {
		this.models.register(Review.class);
		this.models.onRegister("Book", as("once"));
		this.models.onRegister("Book", (model) -> this.models.register(Author.class));
		this.models.onRegister("Author", (model) -> {
			if (this.told.size() < 2) {
				throw new IllegalStateException("not yet");
			}
		});
		assertThatIllegalStateException().isThrownBy(() -> this.models.register(Book.class)).withMessage("not yet");
		assertThat(this.models.names()).containsExactly("Review");
		assertThat(this.told).containsExactly("once:Book");
		this.models.register(Book.class);
		assertThat(this.told).as("still armed").containsExactly("once:Book", "once:Book");
		assertThat(this.models.names()).containsExactly("Review", "Book", "Author");
	}

	@Test
	void undoesTheRegistrationAlsoWhenTheFailureIsCaught() {
		this.models.onRegister("Book", (model) -> {
			try {
				this.models.onRegister("Author", (author) -> author.attribute("nowhere"));
				this.models.onRegister("Review", (review) -> review.attribute("nowhere"));
			}
			catch (NoSuchAttributeException ex) {
				this.told.add("caught");
			}
		});
		this.models.register(Author.class);
		assertThatExceptionOfType(NoSuchAttributeException.class).isThrownBy(() -> this.models.register(Book.class));
		assertThat(this.told).containsExactly("caught");
		assertThat(this.models.names()).containsExactly("Author");
	}

	@Test
	void undoesTheRegistrationAlsoWhenTheFailureOfAnotherModelIsCaught() {
		this.models.onRegister("Book", (model) -> {
			try {
				this.models.together(() -> {
					this.models.register(Review.class);
					throw new IllegalStateException("halfway");
				});
			}
			catch (IllegalStateException ex) {
				this.told.add("caught");
			}
		});
		assertThatIllegalStateException().isThrownBy(() -> this.models.register(Book.class)).withMessage("halfway");
		assertThat(this.told).containsExactly("caught");
		assertThat(this.models.names()).isEmpty();
	}

	@Test
	void leavesNoCallbackBehindThatFailedAtOnce() {
		this.models.register(Author.class);
		assertThatExceptionOfType(NoSuchAttributeException.class)
			.isThrownBy(() -> this.models.onRegister((model) -> model.attribute("name" + model.name())));
		this.models.register(Review.class);
		assertThat(this.models.names()).containsExactly("Author", "Review");
	}

}
