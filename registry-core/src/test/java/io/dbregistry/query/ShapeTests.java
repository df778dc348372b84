package io.dbregistry.query;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import io.dbregistry.dialect.Dialect;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.Model;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.Models;
import io.dbregistry.query.Shape.Operation;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ShapeTests {

	@Model
	record Book(@Id Long id, String title) {
	}

	private final ModelType<Book> book = Models.from(List.of(Book.class), List.of()).get(Book.class);

	private final Attribute id = this.book.attribute("id");

	private final Attribute title = this.book.attribute("title");

	private final Dialect dialect = dialect();

	private static Dialect dialect() {
		TestDatabase database = TestServer.H2.create();
		try (Connection connection = DriverManager.getConnection(database.url(), database.username(),
				database.password())) {
			return Dialect.from(connection);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Test
	void isTheSameForAllValues() {
		Condition one = Condition.of(Condition.of(null, this.id, false, 1L), this.title, true, "one");
		Condition two = Condition.of(Condition.of(null, this.id, false, 2L), this.title, true, "two");
		Shape shape = shape(Operation.LIST, one, List.of(), true, false);
		assertThat(shape(Operation.LIST, two, List.of(), true, false)).isEqualTo(shape).hasSameHashCodeAs(shape);
		assertThat(shape.withoutValues()).isEqualTo(shape).hasSameHashCodeAs(shape);
	}

	@Test
	void isAnotherForEachStatement() {
		Condition condition = Condition.of(null, this.title, false, "one");
		List<Order> byTitle = List.of(new Order(this.title, false));
		Set<Shape> shapes = new HashSet<>(List.of(shape(Operation.LIST, condition, List.of(), false, false),
				shape(Operation.COUNT, condition, List.of(), false, false),
				shape(Operation.LIST, condition, List.of(), true, false),
				shape(Operation.LIST, condition, List.of(), false, true),
				shape(Operation.LIST, condition, byTitle, false, false),
				shape(Operation.LIST, condition, List.of(new Order(this.title, true)), false, false),
				shape(Operation.LIST, null, List.of(), false, false),
				shape(Operation.LIST, Condition.of(null, this.title, true, "one"), List.of(), false, false),
				shape(Operation.LIST, Condition.of(null, this.title, false, null), List.of(), false, false),
				shape(Operation.LIST, Condition.of(null, this.id, false, 1L), List.of(), false, false),
				shape(Operation.LIST, Condition.of(condition, this.title, false, "one"), List.of(), false, false)));
		assertThat(shapes).hasSize(11);
		for (Shape one : shapes) {
			assertThat(shapes).filteredOn(one::equals).hasSize(1);
		}
	}

	@Test
	void holdsNoValueWhenItIsKept() {
		Condition condition = Condition.of(Condition.of(null, this.id, false, 1L), this.title, false, "secret");
		Condition kept = shape(Operation.LIST, condition, List.of(), false, false).withoutValues().conditions();
		while (kept != null) {
			assertThat(kept.values()).isEmpty();
			kept = kept.previous();
		}
	}

	private Shape shape(Operation operation, @Nullable Condition conditions, List<Order> orders, boolean limited,
			boolean skipping) {
		return new Shape(this.dialect, this.book, this.book.revision(), operation, conditions, orders, limited,
				skipping);
	}

}
