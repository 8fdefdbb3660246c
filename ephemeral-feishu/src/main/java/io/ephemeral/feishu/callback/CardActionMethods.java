package io.ephemeral.feishu.callback;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;
import reactor.core.scheduler.Scheduler;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.aop.support.AopUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Search for methods with {@link CardAction} in the beans of an application. It inspects
 * the types of beans, but does not create beans.
 */
public final class CardActionMethods {

	private final ConfigurableListableBeanFactory beans;

	private final Scheduler scheduler;

	private final FormValidator validator;

	private final Locale defaultLocale;

	/**
	 * Creates a search.
	 * @param beans all beans of the application
	 * @param scheduler scheduler that runs methods that may block
	 * @param validator validator of the records that methods receive
	 * @param defaultLocale language of clicks without a language
	 */
	public CardActionMethods(ConfigurableListableBeanFactory beans, Scheduler scheduler, FormValidator validator,
			Locale defaultLocale) {
		this.beans = beans;
		this.scheduler = scheduler;
		this.validator = validator;
		this.defaultLocale = defaultLocale;
	}

	/**
	 * Finds all methods.
	 * @return a handler for each method
	 * @throws IllegalStateException if a method has an unsupported parameter or return
	 * type
	 */
	public Collection<CardActionHandler> find() {
		List<CardActionHandler> handlers = new ArrayList<>();
		for (String name : this.beans.getBeanNamesForType(Object.class, true, false)) {
			Class<?> type = ScopedProxyUtils.isScopedTarget(name) ? null
					: AutoProxyUtils.determineTargetClass(this.beans, name);
			if (type != null && AnnotationUtils.isCandidateClass(type, CardAction.class)) {
				MethodIntrospector.selectMethods(type, CardActionMethods::annotationOf)
					.forEach((method, annotation) -> handlers.add(handler(name, type, method, annotation)));
			}
		}
		return handlers;
	}

	/**
	 * Checks whether there is a method with {@link CardAction}, valid or not.
	 * @param beans all beans of the application; no bean is created
	 * @return whether there is such a method
	 */
	public static boolean anyIn(ConfigurableListableBeanFactory beans) {
		return Stream.of(beans.getBeanNamesForType(Object.class, true, false))
			.map((name) -> AutoProxyUtils.determineTargetClass(beans, name))
			// Most beans of an application belong to Spring and have no such methods.
			.filter((type) -> type != null && !type.getName().startsWith("org.springframework."))
			.anyMatch((type) -> AnnotationUtils.isCandidateClass(type, CardAction.class)
					&& !MethodIntrospector.selectMethods(type, CardActionMethods::annotationOf).isEmpty());
	}

	private static @Nullable CardAction annotationOf(Method method) {
		return AnnotatedElementUtils.findMergedAnnotation(method, CardAction.class);
	}

	private CardActionHandler handler(String bean, Class<?> type, Method method, CardAction annotation) {
		Class<?> actual = this.beans.getType(bean);
		Method invocable = AopUtils.selectInvocableMethod(method, (actual != null) ? actual : type);
		return new CardActionMethod(List.of(annotation.value()), () -> this.beans.getBean(bean), method, invocable,
				this.validator, this.defaultLocale, this.scheduler);
	}

}
