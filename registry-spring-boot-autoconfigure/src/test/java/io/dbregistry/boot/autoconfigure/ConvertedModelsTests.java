package io.dbregistry.boot.autoconfigure;

import io.dbregistry.Registry;
import io.dbregistry.RegistryCustomizer;
import io.dbregistry.boot.autoconfigure.converted.Parcel;
import io.dbregistry.boot.autoconfigure.converted.Weight;
import io.dbregistry.model.Model;
import io.dbregistry.query.ModelRepository;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Converters that are applied to the models of an application. */
class ConvertedModelsTests {

	private final ApplicationContextRunner runner = RegistryContexts.two()
		.withPropertyValues("registry.models.packages=" + Parcel.class.getPackageName(), "registry.ddl-auto=create");

	@Test
	void areFoundInTheirPackages() {
		this.runner.run((context) -> {
			ModelRepository<Parcel> parcels = context.getBean(Registry.class).repository(Parcel.class);
			parcels.create(new Parcel(1, new Weight(250), true));
			assertThat(parcels.get(1)).isEqualTo(new Parcel(1, new Weight(250), true));
			assertThat(context.getBean(JdbcClient.class).sql("select weight from parcel").query(Long.class).single())
				.isEqualTo(250);
		});
	}

	@Test
	void areAppliedToModelsOfCustomizers() {
		this.runner.withBean(RegistryCustomizer.class, () -> (builder) -> builder.models(Letter.class))
			.run((context) -> assertThat(context.getBean(Registry.class)
				.repository(Letter.class)
				.create(new Letter(1, new Weight(20)))
				.weight()
				.grams()).isEqualTo(20));
	}

	@Test
	void areRefusedWhenACustomizerNamesThemTooLate() {
		this.runner.withBean(RegistryCustomizer.class, () -> (builder) -> builder.converters(YesNo.class))
			.run((context) -> {
				FailureAnalysis analysis = FailureAnalyzersTests.analyze(context.getStartupFailure());
				assertThat(analysis.getDescription()).contains("Model 'Parcel' has the table "
						+ "'parcel (id BIGINT, weight BIGINT, open BOOLEAN)' by the properties, and "
						+ "'parcel (id BIGINT, weight BIGINT, open VARCHAR(255))' by a customizer");
				assertThat(analysis.getAction()).contains("converters(…)", "packages of the models");
			});
	}

	@Model
	record Letter(@Id long id, Weight weight) {
	}

	@Converter(autoApply = true)
	static final class YesNo implements AttributeConverter<Boolean, String> {

		@Override
		public String convertToDatabaseColumn(Boolean value) {
			return value ? "yes" : "no";
		}

		@Override
		public Boolean convertToEntityAttribute(String stored) {
			return stored.equals("yes");
		}

	}

}
