package io.dbregistry.boot.autoconfigure;

import java.util.List;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.BeanClassLoaderAware;
import org.springframework.util.ClassUtils;

/**
 * The models that were found in the packages of the application; held by name, so that
 * the list can be written down ahead of time.
 */
final class ScannedModels implements BeanClassLoaderAware {

	private final List<String> names;

	private @Nullable ClassLoader classLoader;

	ScannedModels(List<String> names) {
		this.names = List.copyOf(names);
	}

	@Override
	public void setBeanClassLoader(ClassLoader classLoader) {
		this.classLoader = classLoader;
	}

	Class<?>[] types() {
		return this.names.stream()
			.map((name) -> ClassUtils.resolveClassName(name, this.classLoader))
			.toArray(Class<?>[]::new);
	}

}
