package io.dbregistry.benchmarks;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Contenders and the work that each of them does.
 *
 * @param work what is done, for people
 * @param size the number of tables, models or schemas
 * @param place the server, or {@code null} when there is none; then the heap is weighed
 * that the result holds
 * @param contenders ours first
 */
record Arena(String work, int size, @Nullable Place place, List<Contender> contenders) {

}
