/**
 * Migrations: what the models ask for and the last state did not have becomes a changelog
 * of Liquibase. The only package that needs Liquibase on the class path.
 */
@NullMarked
package io.dbregistry.migration;

import org.jspecify.annotations.NullMarked;
