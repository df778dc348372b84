package io.dbregistry.boot.autoconfigure.migration;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.dbregistry.boot.autoconfigure.application.Application;
import io.dbregistry.testsupport.OtherJvm;
import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import liquibase.Liquibase;
import liquibase.integration.spring.Customizer;
import liquibase.integration.spring.SpringLiquibase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.util.ReflectionUtils;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The migrations of the primary database, which run only when something is to be done.
 */
class FastStartTests {

	private TestDatabase database;

	private FastStartApplication application;

	@BeforeEach
	void create() {
		this.database = TestServer.H2.create();
		this.application = new FastStartApplication(this.database);
	}

	@AfterEach
	void drop() {
		this.database.close();
	}

	@Test
	void liquibaseIsAskedOnlyWhenSomethingIsDifferent() {
		assertThat(this.application.asksLiquibase()).isTrue();
		assertThat(this.application.has("BASE")).isTrue();
		assertThat(this.application.asksLiquibase()).isFalse();
		this.application.execute("delete from databasechangelog where id = 'base'");
		assertThat(this.application.asksLiquibase()).isTrue();
		this.application.execute("drop table registry_migration");
		assertThat(this.application.asksLiquibase()).isTrue();
		assertThat(this.application.asksLiquibase()).isFalse();
	}

	@Test
	void itIsAskedAtEachStartUnlessThatIsWanted() {
		this.application.with("registry.migrations.fast-start=false").start();
		assertThat(this.application.has("BASE")).isTrue();
		assertThat(this.application.has("REGISTRY_MIGRATION")).isFalse();
	}

	@Test
	void theSchemaOfTheRegistryIsKnownExactly() {
		this.application.with("registry.schema=shop");
		assertThat(this.application.asksLiquibase()).isFalse();
		assertThat(this.application.has("shop.DATABASECHANGELOG")).isTrue();
		assertThat(this.application.has("shop.REGISTRY_MIGRATION")).isTrue();
	}

	@Test
	void whatACustomizerDoesIsDoneAtEachStart() {
		this.application.start();
		int[] calls = new int[1];
		Customizer<Liquibase> customizer = (liquibase) -> calls[0]++;
		this.application.runner()
			.withBean("customizer", Customizer.class, () -> customizer)
			.run((context) -> assertThat(context).hasNotFailed());
		assertThat(calls[0]).isOne();
	}

	@Test
	void aStartWithoutWorkLoadsWhatItsBeansAreAndNoMore(@TempDir Path folder) throws Exception {
		String url = "jdbc:h2:" + folder.resolve("primary");
		String extra = "jdbc:h2:" + folder.resolve("analytics");
		start(folder, url, extra);
		Set<String> needed = loaded(folder.resolve("bean"), OneBean.class);
		assertThat(start(folder, url, extra)).isSubsetOf(needed)
			.contains("liquibase.integration.spring.SpringLiquibase");
	}

	private static Set<String> start(Path folder, String url, String extra) throws Exception {
		return loaded(folder.resolve("output"), Application.class, "--registry.database.url=" + url,
				"--registry.extra.analytics.url=" + extra, "--registry.migrations.fast-start=true",
				"--registry.ddl-auto=none");
	}

	/** The classes of Liquibase that a process loads. */
	private static Set<String> loaded(Path output, Class<?> main, String... arguments) throws Exception {
		assertThat(OtherJvm.start(List.of("-Xlog:class+load:stdout"), main, output, arguments).waitFor()).isZero();
		Matcher classes = Pattern.compile("(?m)^\\[[^\n]*\\] (liquibase\\.[\\w.$]+)").matcher(Files.readString(output));
		Set<String> names = new TreeSet<>();
		while (classes.find()) {
			// exceptions are named by methods that are never called
			if (!classes.group(1).startsWith("liquibase.exception.")) {
				names.add(classes.group(1).replaceAll("\\$\\$.*", ""));
			}
		}
		return names;
	}

	/** Makes a bean of Liquibase, as Spring does, and does nothing with it. */
	static final class OneBean {

		private OneBean() {
		}

		public static void main(String[] arguments) throws ClassNotFoundException {
			ReflectionUtils.getAllDeclaredMethods(new SpringLiquibase().getClass());
			ReflectionUtils.doWithFields(SpringLiquibase.class, (field) -> {
			});
			// Spring Boot's condition
			Class.forName("liquibase.change.DatabaseChange");
		}

	}

}
