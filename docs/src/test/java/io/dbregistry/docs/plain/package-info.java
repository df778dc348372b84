/**
 * The program of the page on getting started in plain Java.
 */
package io.dbregistry.docs.plain;
