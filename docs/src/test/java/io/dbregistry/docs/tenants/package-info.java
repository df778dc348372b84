/**
 * The application of the page on tenants.
 */
@NullMarked
package io.dbregistry.docs.tenants;

import org.jspecify.annotations.NullMarked;
