/**
 * The exception every exception of the registry extends; imports nothing.
 */
@NullMarked
package io.dbregistry.error;

import org.jspecify.annotations.NullMarked;
