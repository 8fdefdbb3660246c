package io.ephemeral.feishu.callback.webmvc;

import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;

import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CallbackRejectedException;
import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;
import io.ephemeral.feishu.callback.CallbackResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.HttpRequestHandler;

/**
 * Where callbacks arrive. No thread waits for a body or a handler.
 */
public final class CallbackRequestHandler implements HttpRequestHandler {

	private static final Log logger = LogFactory.getLog(CallbackRequestHandler.class);

	private final CallbackProcessor processor;

	/**
	 * Takes callbacks.
	 * @param processor answers them
	 */
	public CallbackRequestHandler(CallbackProcessor processor) {
		this.processor = processor;
	}

	@Override
	public void handleRequest(HttpServletRequest request, HttpServletResponse response) throws IOException {
		if (!HttpMethod.POST.matches(request.getMethod())) {
			response.setHeader(HttpHeaders.ALLOW, HttpMethod.POST.name());
			response.setStatus(HttpStatus.METHOD_NOT_ALLOWED.value());
			return;
		}
		HttpHeaders headers = new ServletServerHttpRequest(request).getHeaders();
		AsyncContext async = request.startAsync();
		// The processor ends every request in time.
		async.setTimeout(0);
		this.processor.process(headers, body(request)).subscribe((answer) -> sendWhereAllowed(answer, async));
	}

	private Mono<byte[]> body(HttpServletRequest request) {
		long most = this.processor.limits().bodySize().toBytes();
		if (request.getContentLengthLong() > most) {
			return Mono.error(new CallbackRejectedException(Reason.TOO_LARGE));
		}
		return Mono.create((sink) -> BodyReader.start(request, (int) most, sink));
	}

	/** Writing may block, as an event loop must not. */
	private static void sendWhereAllowed(CallbackResponse answer, AsyncContext async) {
		if (!Schedulers.isInNonBlockingThread()) {
			send(answer, async);
			return;
		}
		try {
			async.start(() -> send(answer, async));
		}
		catch (IllegalStateException | RejectedExecutionException ex) {
			logger.debug("The container took no answer any more", ex);
			answer.afterwards().run();
		}
	}

	private static void send(CallbackResponse answer, AsyncContext async) {
		try {
			write(answer, async);
		}
		catch (IOException | IllegalStateException ex) {
			logger.debug("The client was gone before its answer", ex);
		}
		finally {
			answer.afterwards().run();
		}
	}

	private static void write(CallbackResponse answer, AsyncContext async) throws IOException {
		try {
			HttpServletResponse response = (HttpServletResponse) async.getResponse();
			response.setStatus(answer.status());
			response.setContentLength(answer.body().length);
			if (leavesBody(answer) && "HTTP/1.1".equals(async.getRequest().getProtocol())) {
				response.setHeader(HttpHeaders.CONNECTION, "close");
			}
			if (answer.body().length > 0) {
				response.setContentType(MediaType.APPLICATION_JSON_VALUE);
				response.getOutputStream().write(answer.body());
			}
			response.flushBuffer();
		}
		finally {
			async.complete();
		}
	}

	/** The server closes the connection then, but does not say so by itself. */
	private static boolean leavesBody(CallbackResponse answer) {
		return answer.status() == Reason.TOO_LARGE.status() || answer.status() == Reason.TOO_SLOW.status();
	}

}
