package io.dbregistry.boot.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;

import io.dbregistry.Registry;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;

/**
 * Runs the command once the context is there.
 */
final class CommandRunner implements ApplicationRunner {

	private final CommandRequest request;

	private final ListableBeanFactory beanFactory;

	CommandRunner(CommandRequest request, ListableBeanFactory beanFactory) {
		this.request = request;
		this.beanFactory = beanFactory;
	}

	@Override
	public void run(ApplicationArguments arguments) {
		try {
			FileCommands commands = new FileCommands(registry(), this.request, System.out);
			switch (this.request.command()) {
				case GENERATE -> commands.generate();
				case CHECK -> commands.check();
				case ADOPT -> commands.adopt();
				case INSPECTDB -> commands.inspect();
			}
		}
		catch (IllegalArgumentException ex) {
			throw new CommandException(List.of("'%s' is '%s', which is refused: %s"
				.formatted(this.request.command().property(), this.request.value(), ex.getMessage())));
		}
		catch (UncheckedIOException ex) {
			throw failed(String.valueOf(ex.getMessage()));
		}
		catch (IOException ex) {
			throw failed(ex.toString());
		}
	}

	private static CommandException failed(String reason) {
		return new CommandException(List.of("A file cannot be read or written: %s; correct that".formatted(reason)));
	}

	private Registry registry() {
		Map<String, Registry> registries = this.beanFactory.getBeansOfType(Registry.class, false, true);
		String named = this.request.option(CommandOption.REGISTRY);
		Registry registry = (named != null) ? registries.get(named)
				: (registries.size() == 1) ? registries.values().iterator().next() : null;
		if (registry == null) {
			throw new CommandException(List.of(("%s (there are: '%s'); name one by --%s=…").formatted(
					(named != null) ? "There is no registry bean '%s'".formatted(named)
							: "The application has %d registry beans".formatted(registries.size()),
					String.join("', '", registries.keySet()), CommandOption.REGISTRY.property())));
		}
		return registry;
	}

}
