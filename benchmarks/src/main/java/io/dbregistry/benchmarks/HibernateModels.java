package io.dbregistry.benchmarks;

import java.util.List;
import java.util.Map;

import io.dbregistry.benchmarks.Contender.Product;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/**
 * Hibernate's view of the models, as an application's start builds it.
 *
 * @param services what it works with
 * @param metadata the tables
 */
record HibernateModels(StandardServiceRegistry services, Metadata metadata) implements AutoCloseable {

	static HibernateModels read(List<Class<?>> models, Map<String, Object> settings) {
		BootstrapServiceRegistry loaders = new BootstrapServiceRegistryBuilder()
			.applyClassLoader(models.get(0).getClassLoader())
			.build();
		StandardServiceRegistry services = new StandardServiceRegistryBuilder(loaders).applySettings(settings).build();
		MetadataSources sources = new MetadataSources(services);
		models.forEach(sources::addAnnotatedClass);
		return new HibernateModels(services, sources.buildMetadata());
	}

	static Product product() {
		return new Product("Hibernate ORM", org.hibernate.Version.getVersionString());
	}

	@Override
	public void close() {
		StandardServiceRegistryBuilder.destroy(this.services);
	}

}
