package io.ephemeral.feishu.system;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * Log lines of one logger from a level on.
 */
public final class CapturedLog implements AutoCloseable {

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private final Logger logger;

	private CapturedLog(Logger logger) {
		this.logger = logger;
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	public static CapturedLog of(String name, Level level) {
		Logger logger = (Logger) LoggerFactory.getLogger(name);
		logger.setLevel(level);
		return new CapturedLog(logger);
	}

	public List<String> lines(Level level) {
		return List.copyOf(this.appender.list)
			.stream()
			.filter((event) -> event.getLevel() == level)
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.appender);
		this.logger.setLevel(null);
	}

}
