package io.dbregistry.planted.alone;

/** Violates two rules: its package has no row in the table, and no package-info. */
public final class Undescribed {

}
