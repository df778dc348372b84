package io.dbregistry.model;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Where the attributes that are read from a class belong: to a model, or to an embedded
 * attribute of one.
 *
 * @param model the model
 * @param owner the embedded attribute, or {@code null} for the model itself
 */
record Place(ModelDefinition model, @Nullable AttributeDefinition owner) {

	static Place of(ModelDefinition model) {
		return new Place(model, null);
	}

	/** Adds an attribute. */
	AttributeDefinition add(Declaration declaration, ColumnSpec column) {
		return (this.owner != null) ? this.owner.add(declaration, column) : this.model.add(declaration, column);
	}

	/** The attributes that are already there. */
	List<AttributeDefinition> attributes() {
		return (this.owner != null) ? this.owner.parts() : this.model.attributes();
	}

	/** Whether its attributes are a key. */
	boolean isKey() {
		return this.owner != null && this.owner.isKey();
	}

	/** Whether a class is embedded here, however deep. */
	boolean isInside(Class<?> type) {
		for (AttributeDefinition outer = this.owner; outer != null; outer = outer.owner()) {
			if (outer.type() == type) {
				return true;
			}
		}
		return false;
	}

}
