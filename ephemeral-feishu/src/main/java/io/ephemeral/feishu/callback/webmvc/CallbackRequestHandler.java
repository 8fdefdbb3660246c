package io.ephemeral.feishu.callback.webmvc;

import java.io.IOException;

import io.ephemeral.feishu.callback.CallbackProcessor;
import io.ephemeral.feishu.callback.CallbackRejectedException;
import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.web.HttpRequestHandler;

/**
 * Request handler of callbacks. No thread waits for a body or a handler.
 */
public final class CallbackRequestHandler implements HttpRequestHandler {

	private final CallbackProcessor processor;

	/**
	 * Creates a request handler.
	 * @param processor processor of the callbacks
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
		CallbackExchange exchange = CallbackExchange.start(request);
		this.processor.process(headers, body(request, exchange))
			.contextCapture()
			.subscribe(exchange::answerWhereAllowed);
	}

	private Mono<byte[]> body(HttpServletRequest request, CallbackExchange exchange) {
		long most = this.processor.limits().bodySize().toBytes();
		if (request.getContentLengthLong() > most) {
			return Mono.error(new CallbackRejectedException(Reason.TOO_LARGE));
		}
		return Mono.create((sink) -> BodyReader.start(request, exchange, (int) most, sink));
	}

}
