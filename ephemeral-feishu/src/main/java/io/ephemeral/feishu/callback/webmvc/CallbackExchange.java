package io.ephemeral.feishu.callback.webmvc;

import java.io.IOException;
import java.util.concurrent.RejectedExecutionException;

import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;
import io.ephemeral.feishu.callback.CallbackResponse;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import reactor.core.scheduler.Schedulers;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Request with an asynchronous response. After the end of a request, a container reuses
 * its objects for the next one, so no code may use them then: a late response would end
 * the request of another client. Therefore, a container that ends a request by itself
 * waits for a response that is being written, with the lock of this object.
 */
final class CallbackExchange implements AsyncListener {

	private static final Log logger = LogFactory.getLog(CallbackExchange.class);

	private final AsyncContext async;

	private boolean over;

	private CallbackExchange(AsyncContext async) {
		this.async = async;
	}

	static CallbackExchange start(HttpServletRequest request) {
		AsyncContext async = request.startAsync();
		// No time-out, because the processor ends every request in time.
		async.setTimeout(0);
		CallbackExchange exchange = new CallbackExchange(async);
		async.addListener(exchange);
		return exchange;
	}

	/**
	 * Writes the response, on a thread of the container if necessary, because writing may
	 * block and an event loop must not.
	 */
	void answerWhereAllowed(CallbackResponse answer) {
		if (!Schedulers.isInNonBlockingThread()) {
			answer(answer);
		}
		else if (!startAnswer(answer)) {
			answer.afterwards().run();
		}
	}

	private synchronized boolean startAnswer(CallbackResponse answer) {
		if (this.over) {
			return false;
		}
		try {
			this.async.start(() -> answer(answer));
			return true;
		}
		catch (IllegalStateException | RejectedExecutionException ex) {
			logger.debug("The servlet container accepted no response, because the request is over", ex);
			return false;
		}
	}

	private void answer(CallbackResponse answer) {
		try {
			write(answer);
		}
		catch (IOException | IllegalStateException ex) {
			logger.debug("The client closed the connection before the response", ex);
		}
		finally {
			answer.afterwards().run();
		}
	}

	private synchronized void write(CallbackResponse answer) throws IOException {
		if (this.over) {
			return;
		}
		this.over = true;
		try {
			HttpServletResponse response = (HttpServletResponse) this.async.getResponse();
			response.setStatus(answer.status());
			response.setContentLength(answer.body().length);
			if (leavesBody(answer) && "HTTP/1.1".equals(this.async.getRequest().getProtocol())) {
				response.setHeader(HttpHeaders.CONNECTION, "close");
			}
			if (answer.body().length > 0) {
				response.setContentType(MediaType.APPLICATION_JSON_VALUE);
				response.getOutputStream().write(answer.body());
			}
			response.flushBuffer();
		}
		finally {
			this.async.complete();
		}
	}

	/**
	 * Returns whether the body was not read to its end. The server then closes the
	 * connection, but does not announce it by itself.
	 */
	private static boolean leavesBody(CallbackResponse answer) {
		return answer.status() == Reason.TOO_LARGE.status() || answer.status() == Reason.TOO_SLOW.status();
	}

	private synchronized void end() {
		this.over = true;
	}

	@Override
	public void onComplete(AsyncEvent event) {
		end();
	}

	@Override
	public void onError(AsyncEvent event) {
		end();
	}

	@Override
	public void onTimeout(AsyncEvent event) {
		end();
	}

	@Override
	public void onStartAsync(AsyncEvent event) {
	}

}
