package io.dbregistry.boot.autoconfigure;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

import io.dbregistry.model.Model;
import jakarta.persistence.Converter;
import jakarta.persistence.Entity;

import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.annotation.MergedAnnotation;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.type.AnnotationMetadata;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.core.type.filter.TypeFilter;

/**
 * Finds the classes of models, and of what converts their values, without loading them.
 */
final class ModelScanner extends ClassPathScanningCandidateComponentProvider {

	private ModelScanner(Environment environment, ResourceLoader resourceLoader, TypeFilter filter) {
		super(false, environment);
		setResourceLoader(resourceLoader);
		addIncludeFilter(filter);
	}

	/**
	 * Finds what is marked as a model.
	 */
	static ModelScanner forModels(Environment environment, ResourceLoader resourceLoader) {
		return new ModelScanner(environment, resourceLoader, new AnnotationTypeFilter(Model.class, false));
	}

	/**
	 * Finds entities of Jakarta Persistence too.
	 */
	static ModelScanner forModelsAndEntities(Environment environment, ResourceLoader resourceLoader) {
		ModelScanner scanner = forModels(environment, resourceLoader);
		scanner.addIncludeFilter(new AnnotationTypeFilter(Entity.class, false));
		return scanner;
	}

	/**
	 * Finds the converters that are applied to all values of a type.
	 */
	static ModelScanner forConverters(Environment environment, ResourceLoader resourceLoader) {
		return new ModelScanner(environment, resourceLoader, (type, types) -> {
			MergedAnnotation<Converter> converter = type.getAnnotationMetadata().getAnnotations().get(Converter.class);
			return converter.isPresent() && converter.getBoolean("autoApply");
		});
	}

	/**
	 * The names of the classes, in alphabetical order: that of the class path is not the
	 * same everywhere.
	 */
	List<String> scan(Collection<String> packages) {
		TreeSet<String> names = new TreeSet<>();
		for (String name : packages) {
			findCandidateComponents(name).stream().map(BeanDefinition::getBeanClassName).forEach(names::add);
		}
		return List.copyOf(names);
	}

	/**
	 * A model that can't be one, such as an inner class, is a candidate as well: it is
	 * better reported than overlooked.
	 */
	@Override
	protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
		AnnotationMetadata metadata = definition.getMetadata();
		return !metadata.isAnnotation() && !metadata.isAbstract();
	}

}
