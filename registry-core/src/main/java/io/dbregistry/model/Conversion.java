package io.dbregistry.model;

import jakarta.persistence.AttributeConverter;
import org.jspecify.annotations.Nullable;

/**
 * How the values of an attribute become what is stored, and back: an
 * {@link AttributeConverter} and the type of what it makes.
 * <p>
 * As safe for use by several threads as the converter is.
 */
public final class Conversion {

	private final AttributeConverter<Object, Object> converter;

	private final Class<?> storedType;

	Conversion(AttributeConverter<Object, Object> converter, Class<?> storedType) {
		this.converter = converter;
		this.storedType = storedType;
	}

	/**
	 * The type of what is stored.
	 * @return the second type of the converter
	 */
	public Class<?> storedType() {
		return this.storedType;
	}

	/**
	 * What is stored for a value.
	 * @param value a value of the attribute, or {@code null}
	 * @return what the converter makes of it
	 */
	public @Nullable Object toStored(@Nullable Object value) {
		return this.converter.convertToDatabaseColumn(value);
	}

	/**
	 * The value that something stored stands for.
	 * @param stored what was read, or {@code null}
	 * @return what the converter makes of it
	 */
	public @Nullable Object fromStored(@Nullable Object stored) {
		return this.converter.convertToEntityAttribute(stored);
	}

	/**
	 * The conversion for people: the class of the converter.
	 */
	@Override
	public String toString() {
		return this.converter.getClass().getName();
	}

}
