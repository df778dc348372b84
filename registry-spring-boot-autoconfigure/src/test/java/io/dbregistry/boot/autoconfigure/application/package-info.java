/**
 * An application to be run in a process of its own.
 */
@NullMarked
package io.dbregistry.boot.autoconfigure.application;

import org.jspecify.annotations.NullMarked;
