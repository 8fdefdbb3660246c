package io.ephemeral.feishu.callback;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.callback.webmvc.CallbackRequestHandler;
import jakarta.servlet.AsyncContext;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.mock.web.MockAsyncContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

class CallbackRequestHandlerTests {

	private final Scheduler eventLoop = Schedulers.newParallel("event-loop", 1);

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final Sinks.One<CardActionReply> reply = Sinks.one();

	private final CompletableFuture<Void> published = new CompletableFuture<>();

	/** Stops time, so that the reply is not late. */
	@BeforeEach
	void stopTime() {
		VirtualTime.stop();
	}

	@AfterEach
	void resumeTime() {
		VirtualTimeScheduler.reset();
		this.eventLoop.dispose();
	}

	@Test
	void answerWhenContainerHasEndedRequestThenWorkIsDoneAllTheSame() throws Exception {
		handle(Schedulers.immediate(), new Request() {

			@Override
			void complete() {
				throw new IllegalStateException("The request has ended");
			}

		});

		assertThat(this.published).isCompleted();
	}

	@Test
	void answerWhenReplyComesOnAnEventLoopThenIsWrittenByTheContainer() throws Exception {
		CompletableFuture<Boolean> eventLoop = new CompletableFuture<>();

		handle(this.eventLoop, new Request() {

			@Override
			void complete() {
				eventLoop.complete(Schedulers.isInNonBlockingThread());
			}

		});

		assertThat(eventLoop.get(1, TimeUnit.MINUTES)).isFalse();
		assertThat(this.response.getContentAsString()).contains("Saved");
	}

	@Test
	void answerWhenContainerTakesNoMoreThenWorkIsDoneAllTheSame() throws Exception {
		handle(this.eventLoop, new Request() {

			@Override
			void run(Runnable work) {
				throw new RejectedExecutionException();
			}

		});

		assertThat(this.published).succeedsWithin(Duration.ofMinutes(1));
	}

	/** Lets a handler reply to a click on a thread of the scheduler. */
	private void handle(Scheduler scheduler, Request request) throws IOException {
		CallbackProcessor processor = CallbackProcessor.builder(SignedCallback.KEYS)
			.handlers(new CardActionHandlers(List.of(new Saving())))
			.scheduler(Schedulers.immediate())
			.clock(Clock.fixed(SignedCallback.NOW, ZoneOffset.UTC))
			.build();
		new CallbackRequestHandler(processor).handleRequest(request, this.response);
		CardActionReply reply = CardActionReply.info("Saved").afterwards(() -> {
			this.published.complete(null);
		});
		scheduler.schedule(() -> this.reply.tryEmitValue(reply));
	}

	/** A click in a container. */
	private class Request extends MockHttpServletRequest {

		Request() {
			super("POST", "/");
			SignedCallback callback = SignedCallback.of(Clicks.button("evt-1", "save"));
			callback.headers().forEach((name, values) -> addHeader(name, values));
			setContent(callback.body());
		}

		void complete() {
		}

		void run(Runnable work) {
			new Thread(work).start();
		}

		@Override
		public AsyncContext startAsync() {
			return new MockAsyncContext(this, CallbackRequestHandlerTests.this.response) {

				@Override
				public void start(Runnable work) {
					run(work);
				}

				@Override
				public void complete() {
					Request.this.complete();
				}

			};
		}

		@Override
		public ServletInputStream getInputStream() {
			return new Body(getContentAsByteArray());
		}

	}

	private static final class Body extends ServletInputStream {

		private final ByteArrayInputStream body;

		Body(byte[] body) {
			this.body = new ByteArrayInputStream(body);
		}

		@Override
		public int read() {
			return this.body.read();
		}

		@Override
		public int read(byte[] bytes, int offset, int length) {
			return this.body.read(bytes, offset, length);
		}

		@Override
		public boolean isFinished() {
			return this.body.available() == 0;
		}

		@Override
		public boolean isReady() {
			return true;
		}

		@Override
		public void setReadListener(ReadListener listener) {
			try {
				listener.onDataAvailable();
				listener.onAllDataRead();
			}
			catch (IOException ex) {
				throw new UncheckedIOException(ex);
			}
		}

	}

	private final class Saving implements CardActionHandler {

		@Override
		public Set<String> actions() {
			return Set.of("save");
		}

		@Override
		public Mono<CardActionReply> handle(CardActionEvent event) {
			return CallbackRequestHandlerTests.this.reply.asMono();
		}

	}

}
