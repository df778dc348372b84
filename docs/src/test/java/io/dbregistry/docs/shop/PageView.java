package io.dbregistry.docs.shop;

// tag::view[]
import java.time.Instant;

import io.dbregistry.model.Model;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

// tag::view_type[]
@Model(database = "analytics")
record PageView(@Id @GeneratedValue Long id, String page, Instant at) {
}
// end::view_type[]
// end::view[]
