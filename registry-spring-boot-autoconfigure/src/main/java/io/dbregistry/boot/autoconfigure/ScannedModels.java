package io.dbregistry.boot.autoconfigure;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

import io.dbregistry.database.Databases;
import io.dbregistry.model.Model;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.util.ClassUtils;

/**
 * The models that were found in the packages of the application, and the converters of
 * their values; held by name, so that the lists can be written down ahead of time.
 */
final class ScannedModels implements BeanClassLoaderAware {

	private final List<String> names;

	private final List<String> converters;

	private @Nullable ClassLoader classLoader;

	ScannedModels(List<String> names, List<String> converters) {
		this.names = List.copyOf(names);
		this.converters = List.copyOf(converters);
	}

	@Override
	public void setBeanClassLoader(ClassLoader classLoader) {
		this.classLoader = classLoader;
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
