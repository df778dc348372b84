/**
 * The exception every exception of the registry extends, and how messages are worded;
 * imports nothing.
 */
@NullMarked
package io.dbregistry.error;

import org.jspecify.annotations.NullMarked;
