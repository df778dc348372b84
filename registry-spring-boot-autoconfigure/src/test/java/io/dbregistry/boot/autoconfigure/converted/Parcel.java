package io.dbregistry.boot.autoconfigure.converted;

import io.dbregistry.model.Model;
import jakarta.persistence.Id;

@Model
public record Parcel(@Id long id, Weight weight, boolean open) {

}
