package io.ephemeral.feishu.flow;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;

import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.callback.answer.AnswerClaim;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.callback.answer.Answered.Done;
import io.ephemeral.feishu.card.element.Behavior;
import io.ephemeral.feishu.form.FormStep;
import io.ephemeral.feishu.form.RecordForm;
import io.ephemeral.feishu.seal.SealRefusedException;
import io.ephemeral.feishu.seal.SealRefusedException.Reason;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.Assert;

/**
 * Forms of flows, which carry the state of their flow. Answers that are too large for a
 * card are kept in a store until the end of the flow.
 */
final class FlowForms {

	/** A seal of 2 KB has about 1,400 bytes of content. */
	private static final int MOST_BYTES_IN_CARD = 1300;

	private static final int MOST_BYTES_IN_STORE = 64 * 1024;

	private static final String OWNER = "flow";

	private static final Duration MOMENT = Duration.ofSeconds(1);

	private static final String ANSWERS = "answers";

	/** Member with the key of the answers in the store. */
	private static final String KEY = "key";

	private static final SecureRandom RANDOM = new SecureRandom();

	private final AnswerStore store;

	private final Clock clock;

	/**
	 * Creates the forms.
	 * @param store store of large answers
	 * @param clock clock for the deadlines of flows
	 */
	FlowForms(AnswerStore store, Clock clock) {
		this.store = store;
		this.clock = clock;
	}

	FlowState start(Flow flow, @Nullable Record start) {
		return FlowState.start(this.clock.instant().plus(flow.timeout()), start);
	}

	/**
	 * Turns the form of a step into a form that carries the state, and that shows what
	 * was answered before.
	 * @param seal condition for clicks, without the deadline
	 */
	Mono<RecordForm<?>> carry(RecordForm<?> form, Flow flow, FlowState state, Seal seal) {
		RecordForm<?> filled = filled(form, state.find(flow.step(state.step()).form()));
		ObjectNode value = value(flow, state, seal.until(state.deadline()));
		RecordForm<?> withAnswers = step(filled, flow, state, value.deepCopy().set(ANSWERS, state.answers()));
		return (size(withAnswers.value()) <= MOST_BYTES_IN_CARD) ? Mono.just(withAnswers)
				: keep(state).map((key) -> step(filled, flow, state, value.put(KEY, key)));
	}

	@SuppressWarnings("unchecked")
	private static RecordForm<?> filled(RecordForm<?> form, @Nullable Record answer) {
		return (answer != null) ? ((RecordForm<Record>) form).values(answer) : form;
	}

	private static RecordForm<?> step(RecordForm<?> form, Flow flow, FlowState state, JsonNode value) {
		return form.step(new FormStep(value, (state.step() > 1) ? flow.back() : null, flow.cancel()));
	}

	private static ObjectNode value(Flow flow, FlowState state, Seal seal) {
		ObjectNode value = ((ObjectNode) Behavior.callback(new Sealed(), seal).value()).put("action", flow.name())
			.put("flow", state.id())
			.put("step", state.step())
			.put("until", state.deadline().toEpochMilli());
		if (flow.isBeforeOutcome(state.step())) {
			// All cards of a flow share one use of their last submit.
			((ObjectNode) value.path(Seal.MEMBER)).put("once", state.id());
		}
		return value;
	}

	private Mono<String> keep(FlowState state) {
		byte[] answers = FlowMapper.INSTANCE.writeValueAsBytes(state.answers());
		Assert.state(answers.length <= MOST_BYTES_IN_STORE, () -> "The answers of a flow must not have more than "
				+ MOST_BYTES_IN_STORE + " bytes together, but have " + answers.length);
		byte[] random = new byte[32];
		RANDOM.nextBytes(random);
		String key = HexFormat.of().formatHex(random);
		return this.store.keep(new AnswerClaim(key, OWNER), answers, timeUntil(state.deadline())).thenReturn(key);
	}

	private Duration timeUntil(Instant deadline) {
		Duration rest = Duration.between(this.clock.instant(), deadline);
		return (rest.compareTo(MOMENT) > 0) ? rest : MOMENT;
	}

	/**
	 * Reads the state from the value of a sealed click.
	 * @return the state; or a {@link SealRefusedException} if its answers are no longer
	 * in the store
	 */
	Mono<FlowState> state(JsonNode value) {
		String key = value.path(KEY).stringValue(null);
		Mono<JsonNode> answers = (key != null) ? find(key) : Mono.just(value.path(ANSWERS));
		return answers.map((known) -> new FlowState(value.path("flow").stringValue(), value.path("step").intValue(),
				Instant.ofEpochMilli(value.path("until").longValue()), (ObjectNode) known));
	}

	private Mono<JsonNode> find(String key) {
		AnswerClaim claim = new AnswerClaim(key, OWNER);
		return this.store.begin(claim, MOMENT)
			.flatMap((answered) -> (answered instanceof Done done)
					? Mono.just(FlowMapper.INSTANCE.readTree(done.answer()))
					: this.store.giveUp(claim).then(Mono.error(() -> new SealRefusedException(Reason.EXPIRED))));
	}

	private static int size(JsonNode value) {
		return FlowMapper.INSTANCE.writeValueAsBytes(value).length;
	}

	/** Action without a state, for the conditions of a seal. */
	record Sealed() implements TypedAction {
	}

}
