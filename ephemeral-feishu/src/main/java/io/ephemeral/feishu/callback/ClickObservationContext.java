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
	 * @return the click, which contains who has clicked and where; metrics and traces
	 * should not
	 */
	public CardActionEvent event() {
		return this.event;
	}

	/**
	 * Returns the action of the click.
	 * @return an action that has a handler, so that there are few
	 */
	public String action() {
		return this.action;
	}

	/**
	 * Returns the id of the click, as logs show it.
	 * @return {@link CardActionEvent#id()}, or null if that is the token by which the
	 * card can be updated
	 */
	public @Nullable String eventId() {
		String id = this.event.id();
		return id.equals(this.event.token()) ? null : id;
	}

}
