package io.ephemeral.feishu.flow;

import java.lang.reflect.Parameter;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

import io.ephemeral.feishu.callback.CardMethod;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.Assert;

/**
 * State of a flow, which travels from card to card.
 *
 * @param id id of this run of the flow
 * @param step number of the step whose form is shown
 * @param deadline end of the flow
 * @param answers the record of the start and all answers, by their simple names. Answers
 * of later steps are kept on the way back
 */
record FlowState(String id, int step, Instant deadline, ObjectNode answers) {

	static FlowState start(Instant deadline, @Nullable Record start) {
		FlowState state = new FlowState(UUID.randomUUID().toString(), 1, deadline,
				FlowMapper.INSTANCE.createObjectNode());
		return (start != null) ? state.with(start) : state;
	}

	FlowState at(int step) {
		return new FlowState(this.id, step, this.deadline, this.answers);
	}

	FlowState with(Record answer) {
		ObjectNode answers = this.answers.deepCopy();
		answers.set(answer.getClass().getSimpleName(), FlowMapper.INSTANCE.<JsonNode>valueToTree(answer));
		return new FlowState(this.id, this.step, this.deadline, answers);
	}

	/**
	 * Returns an answer.
	 * @return the answer; null if there is none yet
	 * @throws IllegalStateException if the answer does not match the record, which has
	 * changed meanwhile
	 */
	<T extends Record> @Nullable T find(Class<T> type) {
		JsonNode answer = this.answers.path(type.getSimpleName());
		try {
			return answer.isMissingNode() ? null : FlowMapper.INSTANCE.treeToValue(answer, type);
		}
		catch (JacksonException ex) {
			// No cause, because it quotes the answer.
			throw new IllegalStateException("An answer of this flow cannot be read as " + type.getName()
					+ ". If the record has changed, give the flow another name");
		}
	}

	/** Returns the answers that a step receives. */
	Map<Parameter, Object> arguments(CardMethod method) {
		Map<Parameter, Object> arguments = new HashMap<>();
		for (Parameter parameter : method.given()) {
			Record answer = find(parameter.getType().asSubclass(Record.class));
			Assert.state(answer != null, () -> "This flow has no " + parameter.getType().getName() + " for " + method
					+ ". If the steps have changed, give the flow another name");
			arguments.put(parameter, answer);
		}
		return arguments;
	}

	@Override
	public String toString() {
		return "FlowState[" + this.step + "]";
	}

}
