package io.ephemeral.feishu.flow;

import java.util.Objects;

import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.client.BlockingCalls;
import reactor.core.publisher.Mono;

/**
 * Flows of the application. The methods block while a step creates its form. On a thread
 * of an event loop, use {@link ReactiveCardFlows}.
 */
public final class CardFlows {

	private final ReactiveCardFlows flows;

	/**
	 * Creates an instance.
	 * @param flows reactive flows to wait for
	 */
	public CardFlows(ReactiveCardFlows flows) {
		this.flows = flows;
	}

	/**
	 * Starts a flow whose first step has no parameter.
	 * @param flow class of the flow
	 * @return the first card, like that of {@link #start(Class, Record)}
	 * @throws IllegalArgumentException if the class is no flow, or if its first step has
	 * a parameter
	 */
	public CardContent start(Class<?> flow) {
		return await(this.flows.start(flow));
	}

	/**
	 * Starts a flow: <pre class="code">
	 * cards.newCard(flows.start(Leave.class, new Start(request))).chat(chat).viewer(ada).send();</pre>
	 * <p>
	 * Each call starts a flow of its own, so send the card to one viewer. It may also be
	 * the card of a reply. The time of the flow begins now.
	 * @param flow class of the flow
	 * @param start record that the first step receives
	 * @return the first card
	 * @throws IllegalArgumentException if the class is no flow, or if its first step
	 * needs another record
	 */
	public CardContent start(Class<?> flow, Record start) {
		return await(this.flows.start(flow, start));
	}

	private static CardContent await(Mono<CardContent> start) {
		return Objects
			.requireNonNull(BlockingCalls.await(start, "flow.start", CardFlows.class, ReactiveCardFlows.class));
	}

}
