package io.dbregistry.docs.examples;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * What a logger is told at level INFO or above, until it is closed.
 */
final class LogLines implements AutoCloseable {

	private final Logger logger;

	private final Level before;

	private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

	private LogLines(Logger logger) {
		this.logger = logger;
		this.before = logger.getLevel();
		logger.setLevel(Level.INFO);
		this.lines.start();
		logger.addAppender(this.lines);
	}

	static LogLines of(String logger) {
		return new LogLines((Logger) LoggerFactory.getLogger(logger));
	}

	List<String> all() {
		return this.lines.list.stream().map(ILoggingEvent::getFormattedMessage).toList();
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.lines);
		this.logger.setLevel(this.before);
	}

}
