package io.dbregistry.model;

/**
 * Where an attribute stands, for messages.
 *
 * @param model the name of the model
 * @param path its name, after those of the embedded objects that it is in
 */
record AttributePath(String model, String path) {

	static AttributePath of(AttributeDefinition attribute) {
		return new AttributePath(attribute.model().name(), attribute.path());
	}

	@Override
	public String toString() {
		return "'%s' of model '%s'".formatted(this.path, this.model);
	}

}
