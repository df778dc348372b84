package io.dbregistry.model;

/**
 * What is wrong with a declaration, so that nothing can be made of it.
 *
 * @param description what is wrong
 * @param action what to do about it
 */
record Fault(String description, String action) {

}
