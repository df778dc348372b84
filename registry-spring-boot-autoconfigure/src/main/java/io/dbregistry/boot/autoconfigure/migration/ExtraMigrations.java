package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.boot.startup.Failures;
import io.dbregistry.boot.startup.StartupWork;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.beans.factory.ListableBeanFactory;

/**
 * Migrates the extra databases one after another. When one fails the others are migrated
 * all the same; then the start fails with all failures. One that is down is migrated when
 * it is opened.
 */
final class ExtraMigrations implements InitializingBean {

	private static final Logger logger = LoggerFactory.getLogger(ExtraMigrations.class);

	private final ListableBeanFactory beanFactory;

	ExtraMigrations(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	@Override
	public void afterPropertiesSet() {
		Failures failures = new Failures();
		this.beanFactory.getBeansOfType(StartupWork.class)
			.forEach((name, work) -> failures.collect(() -> start(name, work)));
		failures.throwFirst();
	}

	private static void start(String name, StartupWork work) {
		if (!work.start()) {
			logger.info("{} waits until its database is open", name);
		}
	}

}
