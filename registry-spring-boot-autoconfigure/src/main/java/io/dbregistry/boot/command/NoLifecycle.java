package io.dbregistry.boot.command;

import org.springframework.context.LifecycleProcessor;

/**
 * Starts nothing, and so has nothing to stop. A context that never runs is never
 * announced as ready either.
 */
final class NoLifecycle implements LifecycleProcessor {

	@Override
	public void onRefresh() {
	}

	@Override
	public void onClose() {
	}

	@Override
	public void start() {
	}

	@Override
	public void stop() {
	}

	@Override
	public boolean isRunning() {
		return false;
	}

}
