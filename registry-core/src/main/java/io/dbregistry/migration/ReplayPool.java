package io.dbregistry.migration;

import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;

/**
 * Replays a changelog in many schemas at once, with a few workers. When the thread that
 * waits for it is interrupted, the schemas that are being migrated are finished, and no
 * others are begun.
 */
final class ReplayPool {

	private final int workers;

	private final SchemaWork work;

	/**
	 * Creates a pool.
	 * @param workers how many schemas at once
	 */
	ReplayPool(int workers, SchemaWork work) {
		this.workers = workers;
		this.work = work;
	}

	/** Migrates schemas. */
	void run(List<String> schemas) throws InterruptedException {
		Queue<String> queue = new ConcurrentLinkedQueue<>(schemas);
		int threads = Math.min(this.workers, schemas.size());
		CountDownLatch done = new CountDownLatch(threads);
		for (int i = 0; i < threads; i++) {
			Thread worker = new Thread(() -> {
				try {
					drain(queue);
				}
				finally {
					done.countDown();
				}
			}, "registry-migration-" + (i + 1));
			worker.setDaemon(true);
			worker.start();
		}
		try {
			done.await();
		}
		catch (InterruptedException ex) {
			queue.clear();
			done.await();
			throw ex;
		}
	}

	private void drain(Queue<String> queue) {
		for (String schema = queue.poll(); schema != null; schema = queue.poll()) {
			this.work.on(schema);
		}
	}

	/** What is done in a schema. */
	@FunctionalInterface
	interface SchemaWork {

		void on(String schema);

	}

}
