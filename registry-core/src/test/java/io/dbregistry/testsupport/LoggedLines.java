package io.dbregistry.testsupport;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/** What is written to a logger from the level of information on, until this is closed. */
public final class LoggedLines implements AutoCloseable {

	private final Logger logger;

	private final ListAppender<ILoggingEvent> events = new ListAppender<>();

	private final Level before;

	public LoggedLines(String logger) {
		this.logger = (Logger) LoggerFactory.getLogger(logger);
		this.before = this.logger.getLevel();
		this.logger.setLevel(Level.INFO);
		this.logger.addAppender(this.events);
		this.events.start();
	}

	public List<String> lines() {
		return List.copyOf(this.events.list).stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.events);
		this.logger.setLevel(this.before);
	}

}
