package io.dbregistry.boot.command.tenants;

import io.dbregistry.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

@Model
record Book(@Id @GeneratedValue @Nullable Long id, @Column(length = 200) String title) {
}
