package io.dbregistry.boot.startup;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.support.AbstractBeanDefinition;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.core.type.MethodMetadata;

/**
 * Registers the beans of an extra database: qualified by its name, and never a candidate
 * where no qualifier is given. A bean of the application with the same name wins, and is
 * marked the same way: otherwise it would become the primary database's too. Not safe for
 * use by several threads.
 */
public final class ExtraFamily {

	private final String database;

	private final Class<?> maker;

	private final BeanDefinitionRegistry registry;

	/**
	 * Creates the family of one database.
	 * @param database the name of the database
	 * @param maker the class whose static methods make the beans
	 * @param registry where the beans are registered
	 */
	public ExtraFamily(String database, Class<?> maker, BeanDefinitionRegistry registry) {
		this.database = database;
		this.maker = maker;
		this.registry = registry;
	}

	/**
	 * The name of the bean that migrates a database.
	 * @param database the name of the database
	 * @return the name of the bean
	 */
	public static String liquibaseName(String database) {
		return database + "Liquibase";
	}

	/**
	 * Adds a bean, unless the application has one of this name.
	 * @param beanName the name of the bean
	 * @param factoryMethod the method that makes it
	 * @param arguments the first arguments of that method; what follows is injected
	 */
	public void register(String beanName, String factoryMethod, Object... arguments) {
		if (this.registry.containsBeanDefinition(beanName)) {
			adopt(beanName);
			return;
		}
		RootBeanDefinition definition = new RootBeanDefinition(this.maker);
		definition.setFactoryMethodName(factoryMethod);
		definition.setAutowireMode(AbstractBeanDefinition.AUTOWIRE_CONSTRUCTOR);
		for (int i = 0; i < arguments.length; i++) {
			definition.getConstructorArgumentValues().addIndexedArgumentValue(i, arguments[i]);
		}
		mark(definition);
		this.registry.registerBeanDefinition(beanName, definition);
	}

	/**
	 * Marks a bean of the application, if it has one of this name.
	 * @param beanName the name of the bean
	 */
	public void adopt(String beanName) {
		if (this.registry.containsBeanDefinition(beanName)
				&& this.registry.getBeanDefinition(beanName) instanceof AbstractBeanDefinition definition) {
			mark(definition);
			if (this.registry instanceof ConfigurableListableBeanFactory beanFactory) {
				// conditions may have looked at it already
				beanFactory.clearMetadataCache();
			}
		}
	}

	private void mark(AbstractBeanDefinition definition) {
		definition.setDefaultCandidate(false);
		if (!isQualified(definition)) {
			definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, this.database));
		}
	}

	/**
	 * A qualifier of the definition would hide that of the annotation.
	 */
	private static boolean isQualified(AbstractBeanDefinition definition) {
		return definition.hasQualifier(Qualifier.class.getName())
				|| (definition instanceof AnnotatedBeanDefinition annotated
						&& annotations(annotated).isDirectlyPresent(Qualifier.class));
	}

	private static MergedAnnotations annotations(AnnotatedBeanDefinition definition) {
		MethodMetadata factoryMethod = definition.getFactoryMethodMetadata();
		return (factoryMethod != null) ? factoryMethod.getAnnotations() : definition.getMetadata().getAnnotations();
	}

}
