/**
 * A class that is a model and an entity.
 */
@NullMarked
package io.dbregistry.boot.autoconfigure.claimed;

import org.jspecify.annotations.NullMarked;
