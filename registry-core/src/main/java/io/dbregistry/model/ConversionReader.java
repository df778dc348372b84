package io.dbregistry.model;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Convert;

/**
 * Reads what {@code @Convert} says of one attribute.
 */
final class ConversionReader {

	private ConversionReader() {
	}

	/** Reads what is said on the attribute itself. */
	static void read(Property property, AttributeDefinition attribute) {
		Convert[] all = property.field().getDeclaredAnnotationsByType(Convert.class);
		if (all.length > 1) {
			attribute.refuse("%d @Convert are said of one value".formatted(all.length), "leave one");
		}
		else if (all.length == 1 && !all[0].attributeName().isEmpty()) {
			attribute.refuse(
					"@Convert(attributeName = \"%s\") is for embedded objects".formatted(all[0].attributeName()),
					"remove attributeName");
		}
		else if (all.length == 1) {
			read(all[0], attribute);
		}
	}

	/** Reads what is said anywhere, in place of what was said before. */
	@SuppressWarnings("unchecked")
	static void read(Convert convert, AttributeDefinition attribute) {
		if (convert.disableConversion()) {
			attribute.values().converter = null;
			attribute.values().unconverted = true;
		}
		else if (convert.converter() == AttributeConverter.class) {
			attribute.refuse("@Convert names no converter", "add converter = …, or remove it");
		}
		else {
			attribute.convert((Class<? extends AttributeConverter<?, ?>>) convert.converter());
		}
	}

}
