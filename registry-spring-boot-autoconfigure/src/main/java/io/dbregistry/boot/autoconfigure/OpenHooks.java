package io.dbregistry.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;

import io.dbregistry.database.OpenHook;

import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * Finds what the application does when a database is opened.
 */
final class OpenHooks {

	private OpenHooks() {
	}

	/**
	 * The hooks qualified with the name of a database. Makes no factory beans only to see
	 * what they would make.
	 */
	static List<OpenHook> of(String database, ConfigurableListableBeanFactory beanFactory) {
		return Arrays.stream(beanFactory.getBeanNamesForType(OpenHook.class, true, false))
			.filter((hook) -> BeanFactoryAnnotationUtils.isQualifierMatch(database::equals, hook, beanFactory))
			.map((hook) -> beanFactory.getBean(hook, OpenHook.class))
			.toList();
	}

}
