/**
 * Wires databases and registry into a Spring Boot application. May import the core module
 * and Spring Boot, but no optional technology.
 */
@NullMarked
package io.dbregistry.boot.autoconfigure;

import org.jspecify.annotations.NullMarked;
