package io.dbregistry.sample;

import java.util.Map;

import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Index;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import org.jspecify.annotations.Nullable;

/**
 * A book for sale; in the primary database.
 *
 * @param id the key, {@code null} before it is stored
 * @param title the title
 * @param author who wrote it: the key now, the object on request
 * @param price the price, in columns of the same table
 * @param details what only some books have, as JSON
 */
// tag::model[]
@Model
@Table(indexes = @Index(columnList = "title"))
record Book(@Id @GeneratedValue(strategy = GenerationType.IDENTITY) @Nullable Long id,
		@Column(length = 200, nullable = false) String title, @ManyToOne(optional = false) Ref<Author> author,
		Price price, @Column(columnDefinition = "json") @Nullable Map<String, Object> details) {
}
// end::model[]
