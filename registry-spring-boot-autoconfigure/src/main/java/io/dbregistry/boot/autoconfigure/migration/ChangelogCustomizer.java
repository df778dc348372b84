package io.dbregistry.boot.autoconfigure.migration;

import java.util.Set;

import io.dbregistry.RegistryBuilder;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.boot.startup.ExtraNames;
import io.dbregistry.database.Databases;

import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;

/**
 * Lets the registry migrate by hand as databases are migrated at start. It comes before
 * the customizers of the application, which may say otherwise.
 */
final class ChangelogCustomizer implements RegistryCustomizer, Ordered {

	private final Environment environment;

	private final ResourceLoader resources;

	private final ConfigurableListableBeanFactory beanFactory;

	ChangelogCustomizer(Environment environment, ResourceLoader resources,
			ConfigurableListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
		this.environment = environment;
		this.resources = resources;
	}

	@Override
	public void customize(RegistryBuilder builder) {
		ChangelogReader reader = new ChangelogReader(this.environment, this.resources);
		Set<String> extras = ExtraNames.in(this.environment);
		builder.changelog(Databases.PRIMARY, reader::primary);
		extras.forEach((name) -> builder.changelog(name, (settings) -> reader.extra(name, settings)));
		new TenantSources(this.beanFactory, extras, reader)
			.forEach((database, source) -> builder.changelog(database, (settings) -> settings.schemas(source)));
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
