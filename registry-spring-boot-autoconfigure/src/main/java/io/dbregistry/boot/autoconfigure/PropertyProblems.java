package io.dbregistry.boot.autoconfigure;

import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

import io.dbregistry.database.DatabaseUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DataObjectPropertyName;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.convert.ConversionException;

/**
 * Binds properties and collects everything that is wrong with them, where the plain
 * binder stops at the first.
 */
final class PropertyProblems {

	private final Binder binder;

	private final List<String> problems = new ArrayList<>();

	private final Map<ConfigurationPropertyName, String> unreadable = new LinkedHashMap<>();

	private final List<ConfigurationProperty> unknown = new ArrayList<>();

	PropertyProblems(Binder binder) {
		this.binder = binder;
	}

	/**
	 * Binds what is below a prefix, as far as it can be read.
	 * @return the result, or {@code null} if nothing is there
	 */
	<T> @Nullable T bind(String prefix, Bindable<T> target) {
		return this.binder.bind(prefix, target, new CollectingBindHandler()).orElse(null);
	}

	void add(String problem) {
		this.problems.add(problem);
	}

	/**
	 * Drops what was said of a property, because there is something better to say.
	 */
	void forget(ConfigurationPropertyName name) {
		this.unreadable.remove(name);
	}

	/**
	 * The keys that fit nothing, for the caller to explain.
	 */
	List<ConfigurationProperty> unknown() {
		return List.copyOf(this.unknown);
	}

	List<String> all() {
		List<String> all = new ArrayList<>(this.problems);
		all.addAll(this.unreadable.values());
		return all;
	}

	/**
	 * The keys that a block has.
	 */
	static String keysOf(Class<?> block) {
		return Arrays.stream(block.getRecordComponents())
			.map(RecordComponent::getName)
			.map(DataObjectPropertyName::toDashedForm)
			.collect(Collectors.joining("', '", "'", "'"));
	}

	private final class CollectingBindHandler extends NoUnboundElementsBindHandler {

		CollectingBindHandler() {
			super(BindHandler.DEFAULT, new UnboundElementsSourceFilter());
		}

		@Override
		public @Nullable Object onFailure(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
				Exception error) {
			ConfigurationProperty property = context.getConfigurationProperty();
			ConfigurationPropertyName culprit = (property != null) ? property.getName() : name;
			DatabaseUrl value = new DatabaseUrl((property != null) ? String.valueOf(property.getValue()) : "");
			PropertyProblems.this.unreadable.put(culprit, describe(culprit, value, target, error));
			return null;
		}

		private String describe(ConfigurationPropertyName name, DatabaseUrl value, Bindable<?> target,
				Exception error) {
			Class<?> type = target.getType().resolve(Object.class);
			if (type.isRecord()) {
				return "%s is one value, but has to be a block (known: %s); set %s.url, for example".formatted(name,
						keysOf(type), name);
			}
			return (error instanceof ConversionException)
					? "%s is '%s', which can't be read as %s; %s".formatted(name, value, type.getSimpleName(),
							legalValues(type))
					: "%s is '%s', which is refused: %s".formatted(name, value, rootMessage(error));
		}

		private static String legalValues(Class<?> type) {
			if (type.isEnum()) {
				return "use one of '%s'".formatted(Arrays.stream(type.getEnumConstants())
					.map((constant) -> constant.toString().toLowerCase(Locale.ROOT).replace('_', '-'))
					.collect(Collectors.joining("', '")));
			}
			return (type == Duration.class) ? "write it like '5s' or '500ms'" : "correct the value";
		}

		private String rootMessage(Throwable error) {
			Throwable root = error;
			while (root.getCause() != null) {
				root = root.getCause();
			}
			return String.valueOf(root.getMessage());
		}

		@Override
		public void onFinish(ConfigurationPropertyName name, Bindable<?> target, BindContext context,
				@Nullable Object result) throws Exception {
			try {
				super.onFinish(name, target, context, result);
			}
			catch (UnboundConfigurationPropertiesException ex) {
				ex.getUnboundProperties()
					.stream()
					.filter((property) -> !PropertyProblems.this.unreadable.containsKey(property.getName()))
					.forEach(PropertyProblems.this.unknown::add);
			}
		}

	}

}
