/**
 * The health of the databases. May import the core module and Spring Boot's health.
 */
@NullMarked
package io.dbregistry.boot.health;

import org.jspecify.annotations.NullMarked;
