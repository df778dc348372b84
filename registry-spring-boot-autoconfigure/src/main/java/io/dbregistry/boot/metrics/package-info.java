/**
 * The meters of the databases. May import the core module and Micrometer.
 */
@NullMarked
package io.dbregistry.boot.metrics;

import org.jspecify.annotations.NullMarked;
