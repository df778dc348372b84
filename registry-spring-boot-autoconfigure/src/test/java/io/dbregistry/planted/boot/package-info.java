/**
 * Violations of the rules for auto-configurations, for the tests of these rules.
 */
@NullMarked
package io.dbregistry.planted.boot;

import org.jspecify.annotations.NullMarked;
