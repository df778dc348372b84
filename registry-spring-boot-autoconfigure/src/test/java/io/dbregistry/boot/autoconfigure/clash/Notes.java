package io.dbregistry.boot.autoconfigure.clash;

import io.dbregistry.model.Model;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Two models on one table, where the default schema is {@code office}. */
public class Notes {

	@Model
	record Note(@Id Long id) {
	}

	@Model(schema = "office")
	@Table(name = "note")
	record Memo(@Id Long id) {
	}

}
