package io.dbregistry.model;

import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.dbregistry.model.Attribute.Kind;
import io.dbregistry.model.CollectionSpec.JoinTableSpec;
import io.dbregistry.model.ReferenceSpec.JoinSpec;
import jakarta.persistence.Column;
import jakarta.persistence.ConstraintMode;
import jakarta.persistence.Convert;
import jakarta.persistence.Converts;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.ForeignKey;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.JoinColumns;
import jakarta.persistence.JoinTable;
import jakarta.persistence.Lob;
import jakarta.persistence.ManyToMany;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import org.jspecify.annotations.Nullable;

/**
 * Reads members whose values are collections of objects of another model.
 */
final class CollectionReader {

	private static final List<Class<?>> TYPES = List.of(List.class, Set.class, Collection.class);

	private static final List<Class<? extends Annotation>> OF_COLUMNS = List.of(Id.class, Version.class, Column.class,
			JoinColumn.class, JoinColumns.class, Lob.class, Enumerated.class, Convert.class, Converts.class,
			GeneratedValue.class, SequenceGenerator.class);

	private CollectionReader() {
	}

	static void read(Property property, Place place) {
		AttributeDefinition attribute = place.add(Declaration.of(property, Kind.COLLECTION),
				ColumnReader.readAny(property));
		OneToMany oneToMany = property.find(OneToMany.class);
		ManyToMany manyToMany = property.find(ManyToMany.class);
		Class<?> element = element(property, oneToMany, manyToMany);
		String mappedBy = (oneToMany != null) ? oneToMany.mappedBy()
				: (manyToMany != null) ? manyToMany.mappedBy() : "";
		if (isPossible(property, attribute, element, mappedBy) && element != null) {
			OrderBy order = property.find(OrderBy.class);
			JoinTable table = property.find(JoinTable.class);
			attribute.collection(new CollectionSpec(element, mappedBy, (manyToMany != null) ? join(table) : null,
					(order != null) ? order(order.value()) : List.of()));
		}
	}

	private static @Nullable Class<?> element(Property property, @Nullable OneToMany oneToMany,
			@Nullable ManyToMany manyToMany) {
		Class<?> given = (oneToMany != null) ? oneToMany.targetEntity()
				: (manyToMany != null) ? manyToMany.targetEntity() : void.class;
		if (given != void.class) {
			return given;
		}
		return (property.genericType() instanceof ParameterizedType type
				&& type.getActualTypeArguments()[0] instanceof Class<?> element) ? element : null;
	}

	private static boolean isPossible(Property property, AttributeDefinition attribute, @Nullable Class<?> element,
			String mappedBy) {
		OneToMany oneToMany = property.find(OneToMany.class);
		ManyToMany manyToMany = property.find(ManyToMany.class);
		boolean eager = oneToMany != null && oneToMany.fetch() == FetchType.EAGER
				|| manyToMany != null && manyToMany.fetch() == FetchType.EAGER;
		if (element != null && !ClassReader.isMarked(element)) {
			attribute.refuse("'%s' cannot be a collection of objects of a model: '%s' has neither @Model nor @Entity"
				.formatted(property.typeName(), element.getName()), instead(element, manyToMany != null));
		}
		else if (property.model().isRecord()) {
			attribute.refuse("a record cannot have a collection, which is read later than the record",
					"leave it out and query the other side, whose Ref leads here: registry.query(%s.class).filter(…)"
						.formatted((element != null) ? element.getSimpleName() : "Other"));
		}
		else if (!TYPES.contains(property.type()) || element == null) {
			attribute.refuse("'%s' cannot be a collection of objects of a model".formatted(property.typeName()),
					"declare it as List, Set or Collection of the class of a model");
		}
		else if (eager) {
			attribute.refuse("a collection is read on request, never with its owner",
					"leave fetch out, and ask for it: repository.fetch(object, \"%s\")".formatted(property.name()));
		}
		else if (oneToMany != null && mappedBy.isEmpty()) {
			attribute.refuse("@OneToMany without mappedBy would need a table of its own",
					"name the @ManyToOne attribute of '%s' as mappedBy, or use @ManyToMany"
						.formatted(element.getSimpleName()));
		}
		else if (property.has(JoinTable.class) && (oneToMany != null || !mappedBy.isEmpty())) {
			attribute.refuse("@JoinTable is for the side of @ManyToMany without mappedBy", "remove one of them");
		}
		else {
			return !hasColumn(property, attribute);
		}
		return false;
	}

	/** How elements become objects of a model, whose table refers here or is joined. */
	private static String instead(Class<?> element, boolean joined) {
		if (element.getName().startsWith("java.")) {
			return joined ? "make the elements a model" : Refusals.instead(ElementCollection.class);
		}
		return "annotate '%s' with @Model and register it%s".formatted(element.getSimpleName(),
				joined ? "" : ", with a @ManyToOne reference to this one");
	}

	/** Whether a member that is not stored is declared as if it were. */
	static boolean hasColumn(Property property, AttributeDefinition attribute) {
		for (Class<? extends Annotation> misplaced : OF_COLUMNS) {
			if (property.has(misplaced)) {
				attribute.refuse(
						"what refers here from elsewhere has no column for @%s".formatted(misplaced.getSimpleName()),
						"remove it");
				return true;
			}
		}
		return false;
	}

	private static JoinTableSpec join(@Nullable JoinTable table) {
		if (table == null) {
			return JoinTableSpec.GENERATED;
		}
		return new JoinTableSpec(table.name(), table.schema(), reference(table.joinColumns(), table.foreignKey()),
				reference(table.inverseJoinColumns(), table.inverseForeignKey()),
				TableReader.uniques(table.uniqueConstraints()), TableReader.indexes(table.indexes()));
	}

	private static ReferenceSpec reference(JoinColumn[] columns, ForeignKey foreignKey) {
		List<JoinSpec> joins = Arrays.stream(columns).map((column) -> {
			ColumnSpec spec = new ColumnSpec();
			ColumnReader.read(column, spec);
			return new JoinSpec(column.referencedColumnName(), spec);
		}).toList();
		return new ReferenceSpec(null, null, joins, foreignKey.name(),
				foreignKey.value() != ConstraintMode.NO_CONSTRAINT);
	}

	/** {@code "title DESC, id"} is {@code "-title", "id"} in a query. */
	private static List<String> order(String text) {
		List<String> order = new ArrayList<>();
		for (String part : text.strip().isEmpty() ? new String[0] : text.split(",", -1)) {
			String[] words = part.strip().split("\\s+");
			boolean descending = words.length == 2 && words[1].toLowerCase(Locale.ROOT).equals("desc");
			boolean directed = descending || words.length == 2 && words[1].toLowerCase(Locale.ROOT).equals("asc");
			order.add((descending ? "-" : "") + (directed ? words[0] : part.strip()));
		}
		return order;
	}

}
