package io.dbregistry.docs.tenants;

import io.dbregistry.model.Model;
import jakarta.persistence.Column;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import org.jspecify.annotations.Nullable;

// tag::note[]
@Model(tenant = true)
record Note(@Id @GeneratedValue @Nullable Long id, @Column(length = 200) String text) {
}
// end::note[]
