package io.ephemeral.feishu.flow;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import io.ephemeral.feishu.InvalidHandlerException;
import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionMethods;
import io.ephemeral.feishu.callback.CardMethod;
import io.ephemeral.feishu.callback.answer.AnswerStore;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.form.RecordForm;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.util.Assert;

/**
 * Reactive variant of {@link CardFlows}. The methods have the same contracts. Exceptions
 * become errors of the publisher.
 */
public final class ReactiveCardFlows {

	private final Map<Class<?>, Flow> flows = new LinkedHashMap<>();

	private final FlowForms forms;

	private final FlowHandler handler;

	/**
	 * Finds the flows among the beans of an application. It inspects the types of beans,
	 * but does not create beans.
	 * @param beans all beans of the application
	 * @param methods search for the steps
	 * @param ends ends of flows
	 * @param store store for answers that are too large for a card
	 * @param clock clock for the deadlines of flows
	 * @throws InvalidHandlerException if the steps of a class are not a flow
	 */
	public ReactiveCardFlows(ConfigurableListableBeanFactory beans, CardActionMethods methods, FlowEnds ends,
			AnswerStore store, Clock clock) {
		methods.findGivingRecords(Step.class)
			.stream()
			.collect(Collectors.groupingBy(CardMethod::beanName, LinkedHashMap::new, Collectors.toList()))
			.forEach((bean, steps) -> add(beans, bean, steps));
		this.forms = new FlowForms(store, clock);
		this.handler = new FlowHandler(this.flows.values(), methods, this.forms, ends);
	}

	private void add(ConfigurableListableBeanFactory beans, String bean, List<CardMethod> steps) {
		CardFlow annotation = beans.findAnnotationOnBean(bean, CardFlow.class, false);
		if (annotation == null) {
			throw new InvalidHandlerException("The method " + steps.get(0) + " has @Step, but its class is no flow",
					"Add @CardFlow to the class");
		}
		Class<?> type = Objects.requireNonNull(AutoProxyUtils.determineTargetClass(beans, bean));
		Flow other = this.flows.putIfAbsent(type, new Flow(type, annotation, steps));
		InvalidHandlerException.require(other == null, () -> "Two beans have the class of the flow " + other,
				"Remove one of them");
	}

	/**
	 * Starts a flow whose first step has no parameter.
	 * @param flow class of the flow
	 * @return the first card
	 * @see CardFlows#start(Class)
	 */
	public Mono<CardContent> start(Class<?> flow) {
		return begin(flow, null);
	}

	/**
	 * Starts a flow.
	 * @param flow class of the flow
	 * @param start record that the first step receives
	 * @return the first card
	 * @see CardFlows#start(Class, Record)
	 */
	public Mono<CardContent> start(Class<?> flow, Record start) {
		return begin(flow, start);
	}

	private Mono<CardContent> begin(Class<?> type, @Nullable Record start) {
		return Mono.defer(() -> {
			Flow flow = this.flows.get(type);
			Assert.isTrue(flow != null, () -> type.getName()
					+ " is no bean with @CardFlow and methods with @Step; the flows are " + this.flows.values());
			flow.checkStart(start);
			FlowState state = this.forms.start(flow, start);
			FlowStep step = flow.step(state.step());
			return step.method()
				.result(state.arguments(step.method()))
				.switchIfEmpty(step.nothing())
				.flatMap((form) -> this.forms.carry((RecordForm<?>) form, flow, state, Seal.forAnyone()));
		});
	}

	/**
	 * Returns the handler of the clicks in all flows.
	 * @return a handler; without any action if there are no flows
	 */
	public CardActionHandler handler() {
		return this.handler;
	}

}
