package io.dbregistry.sample;

import io.dbregistry.model.Model;
import jakarta.persistence.Id;

/**
 * What the start page says; in the primary database, whose changelog makes the table.
 *
 * @param id the key
 * @param text the text
 */
// tag::model[]
@Model(reflected = true)
record Notice(@Id int id, String text) {
}
// end::model[]
