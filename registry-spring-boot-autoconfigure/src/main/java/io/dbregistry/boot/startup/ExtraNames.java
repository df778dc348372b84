package io.dbregistry.boot.startup;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName.Form;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.context.properties.source.IterableConfigurationPropertySource;
import org.springframework.core.env.Environment;

/**
 * The names of the extra databases, read without their settings: those may not be there
 * yet when an application is processed ahead of time.
 */
public final class ExtraNames {

	/** What the settings of the extra databases are below. */
	public static final ConfigurationPropertyName EXTRA = ConfigurationPropertyName.of("registry.extra");

	private static final int NAME = EXTRA.getNumberOfElements();

	private ExtraNames() {
	}

	/**
	 * The names as they were written, the empty one included. They are in the order of
	 * the source that is overridden by the others.
	 * @param environment what has the settings
	 * @return the names
	 */
	public static Set<String> in(Environment environment) {
		Set<String> names = new LinkedHashSet<>();
		sources(environment).forEach((source) -> {
			below(source).map(ExtraNames::name).forEach(names::add);
			if (source.stream().anyMatch(ExtraNames::isNameless)) {
				names.add("");
			}
		});
		return names;
	}

	/**
	 * The names of extra databases that are given as one value and as a block as well.
	 * @param environment what has the settings
	 * @return the names
	 */
	public static Set<String> inBothForms(Environment environment) {
		Set<String> scalars = new LinkedHashSet<>();
		Set<String> blocks = new LinkedHashSet<>();
		sources(environment).forEach((source) -> below(source)
			.forEach((property) -> ((property.getNumberOfElements() == NAME + 1) ? scalars : blocks)
				.add(property.getElement(NAME, Form.UNIFORM))));
		scalars.retainAll(blocks);
		return scalars;
	}

	/**
	 * A blank key in a file is kept as a dot at the end, behind which is no element.
	 */
	private static boolean isNameless(ConfigurationPropertyName property) {
		return property.getNumberOfElements() == NAME && property.toString().startsWith(EXTRA + ".");
	}

	private static String name(ConfigurationPropertyName property) {
		return property.getElement(NAME, Form.ORIGINAL);
	}

	private static Stream<ConfigurationPropertyName> below(IterableConfigurationPropertySource source) {
		return source.stream().filter(EXTRA::isAncestorOf);
	}

	private static Stream<IterableConfigurationPropertySource> sources(Environment environment) {
		List<ConfigurationPropertySource> sources = new ArrayList<>();
		ConfigurationPropertySources.get(environment).forEach(sources::add);
		Collections.reverse(sources);
		return sources.stream()
			.filter(IterableConfigurationPropertySource.class::isInstance)
			.map(IterableConfigurationPropertySource.class::cast);
	}

}
