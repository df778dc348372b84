/**
 * Entities of a Jakarta Persistence provider in an application with a registry.
 */
@NullMarked
package io.dbregistry.boot.autoconfigure.jpa;

import org.jspecify.annotations.NullMarked;
