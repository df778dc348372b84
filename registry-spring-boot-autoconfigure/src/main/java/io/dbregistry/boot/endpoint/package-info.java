/**
 * The actuator endpoint. May import the core module and Spring Boot's actuator.
 */
@NullMarked
package io.dbregistry.boot.endpoint;

import org.jspecify.annotations.NullMarked;
