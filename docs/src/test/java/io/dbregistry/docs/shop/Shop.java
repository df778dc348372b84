package io.dbregistry.docs.shop;

// tag::shop[]
import java.time.Instant;

import io.dbregistry.query.ModelRepository;

import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

// tag::shop_type[]
@Service
class Shop {

	private final ModelRepository<Book> books;

	private final ModelRepository<PageView> pageViews;

	private final JdbcClient analytics;

	Shop(ModelRepository<Book> books, ModelRepository<PageView> pageViews,
			@Qualifier("analytics") JdbcClient analytics) {
		this.books = books;
		this.pageViews = pageViews;
		this.analytics = analytics;
	}

	@Transactional
	public Book add(String title) {
		return this.books.create(new Book(null, title));
	}

	@Transactional("analytics")
	public void viewed(String page) {
		this.pageViews.create(new PageView(null, page, Instant.now()));
	}

	public long views(String page) {
		return this.analytics.sql("select count(*) from page_view where page = ?")
			.param(page)
			.query(Long.class)
			.single();
	}

}
// end::shop_type[]
// end::shop[]
