package io.dbregistry.boot.command;

import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Prepares a context for its command, if there is one. Not a configuration: what is
 * generated ahead of time knows no arguments.
 */
final class CommandInitializer implements ApplicationContextInitializer<ConfigurableApplicationContext> {

	@Override
	public void initialize(ConfigurableApplicationContext context) {
		CommandRequest.find(context.getEnvironment())
			.ifPresent((request) -> context.getBeanFactory()
				.registerSingleton(CommandMode.class.getName(), new CommandMode(request, context.getEnvironment())));
	}

}
