package io.dbregistry.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.dbregistry.database.Databases;
import io.dbregistry.model.Model;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.beans.factory.config.ConstructorArgumentValues;
import org.springframework.util.ClassUtils;

/**
 * The models that were found in the packages of the application, and the converters of
 * their values; held by name, so that the lists can be written down ahead of time.
 */
final class ScannedModels implements BeanClassLoaderAware {

	private final List<String> packages;

	private final List<String> names;

	private final List<String> converters;

	private @Nullable ClassLoader classLoader;

	ScannedModels(List<String> packages, List<String> names, List<String> converters) {
		this.packages = List.copyOf(packages);
		this.names = List.copyOf(names);
		this.converters = List.copyOf(converters);
	}

	/**
	 * Finds what a start registered that failed, whose beans are gone.
	 */
	static Optional<ScannedModels> findDefined(ConfigurableListableBeanFactory beanFactory) {
		String name = ScannedModels.class.getName();
		if (!beanFactory.containsBeanDefinition(name)) {
			return Optional.empty();
		}
		ConstructorArgumentValues values = beanFactory.getBeanDefinition(name).getConstructorArgumentValues();
		return Optional.of(new ScannedModels(list(values, 0), list(values, 1), list(values, 2)));
	}

	@SuppressWarnings("unchecked")
	private static List<String> list(ConstructorArgumentValues values, int index) {
		ConstructorArgumentValues.ValueHolder holder = values.getIndexedArgumentValue(index, List.class);
		return (holder != null && holder.getValue() instanceof List<?> list) ? (List<String>) list : List.of();
	}

	@Override
	public void setBeanClassLoader(ClassLoader classLoader) {
		this.classLoader = classLoader;
	}

	/** Where they were looked for. */
	List<String> packages() {
		return this.packages;
	}

	/** The names of their classes. */
	List<String> names() {
		return this.names;
	}

	/**
	 * Those that live in one of some databases. Only the registry knows all databases:
	 * customizers may add more.
	 */
	List<Class<?>> in(Set<String> extras) {
		return Arrays.stream(types()).filter((type) -> isIn(extras, type.getAnnotation(Model.class))).toList();
	}

	private static boolean isIn(Set<String> extras, @Nullable Model model) {
		return model == null || model.database().isEmpty() || model.database().equals(Databases.PRIMARY)
				|| extras.contains(model.database());
	}

	Class<?>[] types() {
		return load(this.names).toArray(Class<?>[]::new);
	}

	/** The converters that are applied to all values of a type. */
	List<Class<?>> converters() {
		return load(this.converters);
	}

	private List<Class<?>> load(List<String> classes) {
		return classes.stream().<Class<?>>map((name) -> ClassUtils.resolveClassName(name, this.classLoader)).toList();
	}

}
