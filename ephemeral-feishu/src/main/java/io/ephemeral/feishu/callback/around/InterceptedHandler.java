package io.ephemeral.feishu.callback.around;

import java.util.List;
import java.util.Set;

import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.callback.call.ApplicationCall;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Handler with interceptors around it.
 *
 * @param handler the handler
 * @param interceptors interceptors, the outermost first
 * @param scheduler scheduler with threads that may block
 */
record InterceptedHandler(CardActionHandler handler, List<CardActionInterceptor> interceptors,
		Scheduler scheduler) implements CardActionHandler {

	@Override
	public Set<String> actions() {
		return this.handler.actions();
	}

	@Override
	public Mono<CardActionReply> handle(CardActionEvent event) {
		return new Rest(0).proceed(event);
	}

	/**
	 * Calls the handler. The work after its reply gets the Reactor context of the
	 * handler.
	 */
	private Mono<CardActionReply> call(CardActionEvent event) {
		return Mono.deferContextual((context) -> ApplicationCall.defer(() -> this.handler.handle(event))
			.defaultIfEmpty(CardActionReply.nothing())
			.map((reply) -> reply.within(context)));
	}

	@Override
	public String toString() {
		return this.handler.toString();
	}

	/**
	 * Rest of the interceptors, and the handler.
	 */
	private final class Rest implements CardActionInterceptor.Chain {

		private final int next;

		Rest(int next) {
			this.next = next;
		}

		@Override
		public Mono<CardActionReply> proceed(CardActionEvent event) {
			List<CardActionInterceptor> interceptors = InterceptedHandler.this.interceptors;
			return (this.next == interceptors.size()) ? call(event) : ApplicationCall
				.defer(() -> interceptors.get(this.next).intercept(event, new Rest(this.next + 1)));
		}

		@Override
		public Scheduler scheduler() {
			return InterceptedHandler.this.scheduler;
		}

	}

}
