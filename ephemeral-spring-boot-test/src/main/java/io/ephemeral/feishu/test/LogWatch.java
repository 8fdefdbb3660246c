package io.ephemeral.feishu.test;

import java.util.Arrays;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.LoggerContextListener;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.core.UnsynchronizedAppenderBase;
import io.ephemeral.feishu.simulator.leak.LeakOracle;
import org.slf4j.LoggerFactory;

/**
 * Appender that shows log lines to the search for canaries: message, arguments, MDC, key
 * values and errors. It stays when an application that starts configures the log again.
 */
final class LogWatch extends UnsynchronizedAppenderBase<ILoggingEvent> implements LoggerContextListener, AutoCloseable {

	private final LeakOracle oracle;

	private LogWatch(LeakOracle oracle) {
		this.oracle = oracle;
	}

	/**
	 * Starts to watch the log, if it is Logback.
	 * @return ends the watch
	 */
	static AutoCloseable start(LeakOracle oracle) {
		LogWatch watch = new LogWatch(oracle);
		if (LoggerFactory.getILoggerFactory() instanceof LoggerContext context) {
			context.addListener(watch);
			watch.attach(context);
		}
		return watch;
	}

	private void attach(LoggerContext context) {
		setContext(context);
		start();
		context.getLoggerList()
			.stream()
			.filter((logger) -> logger.getName().equals(Logger.ROOT_LOGGER_NAME) || !logger.isAdditive())
			.forEach((logger) -> logger.addAppender(this));
	}

	@Override
	protected void append(ILoggingEvent event) {
		String place = "a log line of " + event.getLoggerName();
		this.oracle.observe(place, event.getFormattedMessage() + " " + Arrays.toString(event.getArgumentArray()) + " "
				+ event.getMDCPropertyMap() + " " + event.getKeyValuePairs() + " " + event.getMarkerList());
		if (event.getThrowableProxy() instanceof ThrowableProxy proxy) {
			this.oracle.observe("the error of " + place, proxy.getThrowable());
		}
	}

	@Override
	public void close() {
		if (getContext() instanceof LoggerContext context) {
			context.removeListener(this);
			context.getLoggerList().forEach((logger) -> logger.detachAppender(this));
		}
		stop();
	}

	@Override
	public boolean isResetResistant() {
		return true;
	}

	@Override
	public void onReset(LoggerContext context) {
		attach(context);
	}

	@Override
	public void onStart(LoggerContext context) {
	}

	@Override
	public void onStop(LoggerContext context) {
	}

	@Override
	public void onLevelChange(Logger logger, Level level) {
	}

}
