/**
 * The front door: the registry, its builder and what customises it. Imports every other
 * package and is imported by none.
 */
@NullMarked
package io.dbregistry;

import org.jspecify.annotations.NullMarked;
