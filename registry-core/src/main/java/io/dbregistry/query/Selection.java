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
 */
record Selection(ModelType<?> model, String alias, List<Item> items) {

	Selection {
		items = List.copyOf(items);
	}

	/**
	 * Everything that objects of a model are made of.
	 */
	static Selection of(ModelType<?> model) {
		return new Numbering().select(model);
	}

	/** An attribute and the position of its first column. */
	sealed interface Item {

		Attribute attribute();

	}

	/** An attribute that is read from columns of the model's own table. */
	record Columns(Attribute attribute, int index) implements Item {

	}

	/**
	 * An eager reference.
	 *
	 * @param attribute the reference
	 * @param target what is read for the object referred to
	 * @param keyIndex the position of the first column of its key
	 * @param optional whether there may be no object
	 */
	record Joined(Attribute attribute, Selection target, int keyIndex, boolean optional) implements Item {

	}

	/** Gives columns and tables their numbers, in one walk. */
	private static final class Numbering {

		private int tables;

		private int columns = 1;

		Selection select(ModelType<?> model) {
			String alias = "t" + this.tables++;
			List<Item> items = new ArrayList<>();
			for (Attribute attribute : model.attributes()) {
				items.add((attribute.kind() == Attribute.Kind.EAGER) ? join(model, attribute) : columns(attribute));
			}
			return new Selection(model, alias, items);
		}

		private Columns columns(Attribute attribute) {
			Columns item = new Columns(attribute, this.columns);
			this.columns += attribute.columns().size();
			return item;
		}

		private Joined join(ModelType<?> model, Attribute attribute) {
			Selection target = select(attribute.target());
			int keyIndex = target.items.stream()
				.filter((item) -> item.attribute().isKey())
				.findFirst()
				.map(Numbering::firstIndex)
				.orElseThrow();
			return new Joined(attribute, target, keyIndex, !isSure(model, attribute));
		}

		/** Only a constraint makes sure that there is an object for every key. */
		private static boolean isSure(ModelType<?> model, Attribute attribute) {
			List<String> names = attribute.columns().stream().map(Column::name).toList();
			return attribute.columns().stream().noneMatch(Column::nullable)
					&& model.table().foreignKeys().stream().anyMatch((key) -> key.columns().equals(names));
		}

		private static int firstIndex(Item item) {
			return (item instanceof Joined joined) ? joined.keyIndex() : ((Columns) item).index();
		}

	}

}
