/**
 * What the features share at start: the names of extra databases, the families of their
 * beans, and work that waits for databases that are down. May import the core module.
 */
@NullMarked
package io.dbregistry.boot.startup;

import org.jspecify.annotations.NullMarked;
