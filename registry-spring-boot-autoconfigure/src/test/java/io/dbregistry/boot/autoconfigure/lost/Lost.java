package io.dbregistry.boot.autoconfigure.lost;

import io.dbregistry.model.Model;
import jakarta.persistence.Id;

@Model(database = "nowhere")
record Lost(@Id long id) {
}
