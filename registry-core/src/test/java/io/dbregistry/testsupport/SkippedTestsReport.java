package io.dbregistry.testsupport;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;

/**
 * Prints one line at the end of a run that skipped something: how many tests or test
 * classes, and why.
 */
public final class SkippedTestsReport implements TestExecutionListener {

	private final Consumer<String> output;

	/** How often each reason was met; guarded by itself. */
	private final Map<String, Integer> reasons = new TreeMap<>();

	/** For JUnit, which finds it as a service. */
	public SkippedTestsReport() {
		this(System.out::println);
	}

	SkippedTestsReport(Consumer<String> output) {
		this.output = output;
	}

	@Override
	public void executionSkipped(TestIdentifier test, String reason) {
		count(reason);
	}

	@Override
	public void executionFinished(TestIdentifier test, TestExecutionResult result) {
		if (result.getStatus() == TestExecutionResult.Status.ABORTED) {
			count(result.getThrowable().map(Throwable::getMessage).orElse("no reason given"));
		}
	}

	private void count(String reason) {
		synchronized (this.reasons) {
			this.reasons.merge(reason, 1, Integer::sum);
		}
	}

	@Override
	public void testPlanExecutionFinished(TestPlan plan) {
		synchronized (this.reasons) {
			if (!this.reasons.isEmpty()) {
				int total = this.reasons.values().stream().mapToInt(Integer::intValue).sum();
				this.output.accept(this.reasons.entrySet()
					.stream()
					.map((reason) -> reason.getValue() + " x " + reason.getKey())
					.collect(Collectors.joining("; ", "!!! SKIPPED " + total + ": ", "")));
			}
		}
	}

}
