package io.dbregistry.sample;

import io.dbregistry.RegistryCustomizer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;

/**
 * Starts the bookshop.
 */
@SpringBootApplication
public class BookshopApplication {

	/**
	 * Starts the bookshop.
	 * @param arguments further properties
	 */
	public static void main(String[] arguments) {
		SpringApplication.run(BookshopApplication.class, arguments);
	}

	/** The clicks of former years: a table for each, from before there was a model. */
	// tag::pattern[]
	@Bean
	RegistryCustomizer archive() {
		return (builder) -> builder.pattern("Archive",
				(pattern) -> pattern.databases("analytics").include("clicks_\\d{4}").modelName("{tableName}"));
	}
	// end::pattern[]

}
