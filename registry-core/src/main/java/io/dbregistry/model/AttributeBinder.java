package io.dbregistry.model;

import java.util.List;

import io.dbregistry.metadata.Column;
import io.dbregistry.model.Attribute.Basic;
import io.dbregistry.model.Attribute.Content;
import io.dbregistry.model.Attribute.Member;
import io.dbregistry.model.Attribute.Reference;
import io.dbregistry.model.Attribute.Storage;
import io.dbregistry.model.AttributeDefinition.Fault;
import org.jspecify.annotations.Nullable;

/**
 * Makes attributes of definitions, the columns of each kind by a binder of its own.
 */
final class AttributeBinder {

	private final ModelDefinition model;

	private final Binding binding;

	/**
	 * Creates a binder.
	 * @param model the model of the attributes
	 * @param binding what they are bound with
	 */
	AttributeBinder(ModelDefinition model, Binding binding) {
		this.model = model;
		this.binding = binding;
	}

	/**
	 * Binds a definition.
	 * @return the attribute, or {@code null} after a problem was reported
	 */
	@Nullable Attribute bind(AttributeDefinition attribute) {
		Coding coding = coding(attribute);
		List<Column> columns = (coding != null) ? columns(attribute, coding) : null;
		Member member = new MemberAccess(this.model, this.binding.problems()).member(attribute);
		if (coding == null || columns == null || member == null) {
			return null;
		}
		ColumnSpec spec = attribute.spec();
		Storage storage = new Storage(columns, BasicBinder.generation(attribute), spec.insertable,
				spec.updatable && !attribute.isKey(), coding);
		return new Attribute(member, content(attribute), storage, attribute.isKey(), attribute.isVersion());
	}

	private @Nullable Coding coding(AttributeDefinition attribute) {
		Fault fault = attribute.findFault();
		if (fault != null) {
			this.binding.problems().add(attribute, fault.description(), fault.action());
			return null;
		}
		return new CodingBinder(this.binding.problems()).bind(attribute);
	}

	private @Nullable List<Column> columns(AttributeDefinition attribute, Coding coding) {
		return attribute.isReference() ? new ReferenceBinder(this.binding).columns(attribute)
				: new BasicBinder(this.binding).columns(attribute, coding);
	}

	private Content content(AttributeDefinition attribute) {
		ModelDefinition target = attribute.isReference() ? this.binding.findTarget(attribute) : null;
		return (target != null) ? new Reference(attribute.kind(), this.binding.later(target)) : new Basic();
	}

}
