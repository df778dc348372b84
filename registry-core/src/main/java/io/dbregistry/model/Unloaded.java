package io.dbregistry.model;

import java.io.Serializable;
import java.util.AbstractList;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Set;

/**
 * What stands for collections that were not read: all that is done with them is refused.
 */
final class Unloaded {

	private Unloaded() {
	}

	/**
	 * The value of a collection.
	 * @param model the class that declares it
	 * @param type the type of the collection
	 * @param attribute its name
	 */
	static Object of(Class<?> model, Class<?> type, String attribute) {
		return (type == Set.class) ? new UnloadedSet(model, attribute) : new UnloadedList(model, attribute);
	}

	/** A list that was not read. */
	private static final class UnloadedList extends AbstractList<Object> implements Serializable {

		private final Class<?> model;

		private final String attribute;

		UnloadedList(Class<?> model, String attribute) {
			this.model = model;
			this.attribute = attribute;
		}

		@Override
		public Object get(int index) {
			throw new UnloadedException(this.model, this.attribute);
		}

		@Override
		public int size() {
			throw new UnloadedException(this.model, this.attribute);
		}

		@Override
		public Iterator<Object> iterator() {
			throw new UnloadedException(this.model, this.attribute);
		}

		@Override
		public void add(int index, Object element) {
			throw new UnloadedException(this.model, this.attribute);
		}

		@Override
		public Object set(int index, Object element) {
			throw new UnloadedException(this.model, this.attribute);
		}

		@Override
		public Object remove(int index) {
			throw new UnloadedException(this.model, this.attribute);
		}

		/** Printing the owner is no use of the collection. */
		@Override
		public String toString() {
			return "(not loaded)";
		}

	}

	/** A set that was not read. */
	private static final class UnloadedSet extends AbstractSet<Object> implements Serializable {

		private final Class<?> model;

		private final String attribute;

		UnloadedSet(Class<?> model, String attribute) {
			this.model = model;
			this.attribute = attribute;
		}

		@Override
		public int size() {
			throw new UnloadedException(this.model, this.attribute);
		}

		@Override
		public Iterator<Object> iterator() {
			throw new UnloadedException(this.model, this.attribute);
		}

		@Override
		public boolean add(Object element) {
			throw new UnloadedException(this.model, this.attribute);
		}

		/** Printing the owner is no use of the collection. */
		@Override
		public String toString() {
			return "(not loaded)";
		}

	}

}
