package io.ephemeral.feishu.autoconfigure;

import java.util.Arrays;
import java.util.function.Consumer;

import io.ephemeral.feishu.ephemeral.CardExpired;
import io.ephemeral.feishu.ephemeral.ExpiredCard;
import org.jspecify.annotations.Nullable;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils.MethodFilter;

/**
 * Publication of expired cards as events of the application. Without a method that
 * receives them, there is none, so that stores do not contain chats and viewers.
 */
public final class ExpiredCardEvents {

	private ExpiredCardEvents() {
	}

	/**
	 * Returns the publisher of the events.
	 * @param beans all beans of the application; no bean is created
	 * @param publisher publisher of the application
	 * @return null if no bean has a method with {@link CardExpired}
	 */
	public static @Nullable Consumer<ExpiredCard> of(ConfigurableListableBeanFactory beans,
			ApplicationEventPublisher publisher) {
		boolean heard = Arrays.stream(beans.getBeanNamesForType(Object.class, true, false))
			.map((name) -> AutoProxyUtils.determineTargetClass(beans, name))
			.anyMatch((type) -> type != null && hears(type));
		return heard ? publisher::publishEvent : null;
	}

	private static boolean hears(Class<?> type) {
		return !type.getName().startsWith("org.springframework.")
				&& AnnotationUtils.isCandidateClass(type, CardExpired.class)
				&& !MethodIntrospector
					.selectMethods(type,
							(MethodFilter) (method) -> AnnotatedElementUtils.hasAnnotation(method, CardExpired.class))
					.isEmpty();
	}

}
