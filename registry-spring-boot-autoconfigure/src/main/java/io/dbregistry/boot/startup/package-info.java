/**
 * What the features share at start: the families of beans, and work that waits for
 * databases that are down. May import the core module.
 */
@NullMarked
package io.dbregistry.boot.startup;

import org.jspecify.annotations.NullMarked;
