package io.dbregistry.boot.autoconfigure.migration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

import io.dbregistry.database.Databases;
import io.dbregistry.database.InvalidSettingsException;
import io.dbregistry.migration.SchemaSource;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.BeanFactoryAnnotationUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;

/**
 * The beans that name the schemas of tenants: one qualified with the name of an extra for
 * that database, one without a qualifier for the primary. They are found by their
 * definitions, and made when they are asked first.
 */
final class TenantSources {

	private final ConfigurableListableBeanFactory beanFactory;

	/** The names of the beans by database. */
	private final Map<String, String> beans = new HashMap<>();

	/**
	 * Finds the beans.
	 * @param extras the names of the extra databases
	 * @throws InvalidSettingsException if one is for no database, or two are for one, or
	 * properties name the schemas as well
	 */
	TenantSources(ConfigurableListableBeanFactory beanFactory, Set<String> extras, ChangelogReader reader) {
		this.beanFactory = beanFactory;
		List<String> problems = new ArrayList<>();
		Set<String> databases = new LinkedHashSet<>(Set.of(Databases.PRIMARY));
		databases.addAll(extras);
		for (String bean : beanFactory.getBeanNamesForType(SchemaSource.class, true, false)) {
			String database = databaseOf(bean, databases);
			if (database == null) {
				problems.add(("SchemaSource bean '%s' is qualified with the name of no database (known: '%s'); "
						+ "correct its qualifier, or remove it for the primary")
					.formatted(bean, String.join("', '", databases)));
				continue;
			}
			String other = this.beans.putIfAbsent(database, bean);
			if (other != null) {
				problems.add(("SchemaSource beans '%s' and '%s' both name the schemas of tenants in database '%s'; "
						+ "qualify one with the name of another database, or remove it")
					.formatted(other, bean, database));
			}
			reader.namingTenants(database)
				.forEach((property) -> problems
					.add("SchemaSource bean '%s' and %s both name the schemas of tenants in database '%s'; remove one"
						.formatted(bean, property, database)));
		}
		if (!problems.isEmpty()) {
			throw new InvalidSettingsException(problems);
		}
	}

	/** The database of a bean, or {@code null} when its qualifier names none. */
	private @Nullable String databaseOf(String bean, Set<String> databases) {
		Set<String> names = new HashSet<>(Set.of(this.beanFactory.getAliases(bean)));
		names.add(bean);
		List<String> qualifiers = new ArrayList<>();
		BeanFactoryAnnotationUtils.isQualifierMatch((name) -> {
			qualifiers.add(name);
			return false;
		}, bean, this.beanFactory);
		// the names of a bean come first, and count where it has no qualifier
		String last = qualifiers.get(qualifiers.size() - 1);
		return databases.contains(last) ? last : names.contains(last) ? Databases.PRIMARY : null;
	}

	/** Passes on each source, which makes its bean when it is asked. */
	void forEach(BiConsumer<String, SchemaSource> work) {
		this.beans.forEach((database, bean) -> work.accept(database,
				(asked) -> this.beanFactory.getBean(bean, SchemaSource.class).schemas(asked)));
	}

}
