/**
 * A small bookshop: books, authors and tags in the primary database, clicks in
 * {@code analytics}.
 */
@NullMarked
package io.dbregistry.sample;

import org.jspecify.annotations.NullMarked;
