package io.dbregistry.docs.examples;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
import io.dbregistry.model.Model;
import io.dbregistry.query.ModelRepository;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;
import jakarta.persistence.Converter;
import jakarta.persistence.Embeddable;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ConvertersTests {

	// tag::converters[]
	record Weight(long grams) {
	}

	@Converter(autoApply = true)
	static class WeightConverter implements AttributeConverter<Weight, Long> {

		@Override
		public Long convertToDatabaseColumn(Weight weight) {
			return (weight != null) ? weight.grams() : null;
		}

		@Override
		public Weight convertToEntityAttribute(Long stored) {
			return (stored != null) ? new Weight(stored) : null;
		}

	}

	@Embeddable
	record Box(int height, boolean open) {
	}

	@Model
	record Parcel(@Id @GeneratedValue Long id, Weight weight,
			@Convert(attributeName = "open", converter = YesNo.class) Box box) {
	}
	// end::converters[]

	static class YesNo implements AttributeConverter<Boolean, String> {

		@Override
		public String convertToDatabaseColumn(Boolean value) {
			return value ? "yes" : "no";
		}

		@Override
		public Boolean convertToEntityAttribute(String stored) {
			return stored.equals("yes");
		}

	}

	@Test
	void appliesConverters() {
		// tag::builder[]
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:converters")
			.models(Parcel.class)
			.converters(WeightConverter.class)
			.build();
		// end::builder[]
		try (Lease lease = registry.open("docs")) {
			registry.schemas().createAll();
			ModelRepository<Parcel> parcels = registry.repository(Parcel.class);
			Parcel parcel = parcels.create(new Parcel(null, new Weight(250), new Box(3, true)));
			assertThat(parcels.query().filter("weight", new Weight(250)).filter("box.open", true).get())
				.isEqualTo(parcel);
		}
	}

}
