package io.dbregistry.sample;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.dbregistry.Registry;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.model.ModelKind;
import io.dbregistry.model.ModelType;
import io.dbregistry.query.ModelRepository;
import io.dbregistry.schema.SchemaException;
import io.dbregistry.schema.SchemaTree.InDatabase;
import io.dbregistry.schema.SchemaTree.InSchema;

import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The start page: the two databases, how they are, the models and the tables in them.
 */
@Controller
class StartPageController {

	private final Registry registry;

	private final ModelRepository<Notice> notices;

	private final HealthEndpoint health;

	StartPageController(Registry registry, ModelRepository<Notice> notices, HealthEndpoint health) {
		this.registry = registry;
		this.notices = notices;
		this.health = health;
	}

	@GetMapping("/")
	String start(Model page) {
		Map<String, List<InSchema>> schemas = schemas();
		page.addAttribute("databases",
				this.registry.databases()
					.names()
					.stream()
					.map((name) -> view(name, schemas.getOrDefault(name, List.of())))
					.toList());
		page.addAttribute("notice", notice());
		return "start";
	}

	private DatabaseView view(String name, List<InSchema> schemas) {
		Database database = this.registry.databases().get(name);
		HealthDescriptor health = this.health.healthForPath("registry", name);
		String state = (health != null) ? health.getStatus().getCode() : "UNKNOWN";
		return new DatabaseView(name, state, database.status(), models(name), schemas);
	}

	private List<ModelType<?>> models(String database) {
		Stream<ModelType<?>> ofPatterns = this.registry.models().of(ModelKind.PATTERN).stream();
		return Stream
			.concat(this.registry.models().in(database).stream(),
					ofPatterns.filter((model) -> model.home().equals(database)))
			.toList();
	}

	/** None while a database does not answer. */
	private Map<String, List<InSchema>> schemas() {
		try {
			return this.registry.schemas()
				.tree()
				.databases()
				.stream()
				.collect(Collectors.toMap(InDatabase::name, InDatabase::schemas));
		}
		catch (SchemaException ex) {
			return Map.of();
		}
	}

	private String notice() {
		try {
			return this.notices.find(1).map(Notice::text).orElse("There is no notice.");
		}
		catch (DataAccessException ex) {
			return "The primary database does not answer.";
		}
	}

	record DatabaseView(String name, String state, DatabaseStatus status, List<ModelType<?>> models,
			List<InSchema> schemas) {
	}

}
