/**
 * Wires the actuator endpoint. May import {@code io.dbregistry.boot.endpoint}.
 */
@NullMarked
package io.dbregistry.boot.autoconfigure.endpoint;

import org.jspecify.annotations.NullMarked;
