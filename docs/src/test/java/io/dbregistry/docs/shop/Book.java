package io.dbregistry.docs.shop;

// tag::book[]
import io.dbregistry.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

// tag::book_type[]
@Model
record Book(@Id @GeneratedValue Long id, @Column(length = 200, nullable = false) String title) {
}
// end::book_type[]
// end::book[]
