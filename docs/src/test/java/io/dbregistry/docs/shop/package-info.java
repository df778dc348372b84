/**
 * The application of README.md and of the pages on Spring Boot.
 */
package io.dbregistry.docs.shop;
