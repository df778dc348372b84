package io.dbregistry.model;

/**
 * Adds the join models of many-to-many relations.
 */
final class JoinModels {

	private final Registration registration;

	JoinModels(Registration registration) {
		this.registration = registration;
	}

	/**
	 * Adds those whose ends are both there.
	 * @return whether there were any
	 */
	boolean add() {
		return false;
	}

}
