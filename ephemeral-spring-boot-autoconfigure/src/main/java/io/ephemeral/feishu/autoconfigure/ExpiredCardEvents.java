package io.ephemeral.feishu.autoconfigure;

import java.util.Arrays;

import io.ephemeral.feishu.ephemeral.CardExpired;
import io.ephemeral.feishu.ephemeral.ExpiredCard;
import io.ephemeral.feishu.ephemeral.ExpiredCardListener;

import org.springframework.aop.framework.autoproxy.AutoProxyUtils;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.MethodIntrospector;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.util.ReflectionUtils.MethodFilter;
import org.springframework.util.function.SingletonSupplier;

/**
 * Publication of expired cards as events of the application. Without a method that
 * receives them, there is none, so that stores do not contain chats and viewers. The
 * methods are searched at the first card with an expiry, so that the start does not wait
 * for it.
 */
public final class ExpiredCardEvents implements ExpiredCardListener {

	private final SingletonSupplier<Boolean> listening;

	private final ApplicationEventPublisher publisher;

	/**
	 * Creates the publication.
	 * @param beans all beans of the application; no bean is created
	 * @param publisher publisher of the application
	 */
	public ExpiredCardEvents(ConfigurableListableBeanFactory beans, ApplicationEventPublisher publisher) {
		this.listening = SingletonSupplier.of(() -> anyHears(beans));
		this.publisher = publisher;
	}

	@Override
	public void onExpired(ExpiredCard card) {
		this.publisher.publishEvent(card);
	}

	@Override
	public boolean isListening() {
		return this.listening.obtain();
	}

	private static boolean anyHears(ConfigurableListableBeanFactory beans) {
		return Arrays.stream(beans.getBeanNamesForType(Object.class, true, false))
			.map((name) -> AutoProxyUtils.determineTargetClass(beans, name))
			.anyMatch((type) -> type != null && hears(type));
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
