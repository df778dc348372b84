package io.dbregistry.boot.command;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.Optional;

import io.dbregistry.Registry;
import io.dbregistry.database.Lease;
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
		Optional<Path> written = this.registry.migrations()
			.generate(database, this.request.value(), (options) -> choose(options, resources));
		this.output.println(written.map("Written: %s; review it, and commit it with the state beside it"::formatted)
			.orElse("Nothing is written"));
		if (written.isEmpty() && !plan.withheld().isEmpty()) {
			this.output.printf("What is withheld is written with --%s%n", CommandOption.ALLOW_DATA_LOSS.property());
		}
	}

	/** Checks all databases that have a state, unless one is named. */
	void check() {
		Path resources = resources();
		try {
			if (this.request.has(CommandOption.DATABASE)) {
				this.registry.migrations().check(database(), (options) -> choose(options, resources));
			}
			else {
				this.registry.migrations().checkAll((options) -> choose(options, resources));
			}
			this.output.println("Nothing is to be generated");
		}
		catch (PendingChangesException ex) {
			ex.getPlans().forEach(this::print);
			String database = ex.getPlans().get(0).database();
			this.output.printf("Generate what is missing: --%s=a_name --%s=%s%n", MigrationCommand.GENERATE.property(),
					CommandOption.DATABASE.property(), database);
			throw new FoundChangesException(database);
		}
	}

	void adopt() {
		Path resources = resources();
		this.output.printf("Written: %s; review it, and commit it%n",
				this.registry.migrations().adopt(database(), (options) -> choose(options, resources)));
	}

	void inspect() throws IOException {
		Path folder = this.request.folder(CommandOption.SOURCES, "src/main/java");
		String database = database();
		Sources sources;
		try (Lease open = this.registry.databases().get(database).acquire(HOLDER)) {
			sources = this.registry.reflection().sources(database, null, this.request.value());
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

	private static void chooseTenants(MigrationOptions options, String schema) {
		if (schema.isBlank() || schema.equals("true")) {
			options.tenants();
		}
		else {
			options.tenants(schema);
		}
	}

	private Path resources() {
		return this.request.folder(CommandOption.RESOURCES, "src/main/resources");
	}

	private String database() {
		return this.request.database();
	}

	private void print(MigrationPlan plan) {
		if (plan.steps().isEmpty() && plan.withheld().isEmpty()) {
			this.output.println(plan);
		}
		else {
			this.output.printf("Database '%s':%n%s", plan.database(), plan.toString().indent(2));
		}
	}

}
