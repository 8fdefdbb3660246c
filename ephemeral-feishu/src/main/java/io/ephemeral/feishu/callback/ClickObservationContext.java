package io.ephemeral.feishu.callback;

import org.jspecify.annotations.Nullable;

/**
 * Context of the observations {@code feishu.clicks} and {@code feishu.afterwards}.
 */
public final class ClickObservationContext extends WorkObservationContext {

	private final CardActionEvent event;

	private final String action;

	ClickObservationContext(CardActionEvent event, String action) {
		this.event = event;
		this.action = action;
	}

	/**
	 * Returns the click.
	 * @return the click, which contains the user and the chat; do not add them to metrics
	 * and traces
	 */
	public CardActionEvent event() {
		return this.event;
	}

	/**
	 * Returns the action of the click.
	 * @return an action with a handler, so the number of values is small
	 */
	public String action() {
		return this.action;
	}

	/**
	 * Returns the id of the click, without the token.
	 * @return {@link CardActionEvent#id()}; null if the id is the token, because the
	 * token allows updates of the card
	 */
	public @Nullable String eventId() {
		String id = this.event.id();
		return id.equals(this.event.token()) ? null : id;
	}

}
