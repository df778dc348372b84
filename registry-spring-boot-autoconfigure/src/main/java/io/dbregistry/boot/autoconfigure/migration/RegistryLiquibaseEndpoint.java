package io.dbregistry.boot.autoconfigure.migration;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import io.dbregistry.Registry;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.database.Databases;
import io.dbregistry.migration.ExactSchemas;
import liquibase.integration.spring.SpringLiquibase;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.liquibase.actuate.endpoint.LiquibaseEndpoint;
import org.springframework.context.ApplicationContext;

/**
 * Spring Boot's endpoint, which fails as a whole when one database does not answer. Here
 * an extra database that does not is listed without change sets, and one that is not open
 * is not asked: its pool would wait for it without limit.
 */
final class RegistryLiquibaseEndpoint extends LiquibaseEndpoint {

	private static final Logger logger = LoggerFactory.getLogger(RegistryLiquibaseEndpoint.class);

	private final ApplicationContext context;

	RegistryLiquibaseEndpoint(ApplicationContext context) {
		super(context);
		this.context = context;
	}

	@Override
	@ReadOperation
	public LiquibaseBeansDescriptor liquibaseBeans() {
		Map<String, SpringLiquibase> all = this.context.getBeansOfType(SpringLiquibase.class);
		LiquibaseBeansDescriptor report = reportOn((name) -> !isOurs(all.get(name)));
		Map<String, LiquibaseBeanDescriptor> beans = beans(report);
		all.forEach((name, liquibase) -> {
			if (isOurs(liquibase) && !(liquibase instanceof ExtraLiquibase extra && !extra.isEnabled())) {
				beans.put(name, reportOn(name, liquibase));
			}
		});
		return report;
	}

	private static boolean isOurs(@Nullable SpringLiquibase liquibase) {
		return liquibase instanceof ExtraLiquibase
				|| (liquibase instanceof PrimaryLiquibase primary && primary.isExact());
	}

	private LiquibaseBeanDescriptor reportOn(String name, SpringLiquibase liquibase) {
		if (liquibase instanceof ExtraLiquibase extra && !isOpen(extra)) {
			return new LiquibaseBeanDescriptor(List.of());
		}
		try {
			LiquibaseBeanDescriptor report = beans(ExactSchemas.call(() -> reportOn(name::equals))).get(name);
			return (report != null) ? report : new LiquibaseBeanDescriptor(List.of());
		}
		catch (Exception ex) {
			if (liquibase instanceof ExtraLiquibase extra) {
				logger.warn("The change sets of database '{}' can't be read now: {}", extra.getDatabase(),
						ex.getCause());
				return new LiquibaseBeanDescriptor(List.of());
			}
			throw new IllegalStateException(
					"The change sets of database '%s' can't be read".formatted(Databases.PRIMARY), ex);
		}
	}

	private boolean isOpen(ExtraLiquibase liquibase) {
		for (Registry registry : this.context.getBeansOfType(Registry.class, false, true).values()) {
			for (Database database : registry.databases()) {
				if (database.status().state() == DatabaseStatus.State.OPEN
						&& database.dataSource() == ExtraLiquibase.target(liquibase)) {
					return true;
				}
			}
		}
		return false;
	}

	private Map<String, LiquibaseBeanDescriptor> beans(LiquibaseBeansDescriptor report) {
		ContextLiquibaseBeansDescriptor own = report.getContexts().get(this.context.getId());
		return (own != null) ? own.getLiquibaseBeans() : Map.of();
	}

	private LiquibaseBeansDescriptor reportOn(Predicate<String> beans) {
		return new LiquibaseEndpoint(contextWithOnly(beans)).liquibaseBeans();
	}

	private ApplicationContext contextWithOnly(Predicate<String> beans) {
		return (ApplicationContext) Proxy.newProxyInstance(getClass().getClassLoader(),
				new Class<?>[] { ApplicationContext.class }, (proxy, method, arguments) -> {
					if (method.getName().equals("getBeansOfType") && arguments.length == 1) {
						return this.context.getBeansOfType(SpringLiquibase.class)
							.entrySet()
							.stream()
							.filter((bean) -> beans.test(bean.getKey()))
							.collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
					}
					try {
						return method.invoke(this.context, arguments);
					}
					catch (InvocationTargetException ex) {
						throw ex.getTargetException();
					}
				});
	}

}
