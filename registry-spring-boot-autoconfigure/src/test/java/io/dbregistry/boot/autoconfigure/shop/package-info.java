/**
 * Models of an application.
 */
@NullMarked
package io.dbregistry.boot.autoconfigure.shop;

import org.jspecify.annotations.NullMarked;
