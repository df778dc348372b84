package io.dbregistry.boot.command.tenants;

import io.dbregistry.model.Model;
import jakarta.persistence.Id;

/**
 * What each tenant has.
 *
 * @param id the key
 */
@Model(tenant = true)
public record Note(@Id long id) {
}
