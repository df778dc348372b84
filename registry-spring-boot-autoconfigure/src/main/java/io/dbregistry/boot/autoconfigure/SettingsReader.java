package io.dbregistry.boot.autoconfigure;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.zaxxer.hikari.HikariConfig;
import io.dbregistry.boot.startup.ExtraNames;
import io.dbregistry.database.Databases;
import io.dbregistry.database.InvalidSettingsException;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.core.env.Environment;

/**
 * Reads {@code registry.*} before anything is built from it, and reports everything that
 * is wrong with it at once.
 */
final class SettingsReader {

	private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*");

	static final String PRIMARY_URL = "registry.database.url";

	private static final ConfigurationPropertyName PRIMARY_POOL = ConfigurationPropertyName
		.of("registry.database.hikari");

	private final Environment environment;

	private final @Nullable ClassLoader classLoader;

	private final PropertyProblems problems;

	private final MigrationCheck migrations;

	SettingsReader(Environment environment, @Nullable ClassLoader classLoader) {
		this.environment = environment;
		this.classLoader = classLoader;
		this.problems = new PropertyProblems(Binder.get(environment));
		this.migrations = new MigrationCheck(this.problems, classLoader);
	}

	/**
	 * Reads which databases there are and nothing else.
	 * @return the names of the extra databases, and {@code primary} when it has a URL
	 * @throws InvalidSettingsException if one can't be used
	 */
	Set<String> readNames() {
		Set<String> names = checkNames();
		throwProblems();
		return withPrimary(names);
	}

	/**
	 * Reads everything.
	 * @param hasDataSource whether the application brings the pool of an extra itself
	 * @return the names of the extra databases, and {@code primary} when it has a URL
	 * @throws InvalidSettingsException if anything is wrong; names all of it
	 */
	Set<String> readAll(Predicate<String> hasDataSource) {
		Set<String> names = checkNames();
		Set<String> inBothForms = checkForms();
		RegistryProperties properties = this.problems.bind(RegistryProperties.PREFIX,
				Bindable.of(RegistryProperties.class));
		if (names.contains("")) {
			this.problems.forget(ExtraNames.EXTRA);
		}
		if (properties != null) {
			new PrimaryCheck(this.problems, this.classLoader).check(properties.database());
			names.stream()
				.filter((name) -> NAME.matcher(name).matches())
				.forEach((name) -> checkExtra(name, properties.extra(name), hasDataSource));
			checkDurations(properties);
			this.migrations.check(properties.migrations());
			if (properties.contentType()) {
				this.problems.add("registry.content-type is 'true', but content types do not exist yet; remove it");
			}
		}
		checkPools(names);
		explainUnknown(inBothForms);
		throwProblems();
		return withPrimary(names);
	}

	private Set<String> withPrimary(Set<String> extras) {
		Set<String> names = new LinkedHashSet<>();
		if (this.environment.containsProperty(PRIMARY_URL)) {
			names.add(Databases.PRIMARY);
		}
		names.addAll(extras);
		return names;
	}

	private Set<String> checkNames() {
		Set<String> names = ExtraNames.in(this.environment);
		for (String name : names) {
			if (name.equals(Databases.PRIMARY)) {
				this.problems.add("'primary' (registry.extra.primary) is the name of registry.database; "
						+ "choose another one for the extra database");
			}
			else if (!NAME.matcher(name).matches()) {
				this.problems.add(("'%s' (registry.extra.%s) is no name for a database: names are lower-case letters "
						+ "and digits, a letter first; %s")
					.formatted(name, name, suggestName(name)));
			}
		}
		return names;
	}

	private String suggestName(String name) {
		String suggestion = name.toLowerCase().replaceAll("[^a-z0-9]|^[0-9]+", "");
		return suggestion.isEmpty() ? "give it one" : "call it '%s', for example".formatted(suggestion);
	}

	private Set<String> checkForms() {
		Set<String> names = ExtraNames.inBothForms(this.environment);
		names.forEach((name) -> this.problems
			.add(("registry.extra.%s is set to a value, and further settings are below it, which would be lost; "
					+ "set registry.extra.%s.url instead of the value")
				.formatted(name, name)));
		return names;
	}

	private void explainUnknown(Set<String> inBothForms) {
		if (this.problems.unknown().stream().map(ConfigurationProperty::getName).anyMatch(PRIMARY_POOL::isAncestorOf)) {
			this.problems
				.add("registry.database.hikari is no setting: the pool of the primary database is Spring Boot's; "
						+ "use spring.datasource.hikari");
		}
		this.problems.unknown()
			.stream()
			.filter((property) -> !PRIMARY_POOL.isAncestorOf(property.getName()))
			.filter((property) -> !isBelowOneOf(inBothForms, property.getName()))
			.forEach((property) -> this.problems.add(describeUnknown(property)));
	}

	private boolean isBelowOneOf(Set<String> names, ConfigurationPropertyName property) {
		int index = ExtraNames.EXTRA.getNumberOfElements();
		return ExtraNames.EXTRA.isAncestorOf(property) && names.contains(property.getElement(index, Form.UNIFORM));
	}

	private String describeUnknown(ConfigurationProperty property) {
		ConfigurationPropertyName name = property.getName();
		if (name.getLastElement(Form.UNIFORM).equals("onunconnected")) {
			return ("%s is no setting: the pool is a bean and can be used for as long as the application runs; "
					+ "remove it (in plain Java, a database has it)")
				.formatted(name);
		}
		Class<?> owner = RegistryProperties.class;
		int index = 1;
		for (Optional<Class<?>> next = block(owner, name, index); next.isPresent(); next = block(owner, name, index)) {
			index += ExtraNames.EXTRA.isAncestorOf(name) ? 2 : 1;
			owner = next.get();
		}
		String origin = (property.getOrigin() != null) ? " in " + property.getOrigin() : "";
		return "%s%s is no setting (known %s: %s); correct or remove it".formatted(name, origin,
				(index > 1) ? "in " + name.chop(index) : "there", PropertyProblems.keysOf(owner));
	}

	private Optional<Class<?>> block(Class<?> owner, ConfigurationPropertyName name, int index) {
		if (!owner.isRecord() || index >= name.getNumberOfElements()) {
			return Optional.empty();
		}
		String element = name.getElement(index, Form.UNIFORM);
		return Arrays.stream(owner.getRecordComponents())
			.filter((component) -> component.getName().toLowerCase().equals(element))
			.<Class<?>>map((component) -> component.getName().equals("extra") ? RegistryProperties.Extra.class
					: component.getType())
			.filter(Class::isRecord)
			.findFirst();
	}

	private void checkExtra(String name, RegistryProperties.Extra extra, Predicate<String> hasDataSource) {
		String property = "registry.extra." + name;
		String url = extra.url();
		if (url != null && !url.isBlank()) {
			Drivers.problem(property, url, extra.driverClassName(), this.classLoader).ifPresent(this.problems::add);
		}
		else if (!hasDataSource.test(name)) {
			this.problems.add("Extra database '%s' has no URL; set %s.url, or declare a DataSource bean named '%s'"
				.formatted(name, property, ExtraBeans.dataSourceName(name)));
		}
		this.migrations.check(property, extra);
	}

	private void checkDurations(RegistryProperties properties) {
		if (properties.health().timeout().toMillis() < 1) {
			this.problems.add("registry.health.timeout is '%s'; it has to be at least a millisecond"
				.formatted(properties.health().timeout()));
		}
		if (properties.health().migrationsInterval().isNegative()) {
			this.problems.add("registry.health.migrations-interval is '%s'; use 0 to leave migrations out of health"
				.formatted(properties.health().migrationsInterval()));
		}
	}

	private void checkPools(Set<String> names) {
		checkPool("registry.defaults.hikari");
		names.stream()
			.filter((name) -> NAME.matcher(name).matches())
			.forEach((name) -> checkPool("registry.extra." + name + ".hikari"));
	}

	private void checkPool(String prefix) {
		this.problems.bind(prefix, Bindable.ofInstance(new HikariConfig()));
	}

	private void throwProblems() {
		List<String> all = this.problems.all();
		if (!all.isEmpty()) {
			throw new InvalidSettingsException(all);
		}
	}

}
