package io.ephemeral.sample.checklist;

import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionReply;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Clicks on the cards of the checklist. A step waits for one click at a time, and decides
 * the reply to it.
 */
final class Clicks implements CardActionHandler {

	/** Name of the action of all components. */
	static final String ACTION = "checklist";

	private final AtomicReference<@Nullable Expected> expected = new AtomicReference<>();

	@Override
	public Set<String> actions() {
		return Set.of(ACTION);
	}

	@Override
	public Mono<CardActionReply> handle(CardActionEvent event) {
		Expected next = this.expected.getAndSet(null);
		return Mono.just((next != null) ? next.replyTo(event)
				: CardActionReply.info("The checklist does not wait for a click now."));
	}

	/**
	 * Waits for the next click.
	 * @param reply reply to the click
	 * @return the click, once the reply to it has left
	 */
	Mono<CardActionEvent> next(Function<CardActionEvent, CardActionReply> reply) {
		return Mono.defer(() -> {
			Expected next = new Expected(reply, Sinks.one());
			this.expected.set(next);
			return next.click().asMono().doFinally((signal) -> this.expected.compareAndSet(next, null));
		});
	}

	private record Expected(Function<CardActionEvent, CardActionReply> reply, Sinks.One<CardActionEvent> click) {

		CardActionReply replyTo(CardActionEvent event) {
			return this.reply.apply(event).afterwards(() -> {
				this.click.tryEmitValue(event);
			});
		}

	}

}
