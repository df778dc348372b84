package io.dbregistry.docs.shop;

import java.time.Instant;

import io.dbregistry.model.Model;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

// tag::view[]
@Model(database = "analytics")
record PageView(@Id @GeneratedValue Long id, String page, Instant at) {
}
// end::view[]
