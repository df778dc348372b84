package io.dbregistry.boot.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Map;
import java.util.Objects;

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
			run(registry());
		}
		catch (IllegalArgumentException ex) {
			throw new CommandException(List.of("'%s' is '%s', which is refused: %s"
				.formatted(this.request.command().property(), this.request.value(), ex.getMessage())));
		}
		catch (UncheckedIOException ex) {
			throw failed(Objects.requireNonNull(ex.getCause(), "It has one"));
		}
		catch (IOException ex) {
			throw failed(ex);
		}
	}

	private void run(Registry registry) throws IOException {
		FileCommands files = new FileCommands(registry, this.request, System.out);
		DatabaseCommands databases = new DatabaseCommands(registry, this.request,
				(database) -> registry.migrations().settings(database).enabled(), System.out);
		switch (this.request.command()) {
			case GENERATE -> files.generate();
			case CHECK -> files.check();
			case SQL -> databases.sql();
			case MIGRATE -> databases.migrate();
			case STATUS -> databases.status();
			case STAMP -> databases.stamp();
			case ROLLBACK -> databases.rollback();
			case ADOPT -> files.adopt();
			case INSPECTDB -> files.inspect();
		}
	}

	private static CommandException failed(IOException failure) {
		if (failure instanceof FileAlreadyExistsException existing) {
			return new CommandException(List.of("The file '%s' exists: %s".formatted(existing.getFile(),
					Objects.requireNonNullElse(existing.getReason(), "remove it"))));
		}
		String reason = (failure instanceof FileSystemException system)
				? "'%s' (%s)".formatted(system.getFile(),
						Objects.requireNonNullElse(system.getReason(), failure.getClass().getSimpleName()))
				: failure.toString();
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
