package io.dbregistry.boot.autoconfigure.converted;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

@Converter(autoApply = true)
final class WeightConverter implements AttributeConverter<Weight, Long> {

	@Override
	public Long convertToDatabaseColumn(Weight weight) {
		return weight.grams();
	}

	@Override
	public Weight convertToEntityAttribute(Long stored) {
		return new Weight(stored);
	}

}
