/**
 * Migrates the extra databases with Liquibase. May import Liquibase and
 * {@code io.dbregistry.boot.startup}; no other package imports Liquibase.
 */
@NullMarked
package io.dbregistry.boot.autoconfigure.migration;

import org.jspecify.annotations.NullMarked;
