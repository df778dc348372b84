package io.dbregistry.docs.shop;

import io.dbregistry.database.OpenHook;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

@SpringBootApplication
class ShopApplication {

	// tag::hook[]
	@Bean
	@Qualifier("analytics")
	OpenHook jobTable() {
		return (dataSource) -> JdbcClient.create(dataSource)
			.sql("create table if not exists job (name varchar(50) primary key)")
			.update();
	}
	// end::hook[]

}
