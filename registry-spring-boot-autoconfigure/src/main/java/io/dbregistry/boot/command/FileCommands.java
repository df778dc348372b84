package io.dbregistry.boot.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;

import io.dbregistry.Registry;
import io.dbregistry.database.Databases;
import io.dbregistry.database.Lease;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.migration.Adoption;
import io.dbregistry.migration.MigrationOptions;
import io.dbregistry.migration.MigrationPlan;
import io.dbregistry.migration.PendingChangesException;
import io.dbregistry.schema.Sources;

/**
 * The commands that write files for people to review, and change no database.
 */
final class FileCommands {

	private static final String HOLDER = "command";

	private final Registry registry;

	private final CommandRequest request;

	private final PrintStream output;

	FileCommands(Registry registry, CommandRequest request, PrintStream output) {
		this.registry = registry;
		this.request = request;
		this.output = output;
	}

	void generate() {
		Path resources = resources();
		String database = database();
		MigrationPlan plan = plan(database, resources);
		print(plan);
		List<Path> written = this.registry.migrations()
			.generate(database, this.request.value(), (options) -> choose(options, resources));
		if (written.isEmpty()) {
			this.output.println("Nothing is written");
		}
		else {
			printWritten(written);
		}
		if (!plan.withheld().isEmpty()) {
			this.output.printf("What is withheld is written with --%s%n", CommandOption.ALLOW_DATA_LOSS.property());
		}
	}

	/** Checks all databases that have models or a state, unless one is named. */
	void check() {
		Path resources = resources();
		try {
			Consumer<MigrationOptions> options = (chosen) -> choose(chosen, resources);
			List<MigrationPlan> plans = this.request.has(CommandOption.DATABASE)
					? this.registry.migrations().check(database(), options)
					: this.registry.migrations().checkAll(options);
			plans.stream().filter((plan) -> !plan.withheld().isEmpty()).forEach(this::print);
			this.output.println("Nothing is to be generated");
		}
		catch (PendingChangesException ex) {
			ex.getPlans().forEach(this::print);
			this.output.println("Generate what is missing by");
			ex.getPlans().forEach((plan) -> this.output.println("  " + generation(plan)));
			throw new FoundChangesException(ex.getPlans().get(0).database());
		}
	}

	/** The command for a plan, with all that was said of this one. */
	private String generation(MigrationPlan plan) {
		StringBuilder command = new StringBuilder("--%s=a_name".formatted(MigrationCommand.GENERATE.property()));
		Map<CommandOption, String> options = new TreeMap<>(this.request.options());
		options.remove(CommandOption.DATABASE);
		if (!plan.database().equals(Databases.PRIMARY)) {
			options.put(CommandOption.DATABASE, plan.database());
		}
		if (plan.isForTenants()) {
			options.putIfAbsent(CommandOption.TENANTS, "");
		}
		else {
			options.remove(CommandOption.TENANTS);
		}
		options.forEach((option, value) -> {
			if (MigrationCommand.GENERATE.takes(option)) {
				command.append(" --").append(option.property());
				command.append((value.isEmpty() || value.equals("true")) ? "" : "=" + value);
			}
		});
		return command.toString();
	}

	void adopt() {
		Path resources = resources();
		Adoption adoption = this.registry.migrations().adopt(database(), (options) -> choose(options, resources));
		this.output.printf("Database '%s':%n  adopted: %s%n", database(), names(adoption.tables()));
		if (!adoption.missing().isEmpty()) {
			this.output.printf("  not there, so that the next migration makes them: %s%n", names(adoption.missing()));
		}
		if (!adoption.others().isEmpty()) {
			this.output.printf("  left out, since no model has them: %s%n", names(adoption.others()));
		}
		printWritten(List.of(adoption.file()));
	}

	private static String names(List<QualifiedName> tables) {
		String names = tables.stream().map("'%s'"::formatted).collect(Collectors.joining(", "));
		return switch (tables.size()) {
			case 0 -> "no table";
			case 1 -> "1 table, " + names;
			default -> "%d tables, %s".formatted(tables.size(), names);
		};
	}

	private void printWritten(List<Path> files) {
		files.forEach((file) -> this.output.println("Written: " + file));
		this.output.println("Review what is written, and commit it");
	}

	void inspect() throws IOException {
		Path folder = this.request.folder(CommandOption.SOURCES, Sources.FOLDER);
		String database = database();
		Sources sources;
		try (Lease open = this.registry.databases().get(database).acquire(HOLDER)) {
			Set<String> own = this.registry.migrations().ownTables(database);
			sources = this.registry.reflection()
				.sources(database, null, this.request.value(), (table) -> !own.contains(table));
		}
		sources.write(folder);
		sources.files().keySet().forEach((file) -> this.output.println("Written: " + folder.resolve(file)));
		sources.notes().forEach(this.output::println);
	}

	private MigrationPlan plan(String database, Path resources) {
		return this.registry.migrations().plan(database, (options) -> choose(options, resources));
	}

	private void choose(MigrationOptions options, Path resources) {
		options.resources(resources);
		if (this.request.has(CommandOption.ALLOW_DATA_LOSS)) {
			options.allowDataLoss();
		}
		if (this.request.has(CommandOption.LIVE)) {
			options.live();
		}
		if (this.request.has(CommandOption.DEEP)) {
			options.deep();
		}
		String tenant = this.request.option(CommandOption.TENANTS);
		if (tenant != null) {
			chooseTenants(options, tenant);
		}
	}

	private void chooseTenants(MigrationOptions options, String schema) {
		if (!schema.isBlank() && !schema.equals("true")) {
			options.tenants(schema);
			return;
		}
		if (this.request.asksDatabase()) {
			throw new CommandException(List
				.of("'%1$s' names no tenant, and one has to stand for all others when the database is asked; write --%1$s=… with its schema"
					.formatted(CommandOption.TENANTS.property())));
		}
		options.tenants();
	}

	private Path resources() {
		return this.request.folder(CommandOption.RESOURCES, MigrationOptions.FOLDER);
	}

	private String database() {
		return this.request.database();
	}

	private void print(MigrationPlan plan) {
		if (plan.steps().isEmpty() && plan.withheld().isEmpty()) {
			this.output.println(plan);
		}
		else {
			this.output.printf("%s '%s':%n%s", plan.isForTenants() ? "Tenants of database" : "Database",
					plan.database(), plan.toString().indent(2));
		}
	}

}
