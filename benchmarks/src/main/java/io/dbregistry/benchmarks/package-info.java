/**
 * Measures what the registry costs, beside what others cost for the same work. Not part
 * of what is published.
 */
@NullMarked
package io.dbregistry.benchmarks;

import org.jspecify.annotations.NullMarked;
