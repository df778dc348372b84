package io.dbregistry.query;

import java.util.ArrayList;
import java.util.List;

import io.dbregistry.metadata.Column;
import io.dbregistry.model.Attribute;
import io.dbregistry.model.ModelType;

/**
 * Which columns are read for the objects of a model, and where each stands in the row.
 * <p>
 * Eager references are joined; their columns stand where the reference stands among the
 * attributes. The SQL and the row mapper are both made from this, so that they agree.
 *
 * @param model the model
 * @param alias the alias of its table
 * @param items an item for each attribute, in their order
 * @param through whether only what the rows refer to is read, by the only item
 */
record Selection(ModelType<?> model, String alias, List<Item> items, boolean through) {

	Selection {
		items = List.copyOf(items);
	}

	/**
	 * Everything that objects of a model are made of.
	 */
	static Selection of(ModelType<?> model) {
		return new Numbering().select(model);
	}

	/**
	 * What the objects are made of that rows refer to.
	 */
	static Selection through(ModelType<?> model, Attribute reference) {
		Numbering numbering = new Numbering();
		String alias = numbering.alias();
		return new Selection(model, alias, List.of(numbering.join(model, reference)), true);
	}

	/** What is read for the objects that are made. */
	Selection objects() {
		return this.through ? ((Joined) this.items.get(0)).target() : this;
	}

	/**
	 * What key objects are made of.
	 * @param attributes the attributes of a key, none of them a reference
	 * @param index the position of their first column
	 */
	static List<Item> ofKey(List<Attribute> attributes, int index) {
		Numbering numbering = new Numbering();
		numbering.columns = index;
		return attributes.stream().map(numbering::own).toList();
	}

	/** An attribute and where it is read from. */
	sealed interface Item {

		Attribute attribute();

		/** The position of the first column. */
		int index();

	}

	/** An attribute that is read from columns of the model's own table. */
	record Columns(Attribute attribute, int index) implements Item {

	}

	/**
	 * An embedded object.
	 *
	 * @param attribute the attribute
	 * @param items an item for each of its attributes, in their order
	 */
	record Embedded(Attribute attribute, List<Item> items) implements Item {

		Embedded {
			items = List.copyOf(items);
		}

		@Override
		public int index() {
			return items().get(0).index();
		}

		/** Whether there is no object when all columns are {@code NULL}. */
		boolean optional() {
			return attribute().columns().stream().allMatch(Column::nullable);
		}

	}

	/**
	 * An eager reference.
	 *
	 * @param attribute the reference
	 * @param target what is read for the object referred to
	 * @param index the position of the first column of its key
	 * @param optional whether there may be no object
	 */
	record Joined(Attribute attribute, Selection target, int index, boolean optional) implements Item {

	}

	/**
	 * What is not read before it is fetched.
	 *
	 * @param attribute the attribute
	 * @param index the position where it would stand
	 */
	record Unread(Attribute attribute, int index) implements Item {

	}

	/** Gives columns and tables their numbers, in one walk. */
	private static final class Numbering {

		private int tables;

		private int columns = 1;

		Selection select(ModelType<?> model) {
			String alias = alias();
			return new Selection(model, alias, items(model, model.attributes()), false);
		}

		String alias() {
			return "t" + this.tables++;
		}

		private List<Item> items(ModelType<?> model, List<Attribute> attributes) {
			List<Item> items = new ArrayList<>();
			for (Attribute attribute : attributes) {
				items.add(switch (attribute.kind()) {
					case EAGER -> join(model, attribute);
					case EMBEDDED -> new Embedded(attribute, items(model, attribute.attributes()));
					case COLLECTION, INVERSE -> new Unread(attribute, this.columns);
					default -> columns(attribute);
				});
			}
			return items;
		}

		/** An attribute that joins nothing. */
		private Item own(Attribute attribute) {
			return (attribute.kind() == Attribute.Kind.EMBEDDED)
					? new Embedded(attribute, attribute.attributes().stream().map(this::own).toList())
					: columns(attribute);
		}

		private Columns columns(Attribute attribute) {
			Columns item = new Columns(attribute, this.columns);
			this.columns += attribute.columns().size();
			return item;
		}

		private Joined join(ModelType<?> model, Attribute attribute) {
			Selection target = select(attribute.target());
			int index = target.items.stream()
				.filter((item) -> item.attribute().isKey())
				.findFirst()
				.map(Item::index)
				.orElseThrow();
			return new Joined(attribute, target, index, !isSure(model, attribute));
		}

		/** Only a constraint makes sure that there is an object for every key. */
		private static boolean isSure(ModelType<?> model, Attribute attribute) {
			List<String> names = attribute.columns().stream().map(Column::name).toList();
			return attribute.columns().stream().noneMatch(Column::nullable)
					&& model.table().foreignKeys().stream().anyMatch((key) -> key.columns().equals(names));
		}

	}

}
