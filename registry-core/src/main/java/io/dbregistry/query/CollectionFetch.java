package io.dbregistry.query;

import java.lang.invoke.MethodHandle;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.dbregistry.model.Attribute;
import io.dbregistry.model.ModelType;
import org.jspecify.annotations.Nullable;

/**
 * Reads the elements of one collection of one object.
 */
final class CollectionFetch implements StatementWork {

	private final CollectionPlan plan;

	private final List<@Nullable Object> owner;

	private final Target target;

	private final List<Object> elements = new ArrayList<>();

	/**
	 * Creates a fetch.
	 * @param owner the object whose collection it is
	 * @param target where the rows are that say what its elements are
	 */
	CollectionFetch(CollectionPlan plan, Object owner, Target target) {
		this.plan = plan;
		this.owner = ColumnValues.of(plan.link().owner(), owner);
		this.target = target;
	}

	/**
	 * The collection of a name.
	 * @throws IllegalArgumentException if the attribute of this name is none
	 */
	static Attribute require(ModelType<?> model, String name) {
		Attribute attribute = model.attribute(name);
		if (attribute.kind() == Attribute.Kind.COLLECTION) {
			return attribute;
		}
		List<String> names = model.attributes()
			.stream()
			.filter((other) -> other.kind() == Attribute.Kind.COLLECTION)
			.map(Attribute::name)
			.toList();
		throw new IllegalArgumentException("'%s' of model '%s' is no collection (%s); %s".formatted(name, model,
				names.isEmpty() ? "there is none" : "known: '" + String.join("', '", names) + "'",
				model.type().isRecord()
						? "a Ref is read with get(), and what refers here with a query on the other side"
						: "a Ref is read with get()"));
	}

	@Override
	public long execute(PreparedStatement statement) throws SQLException {
		this.plan.query().bind(statement, this.owner);
		try (ResultSet rows = statement.executeQuery()) {
			while (rows.next()) {
				this.elements.add(this.plan.mapper().map(rows, this.target));
			}
		}
		return this.elements.size();
	}

	/** Sets the collection to the elements that were read. */
	void set(Attribute collection, Object object) {
		Object value = (collection.type() == Set.class) ? new LinkedHashSet<>(this.elements) : this.elements;
		MethodHandle setter = collection.findSetter().orElseThrow();
		try {
			setter.invoke(object, value);
		}
		catch (Throwable ex) {
			throw Handles.unchecked(ex);
		}
	}

}
