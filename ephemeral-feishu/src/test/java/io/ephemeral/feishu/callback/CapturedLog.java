package io.ephemeral.feishu.callback;

import java.util.List;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.read.ListAppender;
import org.slf4j.LoggerFactory;

/**
 * Log lines of this package, at WARN and above.
 */
public final class CapturedLog implements AutoCloseable {

	private final Logger logger = (Logger) LoggerFactory.getLogger(CapturedLog.class.getPackageName());

	private final ListAppender<ILoggingEvent> appender = new ListAppender<>();

	private CapturedLog() {
		this.appender.start();
		this.logger.addAppender(this.appender);
	}

	public static CapturedLog start() {
		return new CapturedLog();
	}

	/** Messages, each with its stack trace. */
	public List<String> lines(Level level) {
		return List.copyOf(this.appender.list)
			.stream()
			.filter((event) -> event.getLevel() == level)
			.map((event) -> event.getFormattedMessage() + "\n" + ThrowableProxyUtil.asString(event.getThrowableProxy()))
			.toList();
	}

	public List<String> errors() {
		return lines(Level.ERROR);
	}

	public List<String> warnings() {
		return lines(Level.WARN);
	}

	@Override
	public void close() {
		this.logger.detachAppender(this.appender);
	}

}
