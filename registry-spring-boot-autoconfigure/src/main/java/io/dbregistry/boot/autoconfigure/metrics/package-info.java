/**
 * Wires the meters of the databases. May import {@code io.dbregistry.boot.metrics}.
 */
@NullMarked
package io.dbregistry.boot.autoconfigure.metrics;

import org.jspecify.annotations.NullMarked;
