package io.dbregistry.testsupport;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** What databases that echo write to the log until this is closed. */
public final class EchoedStatements implements AutoCloseable {

	private final Logger logger = (Logger) LoggerFactory.getLogger("io.dbregistry.sql");

	private final ListAppender<ILoggingEvent> events = new ListAppender<>();

	private final Level before = this.logger.getLevel();

	public EchoedStatements() {
		this.logger.setLevel(Level.INFO);
		this.logger.addAppender(this.events);
		this.events.start();
	}

	public List<String> lines() {
		return this.events.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.events);
		this.logger.setLevel(this.before);
	}

}
