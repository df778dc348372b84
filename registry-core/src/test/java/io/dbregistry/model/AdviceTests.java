package io.dbregistry.model;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

import jakarta.persistence.ElementCollection;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/** Whether what is advised can be done where it is advised. */
class AdviceTests {

	@Model
	record Customer(@Id long id, String email) {
	}

	record Plain(int size) {
	}

	private final Models models = Models.from(List.of(), List.of());

	private List<String> problems(Class<?>... types) {
		return problems(() -> this.models.register(types));
	}

	private static List<String> problems(Runnable work) {
		return catchThrowableOfType(ModelDefinitionException.class, work::run).getProblems()
			.stream()
			.map((problem) -> problem.toString().replaceAll("^[^\\s:]*\\$\\d*\\w+\\.", ""))
			.toList();
	}

	@Test
	void advisesNoTransientComponents() {
		@Model
		record Box(@Id long id, Object content) {
		}
		assertThat(problems(Box.class)).singleElement()
			.asString()
			.endsWith("; use one of these, or store it as JSON with @Column(columnDefinition = \"json\")");
		assertThat(problems(Holder.class)).singleElement().asString().endsWith(", or mark it @Transient");
		assertThat(problems(() -> this.models.register("Box", (model) -> model.add("content", Object.class))))
			.singleElement()
			.asString()
			.endsWith("; use one of these, or store it as JSON with columnDefinition(\"json\")");
	}

	@Model
	static class Holder {

		@Id
		private long id;

		private Object content = "";

		Object content() {
			return this.content;
		}

	}

	@Test
	void namesModelsThatAreNotRegistered() {
		@Model
		record Order(@Id long id, Customer customer) {
		}
		String customer = Customer.class.getName();
		assertThat(problems(Order.class)).containsExactly("customer: '" + customer
				+ "' is a model that is not registered; register it, and add @ManyToOne or @OneToOne");
		assertThat(problems(Customer.class, Order.class))
			.containsExactly("customer: '" + customer + "' is a reference to a model; add @ManyToOne or @OneToOne");
	}

	@Model
	static class Shelf {

		@Id
		private long id;

		@ManyToMany
		private List<Plain> joined = List.of();

		@ManyToMany
		private List<String> texts = List.of();

		@OneToMany
		private List<Plain> owned = List.of();

		@ElementCollection
		private List<String> elements = List.of();

		List<?> all() {
			return List.of(this.joined, this.texts, this.owned, this.elements);
		}

	}

	@Test
	void advisesModelsForElements() {
		assertThat(problems(Shelf.class))
			.map((text) -> text.substring(0, text.indexOf(':')) + text.substring(text.indexOf(';')))
			.containsExactly("elements; make the elements a model with a @ManyToOne reference to this one",
					"joined; annotate 'Plain' with @Model and register it", "texts; make the elements a model",
					"owned; annotate 'Plain' with @Model and register it, with a @ManyToOne reference to this one");
	}

	@Test
	void reportsATakenNameOnce() {
		this.models.register(Customer.class);
		Consumer<ModelDefinition> nothing = (model) -> {
		};
		assertThat(problems(() -> this.models.register("Customer", nothing)))
			.containsExactly("Customer: the name 'Customer' is that of '" + Customer.class.getName()
					+ "' too; choose another, or register it with Conflict.KEEP or Conflict.REPLACE");
		assertThat(problems(() -> this.models.register("Buyer", (model) -> model.table("customer"))))
			.containsExactly("Buyer: the table 'primary.(default schema).customer' is that of '"
					+ Customer.class.getName() + "' too; give one of them another with table(…)");
	}

	@Test
	void makesPrimitivesWithoutAClassNotNull() {
		this.models.register("Box", (model) -> {
			model.add("size", int.class);
			model.add("weight", Integer.class);
			model.add("depth", int.class).nullable(true);
		});
		assertThat(this.models.get("Box").table().columns())
			.map((column) -> Map.entry(column.name(), column.nullable()))
			.containsExactly(Map.entry("id", false), Map.entry("size", false), Map.entry("weight", true),
					Map.entry("depth", true));
	}

	@Test
	void printsNoObjectsOfRows() {
		Row row = new Row().set("customer", new Customer(1, "ann@example.com")).set("age", 5);
		assertThatIllegalArgumentException().isThrownBy(() -> row.get("customer", String.class))
			.withMessage("'customer' of the row is asked for as a 'String', and a 'Customer' is given; "
					+ "ask for what it is");
		assertThatIllegalArgumentException().isThrownBy(() -> row.get("age", String.class))
			.withMessage("'age' of the row is asked for as a 'String', and '5' is an 'Integer'; ask for what it is");
	}

}
