package io.dbregistry.boot.autoconfigure.shop;

import io.dbregistry.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

@Model
record Book(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) @Nullable Long id,
		@Column(length = 200) String title) {
}
