package io.ephemeral.feishu.autoconfigure.callback;

import java.lang.reflect.Method;

import io.ephemeral.feishu.event.FeishuEvent;
import reactor.core.publisher.Mono;

import org.springframework.context.ApplicationListener;
import org.springframework.context.event.ApplicationListenerMethodAdapter;
import org.springframework.context.event.EventListenerFactory;
import org.springframework.core.KotlinDetector;
import org.springframework.core.Ordered;

/**
 * Factory of listeners of the platform's events that are {@code suspend} functions of
 * Kotlin or return a {@code Mono}. Their thread waits for their end, so that they count
 * as running until then, like listeners that block.
 */
final class AwaitedListenerFactory implements EventListenerFactory, Ordered {

	@Override
	public int getOrder() {
		return Ordered.LOWEST_PRECEDENCE - 1;
	}

	@Override
	public boolean supportsMethod(Method method) {
		return (KotlinDetector.isSuspendingFunction(method) || Mono.class.isAssignableFrom(method.getReturnType()))
				&& method.getParameterCount() > 0 && FeishuEvent.class.isAssignableFrom(method.getParameterTypes()[0]);
	}

	@Override
	public ApplicationListener<?> createApplicationListener(String beanName, Class<?> type, Method method) {
		return new AwaitedListener(beanName, type, method);
	}

	/**
	 * Listener that publishes its result, like Spring's own, when there is one.
	 */
	private static final class AwaitedListener extends ApplicationListenerMethodAdapter {

		AwaitedListener(String beanName, Class<?> type, Method method) {
			super(beanName, type, method);
		}

		@Override
		protected void handleResult(Object result) {
			Object end = (result instanceof Mono<?> mono) ? mono.contextCapture().block() : result;
			if (end != null) {
				super.handleResult(end);
			}
		}

	}

}
