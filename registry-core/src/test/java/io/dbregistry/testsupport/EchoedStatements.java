package io.dbregistry.testsupport;

import java.util.List;

/** What databases that echo write to the log until this is closed. */
public final class EchoedStatements implements AutoCloseable {

	private final LoggedLines log = new LoggedLines("io.dbregistry.sql");

	public List<String> lines() {
		return this.log.lines();
	}

	@Override
	public void close() {
		this.log.close();
	}

}
