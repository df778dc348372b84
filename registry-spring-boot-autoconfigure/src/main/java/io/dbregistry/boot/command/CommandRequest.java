package io.dbregistry.boot.command;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.dbregistry.database.Databases;
import org.jspecify.annotations.Nullable;

import org.springframework.core.env.PropertyResolver;

/**
 * The command that an application was started with.
 *
 * @param command the command
 * @param value its value, empty for one that takes none
 * @param options what was said of it
 */
record CommandRequest(MigrationCommand command, String value, Map<CommandOption, String> options) {

	/**
	 * Whether there is any command, be it right or wrong.
	 */
	static boolean isIn(PropertyResolver properties) {
		return !commands(properties).isEmpty();
	}

	/**
	 * Reads the command.
	 * @return the command, or empty when the application is to do its own work
	 * @throws CommandException if what is said makes no sense; it has all that is wrong
	 */
	static Optional<CommandRequest> find(PropertyResolver properties) {
		List<MigrationCommand> commands = commands(properties);
		Map<CommandOption, String> options = new TreeMap<>();
		for (CommandOption option : CommandOption.values()) {
			String value = properties.getProperty(option.property());
			if (value != null && (commands.isEmpty() || !isOff(value))) {
				options.put(option, value);
			}
		}
		List<String> problems = new ArrayList<>();
		if (commands.size() > 1) {
			problems.add("'%s' are given together, and a start runs one command; leave one"
				.formatted(commands.stream().map(MigrationCommand::property).collect(Collectors.joining("', '"))));
		}
		commands.forEach((command) -> check(command, properties, options, problems));
		if (commands.isEmpty()) {
			checkAlone(options, problems);
		}
		if (!problems.isEmpty()) {
			throw new CommandException(problems);
		}
		return commands.stream()
			.findFirst()
			.map((command) -> new CommandRequest(command, value(command, properties), options));
	}

	private static List<MigrationCommand> commands(PropertyResolver properties) {
		return Arrays.stream(MigrationCommand.values()).filter((command) -> {
			String value = properties.getProperty(command.property());
			return value != null && !isOff(value);
		}).toList();
	}

	private static boolean isOff(String value) {
		return value.equalsIgnoreCase("false");
	}

	private static void check(MigrationCommand command, PropertyResolver properties, Map<CommandOption, String> options,
			List<String> problems) {
		String value = value(command, properties);
		boolean empty = value.isBlank() || value.equalsIgnoreCase("true");
		boolean saidOtherwise = options.keySet().stream().anyMatch(command::needsNoValueWith);
		if (command.value() != null && empty && !saidOtherwise) {
			problems
				.add("'%s' has no value, which is %s; write --%1$s=…".formatted(command.property(), command.value()));
		}
		if (!empty && saidOtherwise) {
			problems.add("'%s' is '%s', and '%s' is given too; leave one of both".formatted(command.property(), value,
					CommandOption.TO.property()));
		}
		if (command.value() == null && !empty) {
			problems.add("'%s' is '%s', but takes no value; the database is said by --%s=…"
				.formatted(command.property(), value, CommandOption.DATABASE.property()));
		}
		options.keySet()
			.stream()
			.filter((option) -> !command.takes(option) && !option.isFolder())
			.map((option) -> "'%s' is not for '%s', which takes '%s'; remove it".formatted(option.property(),
					command.property(), String.join("', '", command.options())))
			.forEach(problems::add);
	}

	/** Who says how, but not what, has forgotten or misspelt the command. */
	private static void checkAlone(Map<CommandOption, String> options, List<String> problems) {
		options.keySet()
			.stream()
			.filter((option) -> !option.isFolder())
			.map((option) -> "'%s' is given without a command; add one of '%s', or remove it".formatted(
					option.property(),
					Arrays.stream(MigrationCommand.values())
						.map(MigrationCommand::property)
						.collect(Collectors.joining("', '"))))
			.forEach(problems::add);
	}

	private static String value(MigrationCommand command, PropertyResolver properties) {
		return properties.getProperty(command.property(), "");
	}

	@Nullable String option(CommandOption option) {
		return this.options.get(option);
	}

	boolean has(CommandOption option) {
		return this.options.containsKey(option);
	}

	/** Whether it reads what a database has. */
	boolean asksDatabase() {
		return this.command == MigrationCommand.ADOPT || has(CommandOption.LIVE) || has(CommandOption.DEEP);
	}

	/** The database that it is for. */
	String database() {
		return this.options.getOrDefault(CommandOption.DATABASE, Databases.PRIMARY);
	}

	/**
	 * A folder that has to be there: nobody wants one of a misspelt name, or below the
	 * wrong working directory.
	 */
	Path folder(CommandOption option, String unlessSet) {
		Path folder = Path.of(this.options.getOrDefault(option, unlessSet));
		if (!Files.isDirectory(folder)) {
			throw new CommandException(List.of(("There is no folder '%s'; start the command in the folder of the "
					+ "project, or say by '%s' where it is")
				.formatted(folder.toAbsolutePath(), option.property())));
		}
		return folder;
	}

}
