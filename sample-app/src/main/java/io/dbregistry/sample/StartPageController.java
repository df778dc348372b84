package io.dbregistry.sample;

import java.util.List;

import io.dbregistry.Registry;
import io.dbregistry.database.Database;
import io.dbregistry.database.DatabaseStatus;
import io.dbregistry.model.ModelType;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.actuate.endpoint.HealthDescriptor;
import org.springframework.boot.health.actuate.endpoint.HealthEndpoint;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * The start page: the two databases, how they are, and the models in them.
 */
@Controller
class StartPageController {

	private final Registry registry;

	private final HealthEndpoint health;

	StartPageController(Registry registry, HealthEndpoint health) {
		this.registry = registry;
		this.health = health;
	}

	@GetMapping("/")
	String start(Model page) {
		page.addAttribute("databases", this.registry.databases().names().stream().map(this::view).toList());
		page.addAttribute("notice", notice());
		return "start";
	}

	private DatabaseView view(String name) {
		Database database = this.registry.databases().get(name);
		HealthDescriptor health = this.health.healthForPath("registry", name);
		String state = (health != null) ? health.getStatus().getCode() : "UNKNOWN";
		List<ModelType<?>> models = this.registry.models().in(name);
		return new DatabaseView(name, state, database.status(), models);
	}

	private @Nullable String notice() {
		try {
			return this.registry.databases()
				.primary()
				.jdbcClient()
				.sql("select text from notice")
				.query(String.class)
				.optional()
				.orElse(null);
		}
		catch (DataAccessException ex) {
			return "The primary database does not answer.";
		}
	}

	record DatabaseView(String name, String state, DatabaseStatus status, List<ModelType<?>> models) {
	}

}
