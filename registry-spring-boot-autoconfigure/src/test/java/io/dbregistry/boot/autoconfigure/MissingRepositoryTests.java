package io.dbregistry.boot.autoconfigure;

import java.util.concurrent.atomic.AtomicReference;

import io.dbregistry.boot.autoconfigure.jpa.Visit;
import io.dbregistry.boot.autoconfigure.shop.Event;
import io.dbregistry.query.ModelRepository;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.beans.factory.BeanFactory;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;

/** What a start says of a repository that is missing because its model is. */
@ExtendWith(OutputCaptureExtension.class)
class MissingRepositoryTests {

	private static final String SHOP = Event.class.getPackageName();

	private final ApplicationContextRunner runner = RegistryContexts.two().withUserConfiguration(Shop.class);

	@Test
	void saysThatTheClassIsNotMarked() {
		FailureAnalysis analysis = analyze(this.runner.withUserConfiguration(Forgetful.class));
		assertThat(analysis.getDescription())
			.isEqualTo(("%s asks for a ModelRepository<Unmarked>, but %s was not found as a model: it does not carry "
					+ "@Model. Looked for in '%s' and below, models found: 2.")
				.formatted(Forgetful.class.getName(), Unmarked.class.getName(), SHOP));
		assertThat(analysis.getAction()).startsWith("Mark the class with @Model, and name its package")
			.contains("repository(Unmarked.class)");
	}

	@Test
	void saysThatTheClassLiesElsewhere() {
		FailureAnalysis analysis = analyze(
				this.runner.withPropertyValues("registry.models.packages=" + Visit.class.getPackageName())
					.withUserConfiguration(Elsewhere.class));
		assertThat(analysis.getDescription()).contains("it carries @Model", "'" + Visit.class.getPackageName() + "'",
				"models found: 1");
		assertThat(analysis.getAction()).startsWith("Move the class to a package that is looked through, or name")
			.contains("'" + SHOP + "' in registry.models.packages");
	}

	@Test
	void saysThatEntitiesAreNoModelsUnlessTheirPackageIsNamed() {
		FailureAnalysis analysis = analyze(this.runner.withUserConfiguration(OfAnEntity.class));
		assertThat(analysis.getAction()).startsWith("Mark the class with @Model, or name its package '")
			.contains("entities there are models too");
	}

	@Test
	void warnsOfPackagesWithoutModels(CapturedOutput output) {
		this.runner.withPropertyValues("registry.models.packages=" + SHOP + ",com.acme.mistyped")
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(output.getOut()).containsOnlyOnce("There are no models in package")
			.contains("in package 'com.acme.mistyped' of registry.models.packages; correct or remove it");
	}

	private static FailureAnalysis analyze(ApplicationContextRunner runner) {
		AtomicReference<FailureAnalysis> analysis = new AtomicReference<>();
		AtomicReference<BeanFactory> beanFactory = new AtomicReference<>();
		runner.withInitializer((context) -> beanFactory.set(context.getBeanFactory()))
			.run((context) -> analysis
				.set(FailureAnalyzersTests.analyze(context.getStartupFailure(), beanFactory.get())));
		return analysis.get();
	}

	@Configuration(proxyBeanMethods = false)
	@AutoConfigurationPackage(basePackageClasses = Event.class)
	static class Shop {

	}

	record Unmarked(long id) {
	}

	@Configuration(proxyBeanMethods = false)
	static class Forgetful {

		Forgetful(ModelRepository<Unmarked> repository) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class Elsewhere {

		Elsewhere(ModelRepository<Event> repository) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	static class OfAnEntity {

		OfAnEntity(ModelRepository<Visit> repository) {
		}

	}

}
