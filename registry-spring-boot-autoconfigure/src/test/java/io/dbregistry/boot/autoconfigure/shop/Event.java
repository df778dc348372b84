package io.dbregistry.boot.autoconfigure.shop;

import io.dbregistry.model.Model;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

@Model(database = "analytics")
public record Event(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) @Nullable Long id, String kind) {
}
