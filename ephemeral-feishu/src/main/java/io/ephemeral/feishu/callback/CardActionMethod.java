package io.ephemeral.feishu.callback;

import java.util.Collection;
import java.util.List;
import java.util.Set;

import io.ephemeral.feishu.InvalidHandlerException;
import io.ephemeral.feishu.action.TypedAction;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

/**
 * Handler that calls a method with {@link CardAction}.
 */
final class CardActionMethod implements CardActionHandler {

	private final Set<String> actions;

	private final @Nullable ActionRecords records;

	private final CardMethod method;

	/**
	 * Creates a handler.
	 * @param actions names of the actions; empty if a parameter has the action
	 * @param method method to call
	 */
	CardActionMethod(Collection<String> actions, CardMethod method) {
		this.method = method;
		this.records = method.records();
		this.actions = actions(actions);
		InvalidHandlerException.require(method.failure() == null,
				() -> this + " must not have a parameter that is a Throwable, because nothing has failed before",
				"Remove the parameter, or put @CardExceptionHandler on the method in place of @CardAction");
	}

	/**
	 * Returns the names of the actions. The only record of a form names the action if
	 * nothing else does.
	 * @param named names in the annotation
	 */
	private Set<String> actions(Collection<String> named) {
		ActionRecords records = this.records;
		List<String> forms = this.method.forms();
		boolean byForm = records == null && named.isEmpty() && forms.size() == 1;
		InvalidHandlerException.require(byForm || named.isEmpty() != (records == null), () -> "@CardAction on " + this
				+ " needs either a name, a parameter that is a TypedAction, or one record that receives the form",
				(records != null) ? "Remove the name, because the TypedAction has one"
						: "Set the name of the action, as in @CardAction(\"save\")");
		return byForm ? Set.copyOf(forms) : (records != null) ? records.names() : Set.copyOf(named);
	}

	/** Returns the actions that need a handler if this one is there. */
	Set<Class<? extends TypedAction>> relatives() {
		return (this.records != null) ? this.records.relatives() : Set.of();
	}

	CardMethod method() {
		return this.method;
	}

	@Override
	public Set<String> actions() {
		return this.actions;
	}

	@Override
	public Mono<CardActionReply> handle(CardActionEvent event) {
		return this.method.call(event, null);
	}

	@Override
	public String toString() {
		return this.method.toString();
	}

}
