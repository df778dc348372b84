package io.dbregistry.sample;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

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

}
