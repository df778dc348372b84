package io.dbregistry;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import io.dbregistry.database.Lease;
import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import io.dbregistry.testsupport.OtherJvm;
import jakarta.persistence.CheckConstraint;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.FileSystemUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** As {@link SameDdlInAnyJvmTests}, of what migrations write in every mode. */
class SameMigrationsInAnyJvmTests {

	@Test
	void theSameModelsGiveTheSameFiles(@TempDir Path directory) throws Exception {
		byte[] first = OtherJvm.run(SameMigrationsInAnyJvmTests.class, directory.resolve("first"));
		byte[] second = OtherJvm.run(SameMigrationsInAnyJvmTests.class, directory.resolve("second"));
		assertThat(second).isEqualTo(first);
		assertThat(new String(first, StandardCharsets.UTF_8)).contains("create schema if not exists \"houses\"",
				"== db/changelog/tenant/0001_initial.yaml", "== db/registry/primary-tenant.yaml",
				"== db/changelog/0002_live.yaml", "== db/changelog/0003_deep.yaml");
	}

	/** Prints what is generated. */
	public static void main(String[] arguments) throws IOException {
		Path resources = Files.createTempDirectory("registry-migrations");
		Registry registry = Registry.builder()
			.database("jdbc:h2:mem:migrations")
			.models(Book.class, Author.class, Publisher.class, Note.class, Tag.class)
			.build();
		try (Lease open = registry.open("test")) {
			registry.migrations().generate("primary", "initial", (options) -> options.resources(resources));
			registry.migrations().generate("primary", "initial", (options) -> options.resources(resources).tenants());
			registry.schemas().createAll();
			change(registry, "drop index ix_book_title", "alter table author add column age int not null");
			registry.migrations().generate("primary", "live", (options) -> options.resources(resources).live());
			change(registry, "alter table book alter column title set data type varchar(10)",
					"drop index ix_book_price");
			registry.migrations().generate("primary", "deep", (options) -> options.resources(resources).deep());
			print(resources);
		}
		finally {
			FileSystemUtils.deleteRecursively(resources);
		}
	}

	private static void change(Registry registry, String... statements) {
		List.of(statements).forEach((sql) -> registry.databases().primary().jdbcClient().sql(sql).update());
	}

	private static void print(Path resources) throws IOException {
		try (Stream<Path> files = Files.walk(resources)) {
			for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
				System.out.println("== " + resources.relativize(file));
				System.out.println(Files.readString(file));
			}
		}
	}

	@Model
	@Table(indexes = { @Index(name = "ix_book_title", columnList = "title, price desc"),
			@Index(name = "ix_book_price", columnList = "price") },
			check = { @CheckConstraint(constraint = "price >= 0"), @CheckConstraint(constraint = "price < 1000") })
	record Book(@Id @GeneratedValue Long id, @Column(length = 200) String title, @ManyToOne Ref<Author> author,
			@ManyToOne Ref<Publisher> publisher, long price) {
	}

	@Model
	record Author(@Id @GeneratedValue Long id, @Column(unique = true) String name, @ManyToOne Ref<Book> best) {
	}

	@Model(schema = "houses")
	record Publisher(@Id String name, @ManyToOne Ref<Publisher> parent) {
	}

	@Model(tenant = true)
	record Note(@Id @GeneratedValue Long id, @ManyToOne Ref<Tag> tag, @ManyToOne Ref<Publisher> publisher) {
	}

	@Model(tenant = true)
	record Tag(@Id String name, @ManyToOne Ref<Note> first) {
	}

}
