package io.dbregistry.docs.metamodel;

import java.math.BigDecimal;

import io.dbregistry.model.Model;
import io.dbregistry.model.Ref;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

// tag::book[]
@Model
@Entity // which is what the processor looks for
record Book(@Id @GeneratedValue Long id, String title, @ManyToOne(targetEntity = Author.class) Ref<Author> author,
		BigDecimal price) {
}
// end::book[]
