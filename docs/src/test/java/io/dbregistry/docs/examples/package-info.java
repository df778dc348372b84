/**
 * The examples of the documentation. What stands between two marks is copied into a page.
 */
package io.dbregistry.docs.examples;
