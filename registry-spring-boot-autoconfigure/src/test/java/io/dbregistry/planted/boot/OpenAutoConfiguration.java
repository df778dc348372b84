package io.dbregistry.planted.boot;

import org.springframework.beans.factory.InitializingBean;
import org.springframework.boot.autoconfigure.AutoConfiguration;

/** Violates the rules: not final, with a public field, constructor, method and type. */
@AutoConfiguration
public class OpenAutoConfiguration implements InitializingBean {

	/** A constant, which may be public. */
	public static final String NAME = "open";

	/** Violates a rule. */
	public String field = NAME;

	/** What every public class has. */
	public OpenAutoConfiguration() {
	}

	/**
	 * Violates a rule.
	 * @param field any
	 */
	public OpenAutoConfiguration(String field) {
		this.field = field;
	}

	/**
	 * Violates a rule.
	 * @return any
	 */
	public String method() {
		return this.field;
	}

	/** Overrides, so it may be public. */
	@Override
	public void afterPropertiesSet() {
	}

	/** Violates a rule. */
	public static final class OpenConfiguration {

	}

}
