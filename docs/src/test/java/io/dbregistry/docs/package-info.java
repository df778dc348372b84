/**
 * Holds the documentation to the source: every example in it runs here. The examples
 * themselves are in packages beside this one's checks.
 */
package io.dbregistry.docs;
