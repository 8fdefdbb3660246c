package io.ephemeral.feishu.callback;

import java.time.Duration;

import io.ephemeral.feishu.callback.RunningWork.Kind;
import org.jspecify.annotations.Nullable;

/**
 * Name of a piece of work of the application in logs.
 *
 * @param kind kind of the work
 * @param name the handler, whose {@code toString()} is its name, or the type of the event
 * @param action action of the click; null for a listener
 * @param id id of the click or event
 */
record WorkName(Kind kind, Object name, @Nullable String action, String id) {

	static WorkName handler(CardActionHandler handler, String action, CardActionEvent event) {
		return new WorkName(Kind.HANDLER, handler, action, event.loggedId());
	}

	static WorkName listener(FeishuEvents.Unread event) {
		return new WorkName(Kind.LISTENER, event.name(), null, event.id());
	}

	/** Returns the name of the work after the reply of this handler. */
	WorkName afterwards() {
		return new WorkName(Kind.AFTERWARDS, this.name, this.action, this.id);
	}

	RunningWork running(Duration age) {
		return new RunningWork(this.kind, this.name.toString(), this.action, this.id, age);
	}

	/** Returns the name without the id, which several pieces of work share. */
	String source() {
		return (this.action != null) ? this.name + " of the action '" + this.action + "'" : this.name.toString();
	}

	@Override
	public String toString() {
		return switch (this.kind) {
			case HANDLER -> "The handler " + source() + " for the click " + this.id;
			case AFTERWARDS -> "The afterwards(…) work of " + source() + " for the click " + this.id;
			case LISTENER -> "The listener of " + source() + " " + this.id;
		};
	}

}
