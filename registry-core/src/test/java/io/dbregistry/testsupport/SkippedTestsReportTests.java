package io.dbregistry.testsupport;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;

import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.TestAbortedException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

class SkippedTestsReportTests {

	@Test
	void countsSkipsByReason() {
		assertThat(run(Skipping.class))
			.containsExactly("!!! SKIPPED 4: 1 x later; 2 x no MariaDB here; 1 x no reason given");
	}

	@Test
	void saysNothingWhenNothingWasSkipped() {
		assertThat(run(Running.class)).isEmpty();
	}

	@Test
	void isOnByDefault() {
		assertThat(ServiceLoader.load(TestExecutionListener.class))
			.hasAtLeastOneElementOfType(SkippedTestsReport.class);
	}

	private static List<String> run(Class<?> type) {
		List<String> lines = new ArrayList<>();
		LauncherConfig quiet = LauncherConfig.builder().enableTestExecutionListenerAutoRegistration(false).build();
		LauncherFactory.create(quiet)
			.execute(LauncherDiscoveryRequestBuilder.request().selectors(selectClass(type)).build(),
					new SkippedTestsReport(lines::add));
		return lines;
	}

	static class Skipping {

		@Test
		@Disabled("later")
		void isDisabled() {
		}

		@Test
		void lacksAServer() {
			throw new TestAbortedException("no MariaDB here");
		}

		@Test
		void lacksTheSameServer() {
			throw new TestAbortedException("no MariaDB here");
		}

		@Test
		void givesNoReason() {
			throw new TestAbortedException();
		}

	}

	static class Running {

		@Test
		void runs() {
		}

	}

}
