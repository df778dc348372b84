package io.dbregistry.database;

import java.util.function.Consumer;

import io.dbregistry.testsupport.TestDatabase;
import io.dbregistry.testsupport.TestServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * An owned database of one product for each test.
 */
abstract class OwnedDatabaseFixture {

	final TestServer server;

	TestDatabase target;

	OwnedDatabaseFixture(TestServer server) {
		this.server = server;
	}

	@BeforeEach
	void createTarget() {
		this.target = this.server.create();
	}

	@AfterEach
	void dropTarget() {
		if (this.target != null) {
			this.target.close();
		}
	}

	final Database database(Consumer<DatabaseSettings.Builder> settings) {
		return Database.create("reports", this.target.url(), (builder) -> {
			builder.username(this.target.username()).password(this.target.password());
			builder.pool((pool) -> pool.setMaximumPoolSize(4));
			settings.accept(builder);
		});
	}

	final Database database() {
		return database((settings) -> {
		});
	}

	static void createTable(Database database) {
		database.jdbcClient().sql("create table item (id int primary key)").update();
	}

	static int insert(Database database, int id) {
		return database.jdbcClient().sql("insert into item values (?)").param(id).update();
	}

	static int count(Database database) {
		return database.jdbcClient().sql("select count(*) from item").query(Integer.class).single();
	}

	static Integer one(Database database) {
		return database.jdbcClient().sql("select 1").query(Integer.class).single();
	}

}
