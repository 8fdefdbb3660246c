package io.ephemeral.feishu.autoconfigure.registration;

import java.lang.reflect.Method;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ephemeral.feishu.event.FeishuEvent;
import io.ephemeral.feishu.event.FeishuEventListener;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.aop.scope.ScopedProxyUtils;
import org.springframework.beans.factory.config.BeanDefinition;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationListener;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.KotlinDetector;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.ResolvableType;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;

/**
 * Events to which the beans of an application listen. They are found by the types of
 * beans, and no bean is created.
 */
final class ListenedEvents {

	private static final String LIBRARY = "io.ephemeral.feishu.";

	private static final String SPRING = "org.springframework.";

	private final Set<Class<?>> types;

	private ListenedEvents(Set<Class<?>> types) {
		this.types = types;
	}

	static ListenedEvents of(ConfigurableListableBeanFactory beans) {
		return new ListenedEvents(Stream.of(ofMethods(beans), ofListeners(beans), ofAllEvents(beans))
			.flatMap((types) -> types)
			.collect(Collectors.toSet()));
	}

	/**
	 * Returns whether a listener receives an event. A listener of a general type of the
	 * library, such as {@link FeishuEvent}, receives it too. One of any object does not
	 * count, because it rarely means the events of the platform.
	 */
	boolean include(Class<? extends FeishuEvent> event) {
		return this.types.stream()
			.anyMatch((type) -> type.getName().startsWith(LIBRARY) && type.isAssignableFrom(event));
	}

	private static Stream<Class<?>> ofMethods(ConfigurableListableBeanFactory beans) {
		return Stream.of(beans.getBeanNamesForType(Object.class, true, false))
			.filter((name) -> !ScopedProxyUtils.isScopedTarget(name))
			.flatMap((name) -> Stream.ofNullable(AutoProxyUtils.determineTargetClass(beans, name)))
			.filter((type) -> !type.getName().startsWith(SPRING)
					&& AnnotationUtils.isCandidateClass(type, EventListener.class))
			.flatMap((type) -> MethodIntrospector.selectMethods(type, ListenedEvents::annotationOf).entrySet().stream())
			.flatMap((listener) -> eventsOf(listener.getKey(), listener.getValue()));
	}

	private static @Nullable EventListener annotationOf(Method method) {
		return AnnotatedElementUtils.findMergedAnnotation(method, EventListener.class);
	}

	private static Stream<Class<?>> eventsOf(Method method, EventListener listener) {
		if (listener.classes().length > 0) {
			return Stream.of(listener.classes());
		}
		// The last parameter of a suspend function is its continuation.
		int parameters = method.getParameterCount() - (KotlinDetector.isSuspendingFunction(method) ? 1 : 0);
		return (parameters == 1) ? payloadOf(ResolvableType.forMethodParameter(method, 0)) : Stream.empty();
	}

	private static Stream<Class<?>> ofListeners(ConfigurableListableBeanFactory beans) {
		return Stream.of(beans.getBeanNamesForType(ApplicationListener.class, true, false))
			.filter(beans::containsBeanDefinition)
			.map((name) -> beans.getMergedBeanDefinition(name).getResolvableType().as(ApplicationListener.class))
			.flatMap((type) -> payloadOf(type.getGeneric()));
	}

	private static Stream<Class<?>> payloadOf(ResolvableType event) {
		ResolvableType payload = PayloadApplicationEvent.class.equals(event.resolve()) ? event.getGeneric() : event;
		return Stream.ofNullable(payload.resolve());
	}

	/**
	 * A listener of the library passes the events to the others, so it does not count.
	 */
	private static Stream<Class<?>> ofAllEvents(ConfigurableListableBeanFactory beans) {
		return Stream.of(beans.getBeanNamesForType(FeishuEventListener.class, true, false))
			.filter((name) -> !beans.containsBeanDefinition(name) || !isOfLibrary(beans.getMergedBeanDefinition(name)))
			.<Class<?>>map((name) -> FeishuEvent.class);
	}

	private static boolean isOfLibrary(BeanDefinition definition) {
		String factory = definition.getFactoryBeanName();
		return factory != null && factory.startsWith(LIBRARY + "autoconfigure.");
	}

}
