package io.ephemeral.feishu.flow;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import io.ephemeral.feishu.InvalidHandlerException;
import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionMethods;
import io.ephemeral.feishu.callback.CardActionReply;
import io.ephemeral.feishu.form.RecordForm;
import io.ephemeral.feishu.seal.SealRefusedException;
import io.ephemeral.feishu.seal.SealRefusedException.Reason;
import reactor.core.publisher.Mono;

/**
 * Handler of the clicks in all flows: submit, back and cancel.
 */
final class FlowHandler implements CardActionHandler {

	private final CardActionMethods methods;

	private final FlowForms forms;

	private final FlowEnds ends;

	private final Map<String, Function<CardActionEvent, Mono<CardActionReply>>> moves = new HashMap<>();

	/**
	 * Creates a handler.
	 * @param flows all flows
	 * @param methods reader of submitted forms
	 * @throws InvalidHandlerException if two flows have the same name
	 */
	FlowHandler(Collection<Flow> flows, CardActionMethods methods, FlowForms forms, FlowEnds ends) {
		this.methods = methods;
		this.forms = forms;
		this.ends = ends;
		for (Flow flow : flows) {
			InvalidHandlerException.require(!this.moves.containsKey(flow.name()),
					() -> "Two flows have the name '" + flow.name() + "', one of them in " + flow,
					"Give one of them another name with @CardFlow(name = …)");
			this.moves.put(flow.name(), (click) -> next(flow, click));
			this.moves.put(flow.back(), (click) -> back(flow, click));
			this.moves.put(flow.cancel(), (click) -> Mono.fromSupplier(() -> this.ends.delete(click)));
		}
	}

	@Override
	public Set<String> actions() {
		return this.moves.keySet();
	}

	@Override
	public Mono<CardActionReply> handle(CardActionEvent event) {
		Function<CardActionEvent, Mono<CardActionReply>> move = this.moves.get(event.action());
		return (move != null && event.isSealed()) ? move.apply(event)
				: Mono.error(() -> new SealRefusedException(Reason.FORGED));
	}

	private Mono<CardActionReply> next(Flow flow, CardActionEvent click) {
		return this.forms.state(click.value())
			.flatMap((state) -> this.methods.form(click, flow.step(state.step()).form())
				.flatMap((answer) -> show(flow, state.with(answer).at(state.step() + 1), click)));
	}

	private Mono<CardActionReply> back(Flow flow, CardActionEvent click) {
		return this.forms.state(click.value()).flatMap((state) -> show(flow, state.at(state.step() - 1), click));
	}

	private Mono<CardActionReply> show(Flow flow, FlowState state, CardActionEvent click) {
		FlowStep step = flow.step(state.step());
		return step.method()
			.result(click, state.arguments(step.method()))
			.switchIfEmpty(step.nothing())
			.flatMap((result) -> (result instanceof Outcome outcome) ? this.ends.end(outcome, state.id(), click)
					: this.forms.carry((RecordForm<?>) result, flow, state, Seal.forViewer(click.operator()))
						.map(CardActionReply::card));
	}

	@Override
	public String toString() {
		return "CardFlows";
	}

}
