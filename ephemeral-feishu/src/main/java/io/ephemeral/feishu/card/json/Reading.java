package io.ephemeral.feishu.card.json;

import io.ephemeral.feishu.card.json.ReadingListener.Refusal;
import io.ephemeral.feishu.card.rule.CardRule;
import org.jspecify.annotations.Nullable;

/**
 * State of one run over the JSON of a part: the current path and the listener.
 */
final class Reading {

	private final CardPath path = new CardPath();

	private final @Nullable ReadingListener listener;

	private Reading(@Nullable ReadingListener listener) {
		this.listener = listener;
	}

	static Reading to(ReadingListener listener) {
		return new Reading(listener);
	}

	static Reading silent() {
		return new Reading(null);
	}

	CardPath path() {
		return this.path;
	}

	void mismatch(CardRule rule, String expectation) {
		if (this.listener != null) {
			this.listener.mismatch(this.path, rule, expectation);
		}
	}

	void mismatch(String property, CardRule rule, String expectation) {
		this.path.enter(property);
		mismatch(rule, expectation);
		this.path.leave();
	}

	void unknownElement(String tag) {
		if (this.listener != null) {
			this.listener.unknownElement(this.path, tag);
		}
	}

	void unknownProperty(Class<?> part, String property) {
		if (this.listener != null) {
			this.path.enter(property);
			this.listener.unknownProperty(this.path, part, property);
			this.path.leave();
		}
	}

	void refusedProperty(Refusal refusal) {
		if (this.listener != null) {
			this.path.enter(refusal.property());
			this.listener.refusedProperty(this.path, refusal);
			this.path.leave();
		}
	}

}
