package io.dbregistry.boot.endpoint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import javax.sql.DataSource;

import io.dbregistry.Registry;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.database.Databases;
import io.dbregistry.metadata.QualifiedName;
import io.dbregistry.model.ModelKind;
import io.dbregistry.model.ModelKind;
import io.dbregistry.model.ModelType;
import io.dbregistry.model.ReflectedTable;
import io.dbregistry.model.UnresolvedReferenceException;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.actuate.endpoint.OperationResponseBody;
import org.springframework.boot.actuate.endpoint.annotation.Endpoint;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The actuator endpoint {@code registry}: which databases the application has, what lives
 * in them and which beans reach them. It asks no database, and shows no URL and no user.
 * Safe for use by several threads.
 */
@Endpoint(id = "registry")
public final class RegistryEndpoint {

	private static final List<Class<?>> BEAN_TYPES = List.of(DataSource.class, JdbcOperations.class, JdbcClient.class,
			PlatformTransactionManager.class);

	private final ListableBeanFactory beanFactory;

	/**
	 * Creates the endpoint.
	 * @param beanFactory the context whose registries are shown
	 */
	public RegistryEndpoint(ListableBeanFactory beanFactory) {
		this.beanFactory = beanFactory;
	}

	/**
	 * All registries of the context.
	 * @return the registries by the names of their beans
	 */
	@ReadOperation
	public RegistriesDescriptor registries() {
		Map<String, RegistryDescriptor> registries = new LinkedHashMap<>();
		this.beanFactory.getBeansOfType(Registry.class, false, true)
			.forEach((name, registry) -> registries.put(name, describe(registry)));
		return new RegistriesDescriptor(registries);
	}

	private RegistryDescriptor describe(Registry registry) {
		Map<String, DatabaseDescriptor> databases = new LinkedHashMap<>();
		List<String> names = registry.databases().names();
		for (String name : names) {
			databases.put(name, describe(registry.databases().get(name), models(name, registry), beans(name, names)));
		}
		return new RegistryDescriptor(databases);
	}

	private DatabaseDescriptor describe(Database database, Map<String, ModelDescriptor> models, List<String> beans) {
		DatabaseStatus status = database.status();
		DatabaseStatus.Server server = status.server();
		return new DatabaseDescriptor(status.state().name().toLowerCase(Locale.ROOT), database.required(),
				(server != null) ? server.product() : null, (server != null) ? server.version() : null,
				schema(database), status.holders(), models, beans);
	}

	private static Map<String, ModelDescriptor> models(String name, Registry registry) {
		Map<String, ModelDescriptor> models = new LinkedHashMap<>();
		Database database = registry.databases().get(name);
		Stream.concat(registry.models().all().stream(), registry.models().of(ModelKind.PATTERN).stream())
			.filter((model) -> model.home().equals(name))
			.forEach((model) -> models.put(model.name(), describe(model, database)));
		return models;
	}

	/** A model that waits for another one has no table yet. */
	private static ModelDescriptor describe(ModelType<?> model, Database database) {
		String kind = model.kind().name().toLowerCase(Locale.ROOT);
		try {
			QualifiedName table = model.findReflected()
				.map(ReflectedTable::name)
				.orElseGet(() -> model.table().name())
				.withDefaultSchema(schema(database));
			String schema = (model.kind() == ModelKind.TENANT) ? null : table.schema();
			return new ModelDescriptor(kind, schema, table.name(), null);
		}
		catch (UnresolvedReferenceException ex) {
			return new ModelDescriptor(kind, null, null, ex.getTarget());
		}
	}

	private static @Nullable String schema(Database database) {
		DatabaseStatus.Server server = database.status().server();
		return (server != null) ? server.schema() : database.schema();
	}

	/**
	 * The beans of an extra database begin with its name; all others are the primary's.
	 */
	private List<String> beans(String database, List<String> databases) {
		List<String> beans = new ArrayList<>();
		for (Class<?> type : BEAN_TYPES) {
			for (String bean : this.beanFactory.getBeanNamesForType(type, true, false)) {
				if (owner(bean, databases).equals(database)) {
					beans.add(bean);
				}
			}
		}
		return beans;
	}

	private static String owner(String bean, List<String> databases) {
		return databases.stream()
			.filter((name) -> bean.matches(name + "(DataSource|JdbcTemplate|JdbcClient|TransactionManager)"))
			.findFirst()
			.orElse(Databases.PRIMARY);
	}

	/**
	 * All registries.
	 *
	 * @param registries the registries by the names of their beans
	 */
	public record RegistriesDescriptor(Map<String, RegistryDescriptor> registries) implements OperationResponseBody {
	}

	/**
	 * One registry.
	 *
	 * @param databases the databases by name, the primary one first
	 */
	public record RegistryDescriptor(Map<String, DatabaseDescriptor> databases) {
	}

	/**
	 * One database.
	 *
	 * @param state whether it is open
	 * @param required whether the application may not start without it
	 * @param product the product's name, when it has answered
	 * @param version the product's version, when it has answered
	 * @param schema the default schema, when it is known
	 * @param holders who holds it open
	 * @param models the models that live in it, by name
	 * @param beans the names of the beans that reach it
	 */
	public record DatabaseDescriptor(String state, boolean required, @Nullable String product, @Nullable String version,
			@Nullable String schema, List<String> holders, Map<String, ModelDescriptor> models, List<String> beans) {
	}

	/**
	 * One model.
	 *
	 * @param kind where its declaration comes from: {@code declared}, {@code reflected},
	 * {@code tenant}, {@code pattern} or {@code join}
	 * @param schema the schema of its table, when it is known and the same for all
	 * @param table its table, unless it waits for another model
	 * @param waitsFor the model it refers to and that is not registered, if it waits
	 */
	public record ModelDescriptor(String kind, @Nullable String schema, @Nullable String table,
			@Nullable String waitsFor) {
	}

}
