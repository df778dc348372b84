package io.dbregistry.model;

import java.lang.invoke.MethodHandle;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import io.dbregistry.metadata.Column;
import io.dbregistry.metadata.Sequence;
import io.dbregistry.model.Attribute.Basic;
import io.dbregistry.model.Attribute.Collected;
import io.dbregistry.model.Attribute.Content;
import io.dbregistry.model.Attribute.Embedded;
import io.dbregistry.model.Attribute.Generation;
import io.dbregistry.model.Attribute.Member;
import io.dbregistry.model.Attribute.Reference;
import io.dbregistry.model.Attribute.Storage;
import org.jspecify.annotations.Nullable;

/**
 * Makes attributes of definitions, the columns of each kind by a binder of its own.
 */
final class AttributeBinder {

	private final Binding binding;

	private final Map<AttributeDefinition, List<Column>> columns = new LinkedHashMap<>();

	/**
	 * Creates a binder.
	 * @param binding what the attributes of a model are bound with
	 */
	AttributeBinder(Binding binding) {
		this.binding = binding;
	}

	/**
	 * Binds a definition.
	 * @return the attribute, or {@code null} after a problem was reported
	 */
	@Nullable Attribute bind(AttributeDefinition attribute) {
		Fault fault = attribute.findFault();
		if (fault != null) {
			this.binding.problems().add(attribute, fault.description(), fault.action());
			return null;
		}
		return switch (attribute.kind()) {
			case EMBEDDED -> embedded(attribute);
			case COLLECTION, INVERSE -> collection(attribute);
			default -> stored(attribute);
		};
	}

	/**
	 * The columns of what was bound, by the definitions that are not embedded but may be
	 * parts of such.
	 */
	Map<AttributeDefinition, List<Column>> columns() {
		return this.columns;
	}

	private @Nullable Attribute stored(AttributeDefinition attribute) {
		Coding coding = new CodingBinder(this.binding).bind(attribute);
		if (coding == null) {
			return null;
		}
		List<Column> own = columns(attribute, coding);
		Member member = member(attribute);
		if (own == null || member == null) {
			return null;
		}
		Generation generation = BasicBinder.generation(attribute);
		Sequence sequence = (generation == Generation.SEQUENCE) ? new SequenceBinder(this.binding).bind(attribute)
				: null;
		if (generation == Generation.SEQUENCE && sequence == null) {
			return null;
		}
		this.columns.put(attribute, own);
		ColumnSpec spec = attribute.spec();
		Storage storage = new Storage(own, generation, sequence, spec.insertable, spec.updatable && !attribute.isKey(),
				coding);
		return new Attribute(member, content(attribute), storage, attribute.isKey(), attribute.isVersion());
	}

	private @Nullable List<Column> columns(AttributeDefinition attribute, Coding coding) {
		Column live = attribute.spec().live;
		if (live != null) {
			return List.of(live);
		}
		return attribute.isReference() ? new ReferenceBinder(this.binding).columns(attribute)
				: new BasicBinder(this.binding).columns(attribute, coding);
	}

	private Content content(AttributeDefinition attribute) {
		ModelDefinition target = attribute.isReference() ? this.binding.findTarget(attribute) : null;
		return (target != null) ? new Reference(attribute.kind(), this.binding.later(target)) : new Basic();
	}

	private @Nullable Attribute embedded(AttributeDefinition attribute) {
		List<Attribute> parts = new ArrayList<>();
		for (AttributeDefinition part : attribute.parts()) {
			Attribute bound = bind(part);
			if (bound != null) {
				parts.add(bound);
			}
		}
		Member member = member(attribute);
		MethodHandle constructor = new MemberAccess(attribute.type(), this.binding.problems()).constructor();
		if (member == null || constructor == null || parts.size() < attribute.parts().size()) {
			return null;
		}
		List<Column> own = parts.stream().flatMap((part) -> part.columns().stream()).toList();
		Storage storage = new Storage(own, Generation.NONE, null, true, !attribute.isKey(),
				Coding.plain(attribute.type()));
		return new Attribute(member, new Embedded(parts, constructor), storage, attribute.isKey(), false);
	}

	private @Nullable Attribute collection(AttributeDefinition attribute) {
		Supplier<CollectionLink> link = new CollectionBinder(this.binding).bind(attribute);
		Member member = member(attribute);
		if (link == null || member == null) {
			return null;
		}
		Storage storage = new Storage(List.of(), Generation.NONE, null, false, false, Coding.plain(attribute.type()));
		return new Attribute(member, new Collected(attribute.kind(), link), storage, false, false);
	}

	private @Nullable Member member(AttributeDefinition attribute) {
		Property property = attribute.findProperty();
		return new MemberAccess((property != null) ? property.model() : Row.class, this.binding.problems())
			.member(attribute);
	}

}
