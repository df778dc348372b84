/**
 * Wires the health of the databases. May import {@code io.dbregistry.boot.health}.
 */
@NullMarked
package io.dbregistry.boot.autoconfigure.health;

import org.jspecify.annotations.NullMarked;
