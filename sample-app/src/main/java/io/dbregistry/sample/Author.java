package io.dbregistry.sample;

import io.dbregistry.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who writes books; in the primary database.
 *
 * @param id the key, {@code null} before it is stored
 * @param name the full name, unique
 */
@Model
record Author(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) @Nullable Long id,
		@Column(length = 100, nullable = false, unique = true) String name) {
}
