/**
 * Migrations: what the models ask for and the last state did not have becomes a changelog
 * of Liquibase. May import {@code schema}, {@code model}, {@code metadata},
 * {@code database}, {@code dialect}, {@code signal} and {@code error}.
 */
@NullMarked
package io.dbregistry.migration;

import org.jspecify.annotations.NullMarked;
