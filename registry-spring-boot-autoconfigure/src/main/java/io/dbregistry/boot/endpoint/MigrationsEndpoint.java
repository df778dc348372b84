package io.dbregistry.boot.endpoint;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

import io.dbregistry.Registry;
import io.dbregistry.migration.DriftReport.SchemaDrift;
import io.dbregistry.migration.SchemaStatus;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;

/**
 * The actuator endpoint {@code registrymigrations}: what each database has and lacks of
 * its changelog, who migrates it at the moment, and for a single database also what
 * migrating would send. It reads, and changes nothing. Only open databases are asked, all
 * at once and with one deadline. Safe for use by several threads.
 */
@Endpoint(id = "registrymigrations")
public final class MigrationsEndpoint {

	private final ListableBeanFactory beanFactory;

	private final MigrationQuestions questions;

	private final boolean showSql;

	/**
	 * Creates the endpoint.
	 * @param beanFactory the context whose registries are shown
	 * @param limit the longest time that all databases together have to answer
	 * @param showSql whether statements are shown, which may have secrets that are
	 * parameters of the changelog
	 */
	public MigrationsEndpoint(ListableBeanFactory beanFactory, Duration limit, boolean showSql) {
		this.beanFactory = beanFactory;
		this.questions = new MigrationQuestions(limit);
		this.showSql = showSql;
	}

	/**
	 * All databases.
	 * @return the databases of each registry
	 */
	@ReadOperation
	public RegistriesMigrations migrations() {
		return new RegistriesMigrations(ask((database) -> true, false));
	}

	/**
	 * One database.
	 * @param database its name
	 * @return what the registries that know it say, or {@code null} when none does
	 */
	@ReadOperation
	public @Nullable RegistriesMigrations migrations(@Selector String database) {
		Map<String, RegistryMigrations> registries = ask(database::equals, this.showSql);
		registries.values().removeIf((registry) -> registry.databases().isEmpty());
		return registries.isEmpty() ? null : new RegistriesMigrations(registries);
	}

	/** Asks all before it waits for the first. */
	private Map<String, RegistryMigrations> ask(Predicate<String> databases, boolean sql) {
		long deadline = System.nanoTime() + this.questions.limit().toNanos();
		Map<String, Map<String, CompletableFuture<DatabaseMigrations>>> asked = new LinkedHashMap<>();
		this.beanFactory.getBeansOfType(Registry.class, false, true).forEach((bean, registry) -> {
			Map<String, CompletableFuture<DatabaseMigrations>> answers = new LinkedHashMap<>();
			registry.databases()
				.names()
				.stream()
				.filter(databases)
				.forEach((name) -> answers.put(name, this.questions.ask(registry, name, sql)));
			asked.put(bean, answers);
		});
		Map<String, RegistryMigrations> registries = new LinkedHashMap<>();
		asked.forEach((bean, answers) -> {
			Map<String, DatabaseMigrations> answered = new LinkedHashMap<>();
			answers.forEach((name, answer) -> answered.put(name, this.questions.await(name, answer, deadline)));
			registries.put(bean, new RegistryMigrations(answered));
		});
		return registries;
	}

	/**
	 * All registries.
	 *
	 * @param registries the registries by the names of their beans
	 */
	public record RegistriesMigrations(Map<String, RegistryMigrations> registries) implements OperationResponseBody {
	}

	/**
	 * One registry.
	 *
	 * @param databases the databases by name, the primary one first
	 */
	public record RegistryMigrations(Map<String, DatabaseMigrations> databases) {
	}

	/**
	 * One database.
	 *
	 * @param schemas what each schema has and lacks; none without a changelog
	 * @param drift the schemas that do not have what most of them have
	 * @param sql what migrating would send, when one database is asked for and statements
	 * are shown
	 * @param problem why nothing can be said, or {@code null}
	 */
	public record DatabaseMigrations(List<SchemaStatus> schemas, List<SchemaDrift> drift, @Nullable String sql,
			@Nullable String problem) {

		static DatabaseMigrations silent(String problem) {
			return new DatabaseMigrations(List.of(), List.of(), null, problem);
		}

	}

}
