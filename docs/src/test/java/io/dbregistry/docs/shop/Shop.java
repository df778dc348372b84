package io.dbregistry.docs.shop;

import java.time.Instant;

import io.dbregistry.Registry;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

// tag::shop[]
@Service
class Shop {

	private final Registry registry;

	private final JdbcClient analytics;

	Shop(Registry registry, @Qualifier("analytics") JdbcClient analytics) {
		this.registry = registry;
		this.analytics = analytics;
	}

	@Transactional
	public Book add(String title) {
		return this.registry.repository(Book.class).create(new Book(null, title));
	}

	@Transactional("analytics")
	public void viewed(String page) {
		this.registry.repository(PageView.class).create(new PageView(null, page, Instant.now()));
	}

	public long views(String page) {
		return this.analytics.sql("select count(*) from page_view where page = ?")
			.param(page)
			.query(Long.class)
			.single();
	}

}
// end::shop[]
