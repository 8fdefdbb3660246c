package io.ephemeral.feishu;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * What a package logs at {@code DEBUG}, which it is set to meanwhile.
 */
public final class DebugLog implements AutoCloseable {

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private final Logger logger;

	private DebugLog(Logger logger) {
		this.logger = logger;
		this.appender.start();
		this.logger.addAppender(this.appender);
		this.logger.setLevel(Level.DEBUG);
		this.logger.setAdditive(false);
	}

	public static DebugLog of(Package logging) {
		return new DebugLog((Logger) LoggerFactory.getLogger(logging.getName()));
	}

	public List<String> lines() {
		return lines(Level.DEBUG);
	}

	public List<String> warnings() {
		return lines(Level.WARN);
	}

	private List<String> lines(Level level) {
		return List.copyOf(this.appender.list)
			.stream()
			.filter((event) -> event.getLevel() == level)
			.map(ILoggingEvent::getFormattedMessage)
			.toList();
	}

	@Override
	public void close() {
		this.logger.setLevel(null);
		this.logger.setAdditive(true);
		this.logger.detachAppender(this.appender);
	}

}
