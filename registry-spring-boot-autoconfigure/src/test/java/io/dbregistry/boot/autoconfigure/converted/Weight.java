package io.dbregistry.boot.autoconfigure.converted;

/**
 * A value that only a converter can store.
 *
 * @param grams the weight in grams
 */
public record Weight(long grams) {

}
