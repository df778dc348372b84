package io.dbregistry.query;

import io.dbregistry.error.RegistryException;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.CollectionLink;

/**
 * There are several objects where only one may be.
 */
public final class MoreThanOneException extends RegistryException {

	private final String model;

	MoreThanOneException(String model, String place) {
		super("More than one object of model '%s' meets the conditions of the query on %s; add a condition, or use first() or list()"
			.formatted(model, place));
		this.model = model;
	}

	MoreThanOneException(CollectionLink link, Attribute attribute) {
		super("More than one object of model '%s' refers to one object by '%s', and %s takes one; make '%2$s' a @OneToOne, or '%s' a collection"
			.formatted(link.model(), link.owner().name(), attribute.describe(), attribute.name()));
		this.model = link.model().name();
	}

	/**
	 * The model of the objects.
	 * @return its name
	 */
	public String getModel() {
		return this.model;
	}

}
