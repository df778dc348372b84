/**
 * Work that belongs to the start and waits for databases that are down. May import the
 * core module.
 */
@NullMarked
package io.dbregistry.boot.startup;

import org.jspecify.annotations.NullMarked;
