package io.dbregistry.boot.autoconfigure.migration;

import io.dbregistry.RegistryBuilder;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;

/**
 * Tells the registry how its databases are migrated at start, so that commands and
 * {@code registry.migrations()} do the same. Called before the customizers of the
 * application, which may say otherwise.
 */
final class ChangelogCustomizer implements RegistryCustomizer, Ordered {

	private final ChangelogReader reader;

	private final ConfigurableListableBeanFactory beanFactory;

	ChangelogCustomizer(ChangelogReader reader, ConfigurableListableBeanFactory beanFactory) {
		this.reader = reader;
		this.beanFactory = beanFactory;
	}

	@Override
	public void customize(RegistryBuilder builder) {
		builder.changelog(Databases.PRIMARY, this.reader::primary);
		for (String bean : this.beanFactory.getBeanDefinitionNames()) {
			Object extra = this.beanFactory.getBeanDefinition(bean).getAttribute(Database.class.getName());
			if (extra instanceof String name) {
				builder.changelog(name, (settings) -> this.reader.extra(name, settings));
			}
		}
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
