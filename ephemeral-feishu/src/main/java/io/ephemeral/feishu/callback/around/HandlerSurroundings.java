package io.ephemeral.feishu.callback.around;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.ephemeral.feishu.InvalidHandlerException;
import io.ephemeral.feishu.callback.CardActionHandler;
import io.ephemeral.feishu.callback.CardActionMethods;
import io.ephemeral.feishu.callback.CardMethod;
import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/**
 * Code of the application around its handlers. The methods with
 * {@link CardExceptionHandler} are outermost, then come the interceptors in their order.
 */
public final class HandlerSurroundings {

	private final Map<String, ExceptionMethods> exceptionMethods;

	private final List<ExceptionMethods> advice;

	private final List<CardActionInterceptor> interceptors;

	private final Scheduler scheduler;

	/**
	 * Collects the code.
	 * @param methods search for the methods with {@link CardExceptionHandler}
	 * @param beans all beans of the application; no bean is created
	 * @param interceptors interceptors, the outermost first
	 * @param scheduler scheduler of handlers
	 * @throws InvalidHandlerException if a method has an unsupported parameter or return
	 * type, or if two methods of a bean handle the same exception
	 */
	public HandlerSurroundings(CardActionMethods methods, ListableBeanFactory beans,
			Collection<? extends CardActionInterceptor> interceptors, Scheduler scheduler) {
		this.exceptionMethods = methods.find(CardExceptionHandler.class)
			.stream()
			.collect(Collectors.groupingBy(CardMethod::beanName, LinkedHashMap::new,
					Collectors.collectingAndThen(Collectors.toList(), ExceptionMethods::new)));
		this.advice = this.exceptionMethods.keySet()
			.stream()
			.filter((bean) -> beans.findAnnotationOnBean(bean, CardActionAdvice.class) != null)
			.sorted(Comparator.comparingInt((bean) -> order(beans.findAnnotationOnBean(bean, Order.class))))
			.map(this.exceptionMethods::get)
			.toList();
		this.interceptors = List.copyOf(interceptors);
		this.scheduler = scheduler;
	}

	private static int order(@Nullable Order order) {
		return (order != null) ? order.value() : Ordered.LOWEST_PRECEDENCE;
	}

	/**
	 * Adds the code to a handler.
	 * @param handler the handler
	 * @return a handler with the code around it; the same one if there is no code
	 */
	public CardActionHandler around(CardActionHandler handler) {
		CardActionHandler intercepted = this.interceptors.isEmpty() ? handler
				: new InterceptedHandler(handler, this.interceptors, this.scheduler);
		List<ExceptionMethods> places = places(CardMethod.of(handler));
		return places.isEmpty() ? intercepted : new CaughtHandler(intercepted, places);
	}

	private List<ExceptionMethods> places(@Nullable CardMethod method) {
		List<ExceptionMethods> places = new ArrayList<>();
		ExceptionMethods beside = (method != null) ? this.exceptionMethods.get(method.beanName()) : null;
		if (beside != null) {
			places.add(beside);
		}
		places.addAll(this.advice);
		return places;
	}

}
