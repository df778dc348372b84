package io.dbregistry.boot.autoconfigure;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

import io.dbregistry.boot.startup.ExtraFamily;
import io.dbregistry.database.Database;
import io.dbregistry.database.Databases;

import org.springframework.beans.factory.config.RuntimeBeanReference;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.context.aot.AbstractAotProcessor;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Checks {@code registry.*} and registers the beans of each extra database.
 */
final class ExtraDatabasesRegistrar implements ImportBeanDefinitionRegistrar {

	private final Environment environment;

	private final ClassLoader classLoader;

	ExtraDatabasesRegistrar(Environment environment, ClassLoader classLoader) {
		this.environment = environment;
		this.classLoader = classLoader;
	}

	@Override
	public void registerBeanDefinitions(AnnotationMetadata metadata, BeanDefinitionRegistry registry) {
		SettingsReader reader = new SettingsReader(this.environment, this.classLoader);
		Predicate<String> brought = (name) -> registry.containsBeanDefinition(ExtraBeans.dataSourceName(name));
		Set<String> names = isAheadOfTime() ? reader.readNames() : reader.readAll(brought);
		registerNames(names, names.stream().filter(brought).toList(), registry);
		names.stream()
			.filter((name) -> !name.equals(Databases.PRIMARY))
			.forEach((name) -> registerFamily(name, registry));
	}

	/**
	 * What the settings are will only be known when the application runs.
	 */
	private static boolean isAheadOfTime() {
		return Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING);
	}

	private static void registerFamily(String name, BeanDefinitionRegistry registry) {
		ExtraFamily family = new ExtraFamily(name, ExtraBeans.class, registry);
		RuntimeBeanReference dataSource = new RuntimeBeanReference(ExtraBeans.dataSourceName(name));
		family.register(ExtraBeans.dataSourceName(name), "dataSource", name);
		family.register(ExtraBeans.jdbcTemplateName(name), "jdbcTemplate", dataSource);
		family.register(ExtraBeans.jdbcClientName(name), "jdbcClient",
				new RuntimeBeanReference(ExtraBeans.jdbcTemplateName(name)));
		family.register(ExtraBeans.transactionManagerName(name), "transactionManager", dataSource);
		// before Spring Boot looks whether the application brings the primary's
		family.adopt(ExtraFamily.liquibaseName(name));
		registry.getBeanDefinition(ExtraBeans.dataSourceName(name)).setAttribute(Database.class.getName(), name);
	}

	private static void registerNames(Set<String> names, List<String> brought, BeanDefinitionRegistry registry) {
		RootBeanDefinition definition = new RootBeanDefinition(FrozenDatabases.class);
		definition.setRole(AbstractBeanDefinition.ROLE_INFRASTRUCTURE);
		definition.getConstructorArgumentValues().addIndexedArgumentValue(0, List.copyOf(names));
		definition.getConstructorArgumentValues().addIndexedArgumentValue(1, brought);
		registry.registerBeanDefinition(FrozenDatabases.class.getName(), definition);
	}

}
