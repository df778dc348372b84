package io.dbregistry.schema;

import java.util.List;

import io.dbregistry.metadata.ColumnType;

/**
 * How a model declares a column.
 *
 * @param type the class of the values, no primitive
 * @param large whether it is {@code @Lob}
 * @param members the members of {@code @Column} that say the type, as source
 * @param declared the type that the model gives the column
 * @param complete whether the default of the column is said too, if it has one
 */
record SourceType(Class<?> type, boolean large, List<String> members, ColumnType declared, boolean complete) {
}
