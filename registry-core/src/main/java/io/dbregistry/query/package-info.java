/**
 * Repositories and queries: compiled from models to SQL, run straight on JDBC, rows
 * mapped to objects and back. May import {@code model}, {@code metadata},
 * {@code database}, {@code dialect}, {@code scope}, {@code signal} and {@code error}.
 */
@NullMarked
package io.dbregistry.query;

import org.jspecify.annotations.NullMarked;
