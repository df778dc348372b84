package io.dbregistry.sample;

import java.time.Instant;

import io.dbregistry.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

/**
 * Somebody looked at a book; in the database {@code analytics}, whose changelog makes its
 * table.
 *
 * @param id the key, {@code null} before it is stored
 * @param book the key of the book in the other database
 * @param at when it was
 */
@Model(database = "analytics")
record Click(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) @Nullable Long id,
		@Column(nullable = false) long book, @Column(nullable = false) Instant at) {
}
