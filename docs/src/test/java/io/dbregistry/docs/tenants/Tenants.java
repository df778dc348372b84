package io.dbregistry.docs.tenants;

import io.dbregistry.Registry;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

// tag::tenants[]
@Service
class Tenants {

	private final Registry registry;

	private final JdbcClient jdbc;

	Tenants(Registry registry, JdbcClient jdbc) {
		this.registry = registry;
		this.jdbc = jdbc;
	}

	void add(String schema) {
		this.registry.schemas().create(schema, (create) -> create.withTenantModels());
		this.jdbc.sql("insert into tenant values (?)").param(schema).update();
	}

}
// end::tenants[]
