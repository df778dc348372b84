package io.dbregistry.boot.autoconfigure;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.dbregistry.database.Databases;
import io.dbregistry.database.InvalidSettingsException;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.AotDetector;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.EnvironmentAware;
import org.springframework.core.PriorityOrdered;
import org.springframework.core.env.Environment;

/**
 * The databases whose beans were defined. When that was done ahead of time, it checks at
 * start what could not be seen then: the settings, and that the names are still the same.
 */
final class FrozenDatabases implements BeanFactoryPostProcessor, PriorityOrdered, EnvironmentAware {

	private final List<String> names;

	private final Set<String> brought;

	@SuppressWarnings("NullAway.Init") // set by the context before anything is called
	private Environment environment;

	/**
	 * Creates the list.
	 * @param names the names of the extra databases, and {@code primary} when it has a
	 * URL under {@code registry.*}
	 * @param brought the names of those whose pool the application brings itself
	 */
	FrozenDatabases(List<String> names, List<String> brought) {
		this.names = List.copyOf(names);
		this.brought = Set.copyOf(brought);
	}

	@Override
	public void setEnvironment(Environment environment) {
		this.environment = environment;
	}

	@Override
	public void postProcessBeanFactory(ConfigurableListableBeanFactory beanFactory) {
		if (AotDetector.useGeneratedArtifacts()) {
			check(beanFactory.getBeanClassLoader());
		}
	}

	/**
	 * Checks the settings and the names.
	 * @throws InvalidSettingsException if a setting is wrong
	 * @throws FrozenDatabasesException if the names differ
	 */
	void check(@Nullable ClassLoader classLoader) {
		Set<String> configured = new SettingsReader(this.environment, classLoader).readAll(this.brought::contains);
		if (!configured.equals(new LinkedHashSet<>(this.names))) {
			throw new FrozenDatabasesException(this.names, List.copyOf(configured));
		}
	}

	/**
	 * The extra databases in the order of their declaration, which overriding a property
	 * of one does not change.
	 */
	List<String> extras() {
		return this.names.stream().filter((name) -> !name.equals(Databases.PRIMARY)).toList();
	}

	@Override
	public int getOrder() {
		return HIGHEST_PRECEDENCE;
	}

}
