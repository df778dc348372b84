/**
 * Assertions for the tests of an application. May import the core module and AssertJ.
 */
@NullMarked
package io.dbregistry.test;

import org.jspecify.annotations.NullMarked;
