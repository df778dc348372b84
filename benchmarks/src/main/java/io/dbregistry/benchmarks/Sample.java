package io.dbregistry.benchmarks;

import java.lang.management.ManagementFactory;

import com.sun.management.OperatingSystemMXBean;
import com.sun.management.ThreadMXBean;

/**
 * What one run cost.
 *
 * @param wall nanoseconds by the clock
 * @param cpu nanoseconds of CPU, of the calling thread
 * @param process nanoseconds of CPU, of the whole process: garbage collection, compiler
 * and helping threads too
 * @param bytes bytes allocated by the calling thread
 */
record Sample(long wall, long cpu, long process, long bytes) {

	private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

	private static final OperatingSystemMXBean PROCESS = (OperatingSystemMXBean) ManagementFactory
		.getOperatingSystemMXBean();

	/** Measures one run. */
	static Sample of(Contender contender, long expected) throws Exception {
		Sample before = now();
		long done = contender.run();
		Sample cost = now().minus(before);
		if (done != expected) {
			throw new IllegalStateException("'%s' did %d of %d; the figures would compare different work"
				.formatted(contender.product().name(), done, expected));
		}
		return cost;
	}

	private static Sample now() {
		return new Sample(System.nanoTime(), THREADS.getCurrentThreadCpuTime(), PROCESS.getProcessCpuTime(),
				THREADS.getCurrentThreadAllocatedBytes());
	}

	private Sample minus(Sample before) {
		return new Sample(this.wall - before.wall, this.cpu - before.cpu, this.process - before.process,
				this.bytes - before.bytes);
	}

}
