/**
 * Violations of the rules of the architecture, for the tests of these rules.
 */
@NullMarked
package io.dbregistry.planted.metadata;

import org.jspecify.annotations.NullMarked;
