package io.dbregistry.boot.autoconfigure.application;

import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

@SpringBootApplication
public class Application {

	public static void main(String[] arguments) {
		new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE).run(arguments);
	}

}
