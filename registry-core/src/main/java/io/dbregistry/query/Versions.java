package io.dbregistry.query;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;

import io.dbregistry.model.Attribute;

import org.springframework.util.ClassUtils;

/**
 * The versions of objects: numbers from 0 on, or times, always at UTC, which no change of
 * the clocks sets back.
 */
final class Versions {

	private Versions() {
	}

	/**
	 * The versions of objects that are new.
	 */
	static Supplier<Object> first(Attribute attribute) {
		Class<?> type = ClassUtils.resolvePrimitiveIfNecessary(attribute.type());
		if (type == Instant.class) {
			return () -> now(attribute);
		}
		if (type == LocalDateTime.class) {
			return () -> LocalDateTime.ofInstant(now(attribute), ZoneOffset.UTC);
		}
		Number first = Numbers.convert(attribute, 0, type);
		return () -> first;
	}

	/** The time with as many digits as its column keeps. */
	private static Instant now(Attribute attribute) {
		Instant now = Instant.now();
		long unit = Math.round(Math.pow(10, 9 - attribute.columns().get(0).type().precision()));
		return now.minusNanos(now.getNano() % unit);
	}

}
