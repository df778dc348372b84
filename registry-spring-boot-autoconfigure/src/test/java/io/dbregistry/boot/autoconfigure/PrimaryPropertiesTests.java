package io.dbregistry.boot.autoconfigure;

import java.util.concurrent.FutureTask;

import com.zaxxer.hikari.HikariDataSource;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.DisposableBean;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.devtools.autoconfigure.DevToolsDataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

class PrimaryPropertiesTests {

	@Test
	void saysWhereThePrimaryIs() {
		String url = RegistryContexts.memory();
		RegistryContexts.bare()
			.withPropertyValues("registry.database.url=" + url, "registry.database.username=app",
					"registry.database.password=s3cr3t")
			.run((context) -> {
				DataSourceProperties properties = context.getBean(PrimaryPropertiesPostProcessor.BEAN,
						DataSourceProperties.class);
				assertThat(properties.getUrl()).isEqualTo(url);
				assertThat(properties.getDriverClassName()).isEqualTo("org.h2.Driver");
				assertThat(properties.getUsername()).isEqualTo("app");
				assertThat(properties.getPassword()).isNull();
				assertThat(context.getBean(HikariDataSource.class).getPassword()).isEqualTo("s3cr3t");
			});
	}

	@Test
	void leavesThePropertiesOfOtherPoolsAlone() {
		RegistryContexts.bare()
			.withPropertyValues("registry.database.url=" + RegistryContexts.memory())
			.withBean("reports", DataSourceProperties.class, DataSourceProperties::new,
					(definition) -> definition.setAutowireCandidate(false))
			.run((context) -> assertThat(context.getBean("reports", DataSourceProperties.class).getUrl()).isNull());
	}

	@Test
	void saysNothingBesideConnectionDetailsOfTheApplication() {
		RegistryContexts.bare()
			.withPropertyValues("registry.database.url=" + RegistryContexts.memory())
			.withBean(JdbcConnectionDetails.class, () -> new OwnDetails(RegistryContexts.memory()))
			.run((context) -> assertThat(context.getBean(DataSourceProperties.class).getUrl()).isNull());
	}

	@Test
	void devToolsShutDownNothingThatIsNotInMemory() throws Exception {
		FutureTask<@Nullable Void> task = new FutureTask<>(() -> {
			try (TestDatabase database = TestServer.SQLITE.create();
					ConfigurableApplicationContext context = new SpringApplicationBuilder(WithDevTools.class)
						.web(WebApplicationType.NONE)
						.run("--registry.database.url=" + database.url())) {
				DisposableBean shutdown = context.getBean("inMemoryDatabaseShutdownExecutor", DisposableBean.class);
				assertThatNoException().isThrownBy(shutdown::destroy);
			}
			return null;
		});
		// where they see a test on the stack, they switch themselves off
		new Thread(task, "application").start();
		task.get();
	}

	@Configuration(proxyBeanMethods = false)
	@ImportAutoConfiguration({ RegistryDatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class,
			RegistryAutoConfiguration.class, DevToolsDataSourceAutoConfiguration.class })
	static class WithDevTools {

	}

	private record OwnDetails(String url) implements JdbcConnectionDetails {

		@Override
		public String getJdbcUrl() {
			return this.url;
		}

		@Override
		public String getUsername() {
			return "sa";
		}

		@Override
		public String getPassword() {
			return "";
		}

	}

}
