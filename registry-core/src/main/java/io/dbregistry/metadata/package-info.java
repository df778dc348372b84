/**
 * Tables, columns, keys and indexes as plain records; free of Spring, JDBC and Liquibase.
 * May import {@code error}.
 */
@NullMarked
package io.dbregistry.metadata;

import org.jspecify.annotations.NullMarked;
