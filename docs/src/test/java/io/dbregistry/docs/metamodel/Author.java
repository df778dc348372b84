package io.dbregistry.docs.metamodel;

import io.dbregistry.model.Model;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;

@Model
@Entity
record Author(@Id @GeneratedValue Long id, String name) {
}
