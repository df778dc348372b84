/**
 * Models of an application.
 */
@NullMarked
package io.dbregistry.boot.autoconfigure.lost;

import org.jspecify.annotations.NullMarked;
