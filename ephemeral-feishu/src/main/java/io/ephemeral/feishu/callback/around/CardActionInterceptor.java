package io.ephemeral.feishu.callback.around;

import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/**
 * Interceptor around each handler. Beans of this type are ordered; the first one is the
 * outermost. It sees the exceptions of the handler as they are, and
 * {@link CardExceptionHandler} methods see its own.
 * <p>
 * What an interceptor writes into the Reactor context is there in the handler, and in the
 * work after its reply. If Micrometer's context propagation is on the class path,
 * handlers that block have the values in their thread locals too.
 */
@FunctionalInterface
public interface CardActionInterceptor {

	/**
	 * Intercepts a click. This method must not block.
	 * @param event the click
	 * @param chain the remaining interceptors and the handler
	 * @return a publisher of the reply, usually that of
	 * {@link Chain#proceed(CardActionEvent)}; without it, the handler does not run
	 */
	Mono<CardActionReply> intercept(CardActionEvent event, Chain chain);

	/**
	 * Remaining interceptors and the handler.
	 */
	interface Chain {

		/**
		 * Runs the rest.
		 * @param event the click, or another one for the rest
		 * @return a publisher of the reply, never empty; the rest starts with the
		 * subscription
		 */
		Mono<CardActionReply> proceed(CardActionEvent event);

		/**
		 * Returns the scheduler of handlers.
		 * @return scheduler with threads that may block
		 */
		Scheduler scheduler();

	}

}
