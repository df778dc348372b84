/**
 * Real databases for tests: one server per product and JVM, a database of its own for
 * each test. Shared with the other modules as a test jar; imports nothing of the project.
 */
@NullMarked
package io.dbregistry.testsupport;

import org.jspecify.annotations.NullMarked;
