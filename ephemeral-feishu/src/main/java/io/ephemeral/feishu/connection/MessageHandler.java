package io.ephemeral.feishu.connection;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CallbackResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Handler of messages. It reads them on the thread of the connection. Handlers and
 * listeners of the application run on other threads, so that they delay no pong.
 */
final class MessageHandler {

	private static final Log logger = LogFactory.getLog(MessageHandler.class);

	/** Status of a response that accepts the message. */
	private static final int OK = 200;

	private static final byte[] ACCEPTED = bytes("{\"code\":200}");

	private static final byte[] FAILED = bytes("{\"code\":500}");

	private final CallbackProcessor processor;

	private final Scheduler scheduler;

	private final LongConnectionListener listener;

	MessageHandler(CallbackProcessor processor, Scheduler scheduler, LongConnectionListener listener) {
		this.processor = processor;
		this.scheduler = scheduler;
		this.listener = listener;
	}

	/**
	 * Handles a message.
	 * @param connectionId id of the connection, for the log
	 * @param frame frame of its last part, which the acknowledgement repeats
	 * @param payload payload of the whole message
	 * @param size memory that the message holds
	 * @return the acknowledgement, never an error
	 */
	Mono<Outgoing> handle(String connectionId, Frame frame, byte[] payload, int size) {
		long start = now();
		Mono<CallbackResponse> response = this.processor.process(payload, this.scheduler);
		CallbackResponse complete = (response instanceof Fuseable.ScalarCallable<?>) ? response.block() : null;
		return (complete != null) ? Mono.just(outgoing(connectionId, frame, complete, size, start))
				: response.map((late) -> outgoing(connectionId, frame, late, size, start));
	}

	private Outgoing outgoing(String connectionId, Frame frame, CallbackResponse response, int size, long start) {
		try {
			return acknowledge(connectionId, frame, response, size, start);
		}
		catch (RuntimeException ex) {
			logger.debug("A message of connection " + connectionId + " is not acknowledged", ex);
			this.listener.onIgnoredMessage();
			return Outgoing.none(size);
		}
	}

	private Outgoing acknowledge(String connectionId, Frame frame, CallbackResponse response, int size, long start) {
		Duration time = Duration.ofNanos(now() - start);
		boolean accepted = response.status() == OK;
		if (logger.isDebugEnabled()) {
			logger.debug("Message %s of connection %s was acknowledged with %d after %d ms"
				.formatted(frame.header("message_id"), connectionId, accepted ? OK : 500, time.toMillis()));
		}
		this.listener.onAcknowledgement(accepted, time);
		return new Outgoing(frame.acknowledgement(payload(response), time.toMillis()), size, response.afterwards());
	}

	/**
	 * Returns the payload of the acknowledgement. A click always gets data, because
	 * clients were seen to show an error without it.
	 */
	private static byte[] payload(CallbackResponse response) {
		if (response.status() != OK) {
			return FAILED;
		}
		return response.isReply()
				? bytes("{\"code\":200,\"data\":\"" + Base64.getEncoder().encodeToString(response.body()) + "\"}")
				: ACCEPTED;
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static long now() {
		return Schedulers.parallel().now(TimeUnit.NANOSECONDS);
	}

}
