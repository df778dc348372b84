package io.dbregistry.planted;

/** Stands for the root package, which may import everything. */
public final class PlantedRegistry {

}
