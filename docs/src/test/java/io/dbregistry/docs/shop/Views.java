package io.dbregistry.docs.shop;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

// tag::views[]
@Service
class Views {

	private final JdbcClient shop;

	private final JdbcClient analytics;

	Views(JdbcClient shop, @Qualifier("analytics") JdbcClient analytics) {
		this.shop = shop;
		this.analytics = analytics;
	}

	@Transactional("analytics")
	public void record(String page) {
		this.analytics.sql("insert into page_view (page) values (?)").param(page).update();
	}

	@Transactional
	public int stock() {
		return this.shop.sql("select 42").query(Integer.class).single();
	}

}
// end::views[]
