/**
 * Models: the annotation that marks them, what is known of each, and references between
 * their objects. May import {@code metadata} and {@code error}.
 */
@NullMarked
package io.dbregistry.model;

import org.jspecify.annotations.NullMarked;
