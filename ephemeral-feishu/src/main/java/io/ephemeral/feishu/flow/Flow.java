package io.ephemeral.feishu.flow;

import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.ephemeral.feishu.InvalidHandlerException;
import io.ephemeral.feishu.callback.CardMethod;
import io.ephemeral.feishu.form.RecordForm;
import org.jspecify.annotations.Nullable;

import org.springframework.format.datetime.standard.DurationFormatterUtils;
import org.springframework.util.Assert;

/**
 * Flow of one class: its steps in their order.
 */
final class Flow {

	private final Class<?> type;

	private final String name;

	private final Duration timeout;

	private final List<FlowStep> steps;

	/** Record that the start gives; null for none. */
	private final @Nullable Class<?> start;

	/**
	 * Creates a flow.
	 * @param type class with {@link CardFlow}
	 * @param annotation its annotation
	 * @param methods its methods with {@link Step}
	 * @throws InvalidHandlerException if the steps are not a flow
	 */
	Flow(Class<?> type, CardFlow annotation, Collection<CardMethod> methods) {
		this.type = type;
		this.name = annotation.name().isEmpty() ? type.getSimpleName() : annotation.name();
		this.timeout = DurationFormatterUtils.detectAndParse(annotation.timeout());
		InvalidHandlerException.require(this.timeout.toMillis() > 0,
				() -> "The timeout of the flow " + type.getName() + " must be positive, but is " + annotation.timeout(),
				"Set it to a time such as 30m");
		this.steps = methods.stream().map(FlowStep::of).sorted(Comparator.comparingInt(FlowStep::number)).toList();
		checkNumbers();
		checkEnd();
		this.start = startOf(this.steps.get(0));
		checkRecords();
	}

	private void checkNumbers() {
		for (int index = 0; index < this.steps.size(); index++) {
			FlowStep step = this.steps.get(index);
			int expected = index + 1;
			InvalidHandlerException.require(step.number() == expected,
					() -> "The steps of the flow " + this.type.getName() + " must have the numbers 1 to "
							+ this.steps.size() + " without gaps, but " + step + " has @Step(" + step.number()
							+ ") where @Step(" + expected + ") is expected",
					"Number the steps in their order");
		}
	}

	private void checkEnd() {
		FlowStep last = last();
		InvalidHandlerException.require(this.steps.size() > 1,
				() -> "The flow " + this.type.getName() + " has only the step " + last,
				"Add steps, so that at least one returns a RecordForm, and the last one returns an Outcome");
		for (FlowStep step : this.steps) {
			boolean ends = step.answer() == null;
			InvalidHandlerException.require(ends == step.equals(last),
					() -> ends ? "The step " + step + " returns an Outcome, but " + last + " comes after it"
							: "The last step " + step + " returns a form whose answer no step receives",
					"Return an Outcome, such as Outcome.publish(card), from the last step, and from no other");
		}
	}

	private static @Nullable Class<?> startOf(FlowStep first) {
		List<Parameter> given = first.method().given();
		InvalidHandlerException
			.require(given.size() <= 1 && given.size() == first.method().declared().getParameterCount(),
					() -> "The first step " + first
							+ " is called without a click, so it may have only one parameter, the "
							+ "record that start(…) gives",
					"Move other parameters to a later step");
		return given.isEmpty() ? null : given.get(0).getType();
	}

	/** Checks that each record comes from the start or from an earlier step, once. */
	private void checkRecords() {
		Map<String, Object> sources = new LinkedHashMap<>();
		Map<Class<?>, Object> known = new HashMap<>();
		if (this.start != null) {
			sources.put(this.start.getSimpleName(), "the start");
			known.put(this.start, "the start");
		}
		for (FlowStep step : this.steps) {
			for (Parameter parameter : step.method().given()) {
				InvalidHandlerException.require(known.containsKey(parameter.getType()),
						() -> "The step " + step + " has the parameter '" + parameter.getName() + "' of the type "
								+ parameter.getType().getName() + ", but no earlier step answers with this record",
						"Use one of " + sources.keySet());
			}
			Class<? extends Record> answer = step.answer();
			if (answer != null) {
				RecordForm.of(answer);
				Object other = sources.putIfAbsent(answer.getSimpleName(), step);
				InvalidHandlerException.require(other == null,
						() -> "The step " + step + " answers with " + answer.getName()
								+ ", but a record of this name comes from " + other + " already",
						"Use a record of another name");
				known.put(answer, step);
			}
		}
	}

	FlowStep step(int number) {
		Assert.state(number >= 1 && number <= this.steps.size(),
				() -> "The flow " + this.name + " has no step " + number);
		return this.steps.get(number - 1);
	}

	private FlowStep last() {
		return this.steps.get(this.steps.size() - 1);
	}

	/** Returns whether only the outcome comes after a step. */
	boolean isBeforeOutcome(int number) {
		return number == this.steps.size() - 1;
	}

	/** Returns the action of the submit buttons. */
	String name() {
		return this.name;
	}

	String back() {
		return this.name + ".back";
	}

	String cancel() {
		return this.name + ".cancel";
	}

	Duration timeout() {
		return this.timeout;
	}

	/**
	 * Checks the record that starts the flow.
	 * @throws IllegalArgumentException if the first step needs another one
	 */
	void checkStart(@Nullable Record start) {
		Class<?> expected = this.start;
		Assert.isTrue((expected == null) ? start == null : expected.isInstance(start),
				() -> "The flow " + this.type.getName() + " starts with " + ((expected != null)
						? "a record of the type " + expected.getName() : "no record, so call start(flow) without one"));
	}

	@Override
	public String toString() {
		return this.type.getName();
	}

}
