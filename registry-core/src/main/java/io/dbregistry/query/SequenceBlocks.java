package io.dbregistry.query;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Queue;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

import io.dbregistry.database.Database;
import io.dbregistry.metadata.Sequence;
import org.jspecify.annotations.Nullable;

/**
 * Keys from sequences, as many at a time as the sequence grows by.
 * <ol>
 * <li>The next number of the sequence is the last of a block of keys, as JPA providers
 * have it, so that others may take keys from it too; the first block begins where the
 * sequence does.</li>
 * <li>Keys are given out of the block without asking the database.</li>
 * <li>Whoever finds no key left takes a block, on the connection of the current
 * transaction if there is one. Nobody waits for another's block: who waits may hold the
 * connection that is needed.</li>
 * <li>A sequence that was made anew, with its table, begins again: a block that was taken
 * before is passed over, for what was left of it is given out still.</li>
 * </ol>
 * Safe for use by several threads; several instances get different blocks.
 */
final class SequenceBlocks {

	private final Map<Place, Keys> keys = new ConcurrentHashMap<>();

	private final StatementRunner runner;

	SequenceBlocks(StatementRunner runner) {
		this.runner = runner;
	}

	/**
	 * A key that nobody else has.
	 * @param sequence the sequence; without a schema it is in that of the table
	 */
	long next(Target target, Sequence sequence) {
		Place place = new Place(target.database(), target.schema(), sequence);
		Keys known = this.keys.computeIfAbsent(place, (any) -> new Keys());
		for (Block block = known.blocks.peek(); block != null; block = known.blocks.peek()) {
			long key = block.next.getAndIncrement();
			if (key <= block.last) {
				return key;
			}
			known.blocks.remove(block);
		}
		Block block = take(place);
		while (sequence.increment() > 1 && !known.isNew(block)) {
			block = take(place);
		}
		long key = block.next.getAndIncrement();
		known.blocks.add(block);
		return key;
	}

	private Block take(Place place) {
		Database database = place.database;
		Sequence sequence = place.sequence;
		String sql = database.dialect().nextValue(sequence.withDefaultSchema(place.schema).name());
		AtomicLong last = new AtomicLong();
		this.runner.run(database, sql, "take keys of sequence '%s'".formatted(sequence.name()),
				(statement) -> read(statement, last));
		return new Block(Math.max(sequence.start(), last.get() - sequence.increment() + 1), last.get());
	}

	private static long read(PreparedStatement statement, AtomicLong value) throws SQLException {
		try (ResultSet rows = statement.executeQuery()) {
			rows.next();
			value.set(rows.getLong(1));
			return 1;
		}
	}

	/** What is known of a sequence. */
	private static final class Keys {

		/** As many blocks as threads may use at a time. */
		private static final int MAX_RECENT = 64;

		private final Queue<Block> blocks = new ConcurrentLinkedQueue<>();

		/**
		 * The last keys of the blocks taken last, and of all that are still ahead of a
		 * sequence that begins again; guarded by itself.
		 */
		private final TreeSet<Long> taken = new TreeSet<>();

		boolean isNew(Block block) {
			synchronized (this.taken) {
				if (!this.taken.add(block.last)) {
					return false;
				}
				if (this.taken.headSet(block.last).size() > MAX_RECENT) {
					this.taken.pollFirst();
				}
				return true;
			}
		}

	}

	/** Keys that belong to this instance. */
	private static final class Block {

		private final AtomicLong next;

		private final long last;

		Block(long first, long last) {
			this.next = new AtomicLong(first);
			this.last = last;
		}

	}

	/** Where a sequence is; the schema is that of the table. */
	private record Place(Database database, @Nullable String schema, Sequence sequence) {

	}

}
