package io.dbregistry.model;

import java.util.List;

import io.dbregistry.model.Attribute.Content;
import io.dbregistry.model.Attribute.Kind;
import io.dbregistry.model.Attribute.Reference;

/**
 * Sees a model with a class as one without: the same table, with rows as objects.
 * References are {@link Ref}s, what is not stored is left out.
 */
final class RowView {

	private RowView() {
	}

	static ModelState of(ModelState state) {
		List<Attribute> attributes = state.attributes()
			.stream()
			.filter((attribute) -> attribute.kind().isStored())
			.map(RowView::attribute)
			.toList();
		return ModelState.of(state.revision(), state.table(), RowAccess.constructor(), attributes, state.keyType(),
				state.formerColumns());
	}

	private static Attribute attribute(Attribute attribute) {
		boolean eager = attribute.kind() == Kind.EAGER;
		Content content = eager ? new Reference(Kind.REF, attribute::target) : attribute.content();
		Class<?> type = eager ? Ref.class : BasicTypes.box(attribute.type());
		return new Attribute(
				RowAccess.member(attribute.name(), attribute.path(), type, eager ? Ref.class : attribute.genericType()),
				content, attribute.storage(), attribute.isKey(), attribute.isVersion());
	}

}
