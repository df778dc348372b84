package io.dbregistry.boot.autoconfigure;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import jakarta.persistence.Entity;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;

/**
 * Refuses a class that is marked as a model and that a Jakarta Persistence provider has
 * as an entity. Entities in packages that the application names are meant to be shared.
 */
final class ClaimedTwiceCheck implements SmartInitializingSingleton {

	private final ListableBeanFactory beanFactory;

	private final List<Class<?>> candidates;

	ClaimedTwiceCheck(ListableBeanFactory beanFactory, ScannedModels models, List<String> namedPackages) {
		this.beanFactory = beanFactory;
		this.candidates = Arrays.stream(models.types())
			.filter((type) -> namedPackages.isEmpty() && type.isAnnotationPresent(Entity.class))
			.toList();
	}

	@Override
	public void afterSingletonsInstantiated() {
		if (this.candidates.isEmpty()) {
			return;
		}
		Set<Class<?>> entities = new LinkedHashSet<>();
		this.beanFactory.getBeansOfType(EntityManagerFactory.class)
			.values()
			.forEach((factory) -> factory.getMetamodel()
				.getEntities()
				.stream()
				.map(EntityType::getJavaType)
				.forEach(entities::add));
		List<Class<?>> claimed = this.candidates.stream().filter(entities::contains).toList();
		if (!claimed.isEmpty()) {
			throw new ClaimedTwiceException(claimed);
		}
	}

}
