package io.dbregistry.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import jakarta.persistence.*;

/**
 * What to do instead of using the part of Jakarta Persistence's vocabulary that is
 * refused, or that is not possible where it stands.
 */
@SuppressWarnings("deprecation") // what is deprecated is refused, too
final class Refusals {

	private static final Map<Class<?>, String> INSTEAD = new HashMap<>();

	static {
		instead("make the elements a model with a @ManyToOne reference to this one", ElementCollection.class,
				CollectionTable.class);
		instead("declare a List or Set, and make the map of it; a map of plain values is stored with "
				+ "@Column(columnDefinition = \"json\")", MapKey.class, MapKeyClass.class, MapKeyColumn.class,
				MapKeyEnumerated.class, MapKeyJoinColumn.class, MapKeyJoinColumns.class, MapKeyTemporal.class);
		instead("keep the position in an attribute of the elements, and name it in @OrderBy", OrderColumn.class);
		instead("remove it, and declare the attribute as LocalDate, LocalTime, LocalDateTime or Instant",
				Temporal.class);
		instead("put it on the converter", Converter.class);
		instead("put it on the field of the enum whose values are stored", EnumeratedValue.class);
		instead("put what the classes share in a @MappedSuperclass and make each a model", Inheritance.class,
				DiscriminatorColumn.class, DiscriminatorValue.class);
		instead("make the second table a model with a @OneToOne reference to this one", SecondaryTable.class,
				SecondaryTables.class);
		instead("mark the reference itself with @Id, or let it share the column of the key: "
				+ "@JoinColumn(name = …, insertable = false, updatable = false)", MapsId.class,
				PrimaryKeyJoinColumn.class, PrimaryKeyJoinColumns.class);
		instead("use @SequenceGenerator, or GenerationType.IDENTITY where there are no sequences", TableGenerator.class,
				TableGenerators.class);
		instead("remove it: fields of classes and components of records are read", Access.class);
		instead("remove it: every query asks the database", Cacheable.class);
		instead("remove it: what is embedded has no table of its own", Embeddable.class, Table.class);
		instead("life-cycle methods are not called; do it before the object is written", EntityListeners.class,
				PrePersist.class, PostPersist.class, PreUpdate.class, PostUpdate.class, PreRemove.class,
				PostRemove.class, PostLoad.class);
		instead("remove it: no listeners are called", ExcludeDefaultListeners.class, ExcludeSuperclassListeners.class);
	}

	static {
		instead("write the query as registry.query(…)", NamedQuery.class, NamedQueries.class);
		instead("send the statement with jdbcClient() of the database: registry.databases().get(…)",
				NamedNativeQuery.class, NamedNativeQueries.class, NamedStoredProcedureQuery.class,
				NamedStoredProcedureQueries.class);
		instead("read the rows with jdbcClient() of the database, which maps them to any class",
				SqlResultSetMapping.class, SqlResultSetMappings.class);
		instead("declare what is always read as the model itself, anything else as Ref or as a collection to fetch",
				NamedEntityGraph.class, NamedEntityGraphs.class);
		instead("give the Registry to what uses the model: models hold values only", PersistenceContext.class,
				PersistenceContexts.class, PersistenceUnit.class, PersistenceUnits.class);
	}

	/** What can only stand inside of annotations that are refused themselves. */
	static final Set<Class<?>> INSIDE_OF_REFUSED = Set.of(ColumnResult.class, ConstructorResult.class,
			EntityResult.class, FieldResult.class, NamedAttributeNode.class, NamedSubgraph.class,
			PersistenceProperty.class, QueryHint.class, StoredProcedureParameter.class);

	private static final String CASCADE = "remove it: each object is written by its own repository";

	/** What to do instead of using a member, where there is more to say. */
	private static final Map<String, String> INSTEAD_OF_MEMBERS = Map.of("cascade", CASCADE, "orphanRemoval", CASCADE,
			"foreignKeyDefinition", "name the constraint, or create it in a migration", "joinTable",
			"declare the join table as a model with two @ManyToOne references", "catalog",
			"use schema, which is the catalog on MariaDB");

	private Refusals() {
	}

	private static void instead(String action, Class<?>... annotations) {
		List.of(annotations).forEach((annotation) -> INSTEAD.put(annotation, action));
	}

	static String instead(Class<?> annotation) {
		return INSTEAD.getOrDefault(annotation, "remove it");
	}

	static String insteadOfMember(String member, Set<String> supported) {
		return INSTEAD_OF_MEMBERS.getOrDefault(member,
				"remove it (supported: %s)".formatted(supported.stream().sorted().toList()));
	}

}
