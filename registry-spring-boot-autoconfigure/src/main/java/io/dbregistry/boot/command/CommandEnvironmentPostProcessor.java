package io.dbregistry.boot.command;

import java.util.Map;

import org.springframework.boot.EnvironmentPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.core.Ordered;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;

/**
 * Lets an application that runs a command start without its web server, and leave
 * standard output to the command.
 */
final class CommandEnvironmentPostProcessor implements EnvironmentPostProcessor, Ordered {

	private static final Map<String, Object> NEEDED = Map.of("spring.main.web-application-type", "none",
			"spring.main.keep-alive", "false", "registry.ddl-auto", "none");

	/**
	 * Liquibase and a driver log what fails, which the report of the command says too.
	 */
	private static final Map<String, Object> UNLESS_SET = Map.of("spring.main.banner-mode", "off",
			"spring.main.log-startup-info", "false", "logging.threshold.console", "warn", "logging.level.liquibase",
			"off", "logging.level.org.mariadb.jdbc.message.server", "off");

	@Override
	public void postProcessEnvironment(ConfigurableEnvironment environment, SpringApplication application) {
		if (CommandRequest.isIn(environment)) {
			environment.getPropertySources().addFirst(new MapPropertySource("registryCommand", NEEDED));
			environment.getPropertySources().addLast(new MapPropertySource("registryCommandDefaults", UNLESS_SET));
		}
	}

	/**
	 * After the files of the application are read.
	 */
	@Override
	public int getOrder() {
		return LOWEST_PRECEDENCE;
	}

}
