package io.dbregistry.boot.autoconfigure.converted;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/** Not applied by itself, and so not found. */
@Converter
final class UnusedConverter implements AttributeConverter<Weight, String> {

	@Override
	public String convertToDatabaseColumn(Weight weight) {
		throw new UnsupportedOperationException();
	}

	@Override
	public Weight convertToEntityAttribute(String stored) {
		throw new UnsupportedOperationException();
	}

}
