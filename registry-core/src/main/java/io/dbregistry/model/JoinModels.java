package io.dbregistry.model;

import io.dbregistry.model.CollectionSpec.JoinTableSpec;

/**
 * Adds the join models of many-to-many relations: models without a class, whose key are a
 * reference to the owner of the collection and one to the element.
 */
final class JoinModels {

	private final Registration registration;

	private final ModelSettings settings;

	JoinModels(Registration registration, ModelSettings settings) {
		this.registration = registration;
		this.settings = settings;
	}

	/**
	 * The name of the join model of a collection.
	 */
	static String name(ModelDefinition owner, AttributeDefinition collection) {
		return owner.name() + Names.capitalize(collection.name());
	}

	/**
	 * The collection that a join model of this name is for.
	 */
	static AttributeDefinition collection(ModelDefinition owner, String join) {
		return owner.attributes()
			.stream()
			.filter((attribute) -> attribute.collection() != null && name(owner, attribute).equals(join))
			.findFirst()
			.orElseThrow();
	}

	/**
	 * The attribute of a join model that refers to the owner.
	 */
	static String ownerAttribute(ModelDefinition owner) {
		return Names.decapitalize(owner.name());
	}

	/**
	 * The attribute of a join model that refers to the element.
	 */
	static String elementAttribute(ModelDefinition owner, AttributeDefinition collection, ModelDefinition element) {
		return Names.decapitalize((owner == element) ? collection.name() : element.name());
	}

	/**
	 * Adds those whose ends are both there.
	 * @return whether there were any
	 */
	boolean add() {
		boolean added = false;
		for (Draft owner : this.registration.concerned()) {
			if (!owner.isCollected()) {
				continue;
			}
			for (AttributeDefinition attribute : owner.definition().attributes()) {
				CollectionSpec spec = attribute.collection();
				added |= spec != null && spec.ownsJoin() && add(owner.definition(), attribute, spec);
			}
		}
		return added;
	}

	private boolean add(ModelDefinition owner, AttributeDefinition collection, CollectionSpec spec) {
		Draft element = this.registration.drafts().find(spec.element());
		Draft present = this.registration.drafts().find(name(owner, collection));
		if (element == null || present != null && present.definition().joined().contains(owner.name())) {
			return false;
		}
		this.registration.add(join(owner, collection, spec, element.definition()), Conflict.ERROR);
		return present == null;
	}

	private ModelDefinition join(ModelDefinition owner, AttributeDefinition collection, CollectionSpec spec,
			ModelDefinition element) {
		JoinTableSpec given = (spec.join() != null) ? spec.join() : JoinTableSpec.GENERATED;
		ModelDefinition join = new ModelDefinition(name(owner, collection), null);
		join.database((owner.extra() != null) ? owner.extra() : "");
		join.schema(given.schema().isEmpty() ? owner.spec().schema : given.schema());
		join.table(given.table().isEmpty()
				? this.settings.tableName(owner) + "_" + this.settings.naming().columnName(collection.name())
				: given.table());
		join.copied(owner.isCopied() && element.isCopied());
		join.joins(owner.name(), element.name());
		join.kind(kind(owner.kind(), element.kind()));
		reference(join, ownerAttribute(owner), owner, given.owner());
		reference(join, elementAttribute(owner, collection, element), element, given.element());
		join.spec().uniques.addAll(given.uniques());
		join.spec().indexes.addAll(given.indexes());
		return join;
	}

	/**
	 * The table of a relation is where that of its owner is: with each tenant, or with
	 * whoever else made it. It is with tenants, too, when the elements are.
	 */
	private static ModelKind kind(ModelKind owner, ModelKind element) {
		if (!owner.isManaged()) {
			return ModelKind.REFLECTED;
		}
		return (owner == ModelKind.TENANT || element == ModelKind.TENANT) ? ModelKind.TENANT : ModelKind.JOIN;
	}

	private static void reference(ModelDefinition join, String name, ModelDefinition target, ReferenceSpec said) {
		AttributeDefinition reference = join.reference(name, target.name()).key();
		if (said.joins().size() == 1) {
			reference.spec().set(said.joins().get(0).column());
		}
		reference
			.reference(new ReferenceSpec(null, target.name(), said.joins(), said.constraint(), said.constrained()));
	}

}
