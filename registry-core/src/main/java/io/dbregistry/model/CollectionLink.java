package io.dbregistry.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * How the elements of a collection are found: by the rows of a model that refer to the
 * object whose collection it is.
 * <p>
 * Of {@code @OneToMany}, and of {@code @OneToOne} with {@code mappedBy}, these rows are
 * the elements themselves; of {@code @ManyToMany} they are those of a join model, and
 * refer to the elements.
 *
 * @param model the model of the rows
 * @param owner the attribute of these rows that refers to the object with the collection
 * @param element the attribute of these rows that refers to the element, or {@code null}
 * when they are the elements
 * @param order the order of the elements, as a query on them takes it; may be empty
 */
public record CollectionLink(ModelType<?> model, Attribute owner, @Nullable Attribute element, List<String> order) {

	/**
	 * Checks and copies the components.
	 */
	public CollectionLink {
		order = List.copyOf(order);
	}

	/**
	 * The model of the elements.
	 * @return the model
	 */
	public ModelType<?> target() {
		return (this.element != null) ? this.element.target() : this.model;
	}

}
