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
import io.dbregistry.model.Ref;
import org.jspecify.annotations.Nullable;

/**
 * Reads what one collection of one object consists of, or the object that refers to it.
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
	 * The attribute of a name that is fetched.
	 * @throws IllegalArgumentException if the attribute of this name is stored
	 */
	static Attribute require(ModelType<?> model, String name) {
		Attribute attribute = model.attribute(name);
		if (!attribute.kind().isStored()) {
			return attribute;
		}
		List<String> names = model.attributes()
			.stream()
			.filter((other) -> !other.kind().isStored())
			.map(Attribute::name)
			.toList();
		throw new IllegalArgumentException("'%s' of model '%s' is nothing that is fetched (%s); %s".formatted(name,
				model, names.isEmpty() ? "there is none" : "known: '" + String.join("', '", names) + "'",
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

	/**
	 * Sets the attribute to what was read.
	 * @throws MoreThanOneException if several objects refer to one that takes only one
	 */
	void set(Attribute attribute, Object object) {
		Object value = value(attribute);
		MethodHandle setter = attribute.findSetter().orElseThrow();
		try {
			setter.invoke(object, value);
		}
		catch (Throwable ex) {
			throw Handles.unchecked(ex);
		}
	}

	private @Nullable Object value(Attribute attribute) {
		if (attribute.kind() == Attribute.Kind.COLLECTION) {
			return (attribute.type() == Set.class) ? new LinkedHashSet<>(this.elements) : this.elements;
		}
		if (this.elements.size() > 1) {
			throw new MoreThanOneException(this.plan.link(), attribute);
		}
		Object element = this.elements.isEmpty() ? null : this.elements.get(0);
		return (element != null && attribute.type() == Ref.class) ? reference(element) : element;
	}

	private Ref<?> reference(Object element) {
		ModelType<?> model = this.plan.link().target();
		return Ref.of(model, KeyObjects.make(model, ColumnValues.ofObject(model, element)), this.target);
	}

}
