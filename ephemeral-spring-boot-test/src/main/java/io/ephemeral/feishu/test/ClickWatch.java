package io.ephemeral.feishu.test;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.ClickObservationContext;
import io.ephemeral.feishu.card.RawCard;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;

/**
 * Handler of observations that notices how the handlers of clicks, and the work after
 * their replies, end.
 */
final class ClickWatch implements ObservationHandler<ClickObservationContext> {

	private final Map<String, ClickWork> clicks = new ConcurrentHashMap<>();

	/** Starts to watch a click. */
	ClickWork begin(String id) {
		ClickWork work = new ClickWork();
		this.clicks.put(id, work);
		return work;
	}

	void end(String id) {
		this.clicks.remove(id);
	}

	/** Notices the card of a late update. */
	void shown(CardActionEvent click, RawCard card) {
		find(click, (work) -> work.show(card));
	}

	@Override
	public boolean supportsContext(Observation.Context context) {
		return context instanceof ClickObservationContext;
	}

	@Override
	public void onStart(ClickObservationContext context) {
		find(context.event(), (work) -> work.start(context));
	}

	@Override
	public void onStop(ClickObservationContext context) {
		find(context.event(), (work) -> work.stop(context));
	}

	private void find(CardActionEvent click, Consumer<ClickWork> found) {
		ClickWork work = this.clicks.get(click.id());
		if (work != null) {
			found.accept(work);
		}
	}

}
