package io.ephemeral.feishu.callback;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.BiConsumer;
import java.util.stream.Stream;

import io.ephemeral.feishu.InvalidHandlerException;
import io.ephemeral.feishu.callback.call.ApplicationCall;
import reactor.core.publisher.Mono;
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

	private final CardMethod.Setting setting;

	/**
	 * Creates a search without resolvers of arguments.
	 * @param beans all beans of the application
	 * @param scheduler scheduler that runs methods that may block
	 * @param validator validator of the records that methods receive
	 * @param defaultLocale language of clicks without a language
	 */
	public CardActionMethods(ConfigurableListableBeanFactory beans, Scheduler scheduler, FormValidator validator,
			Locale defaultLocale) {
		this(beans, scheduler, validator, defaultLocale, List.of());
	}

	/**
	 * Creates a search.
	 * @param beans all beans of the application
	 * @param scheduler scheduler that runs methods that may block
	 * @param validator validator of the records that methods receive
	 * @param defaultLocale language of clicks without a language
	 * @param resolvers sources of arguments of the application's own types; the first one
	 * that supports a parameter is used
	 */
	public CardActionMethods(ConfigurableListableBeanFactory beans, Scheduler scheduler, FormValidator validator,
			Locale defaultLocale, Collection<? extends CardActionArgumentResolver> resolvers) {
		this.beans = beans;
		this.setting = new CardMethod.Setting(scheduler, validator, defaultLocale, List.copyOf(resolvers), false);
	}

	/**
	 * Finds all methods.
	 * @return a handler for each method
	 * @throws InvalidHandlerException if a method has an unsupported parameter or return
	 * type, or cannot be called on the proxy of its bean
	 */
	public Collection<CardActionHandler> find() {
		List<CardActionHandler> handlers = new ArrayList<>();
		find(CardAction.class, this.setting,
				(method, annotation) -> handlers.add(new CardActionMethod(List.of(annotation.value()), method)));
		return handlers;
	}

	/**
	 * Finds all methods with another annotation, which have the same parameters and
	 * results as handlers. They may also have one parameter that is a {@link Throwable}.
	 * @param annotation type of the annotation
	 * @return the methods
	 * @throws InvalidHandlerException if a method has an unsupported parameter or return
	 * type, or cannot be called on the proxy of its bean
	 */
	public Collection<CardMethod> find(Class<? extends Annotation> annotation) {
		return find(annotation, this.setting);
	}

	/**
	 * Finds all methods with another annotation whose caller gives them their records,
	 * except for those that a resolver supports, and uses what they return.
	 * @param annotation type of the annotation
	 * @return the methods, with any type of result
	 * @throws InvalidHandlerException if a method has an unsupported parameter
	 * @see CardMethod#given()
	 */
	public Collection<CardMethod> findGivingRecords(Class<? extends Annotation> annotation) {
		return find(annotation, this.setting.givingRecords());
	}

	private Collection<CardMethod> find(Class<? extends Annotation> annotation, CardMethod.Setting setting) {
		List<CardMethod> methods = new ArrayList<>();
		find(annotation, setting, (method, found) -> methods.add(method));
		return methods;
	}

	private <A extends Annotation> void find(Class<A> annotation, CardMethod.Setting setting,
			BiConsumer<CardMethod, A> found) {
		for (String name : this.beans.getBeanNamesForType(Object.class, true, false)) {
			Class<?> type = ScopedProxyUtils.isScopedTarget(name) ? null
					: AutoProxyUtils.determineTargetClass(this.beans, name);
			if (type != null && AnnotationUtils.isCandidateClass(type, annotation)) {
				select(type, annotation)
					.forEach((method, merged) -> found.accept(method(name, type, method, setting), merged));
			}
		}
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
					&& !select(type, CardAction.class).isEmpty());
	}

	private static <A extends Annotation> Map<Method, A> select(Class<?> type, Class<A> annotation) {
		return MethodIntrospector.selectMethods(type,
				(MethodIntrospector.MetadataLookup<A>) (method) -> AnnotatedElementUtils.findMergedAnnotation(method,
						annotation));
	}

	/**
	 * Reads and validates a submitted form on a thread for handlers, like the argument of
	 * a method.
	 * @param <T> type of the record
	 * @param event the click
	 * @param type the record
	 * @return the record; or a {@link FormBindingException} or
	 * {@link InvalidFormException}, which shows a
	 * {@link io.ephemeral.feishu.form.RecordForm} again
	 */
	public <T> Mono<T> form(CardActionEvent event, Class<T> type) {
		return ApplicationCall
			.<T>call(() -> new SubmittedForm(this.setting.validator()).read(event, type), this.setting.scheduler())
			.onErrorMap(RejectedExecutionException.class, WorkRefusedException::noThread);
	}

	private CardMethod method(String bean, Class<?> type, Method method, CardMethod.Setting setting) {
		Class<?> actual = this.beans.getType(bean);
		Method invocable = invocable(bean, method, (actual != null) ? actual : type);
		return new CardMethod(bean, () -> this.beans.getBean(bean), method, invocable, setting);
	}

	private static Method invocable(String bean, Method method, Class<?> type) {
		try {
			return AopUtils.selectInvocableMethod(method, type);
		}
		catch (IllegalStateException ex) {
			throw new InvalidHandlerException(
					"The method " + method.getDeclaringClass().getName() + "." + method.getName()
							+ " cannot be called, because the bean '" + bean + "' is a proxy that does not have it",
					"Do not make the method private; if the proxy has only interfaces, declare the method in one of them");
		}
	}

}
