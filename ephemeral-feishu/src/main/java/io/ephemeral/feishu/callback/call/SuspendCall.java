package io.ephemeral.feishu.callback.call;

import java.lang.reflect.Method;
import java.util.List;

import kotlin.coroutines.CoroutineContext;
import kotlinx.coroutines.Dispatchers;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;

import org.springframework.core.CoroutinesUtils;
import org.springframework.core.PropagationContextElement;
import org.springframework.util.ClassUtils;

/**
 * Calls of {@code suspend} functions of Kotlin. A function starts on the thread of the
 * subscription and continues on the one that resumes it. With Micrometer's context
 * propagation, each of these threads has the values of the Reactor context that have a
 * thread local.
 */
public final class SuspendCall {

	static final List<String> COROUTINES = List.of("kotlinx.coroutines.reactor.MonoKt", "kotlin.reflect.full.KClasses");

	private static final boolean POSSIBLE = COROUTINES.stream().allMatch(SuspendCall::isPresent);

	private static final boolean PROPAGATES = isPresent(ApplicationCall.CONTEXT_PROPAGATION);

	private SuspendCall() {
	}

	private static boolean isPresent(String type) {
		return ClassUtils.isPresent(type, SuspendCall.class.getClassLoader());
	}

	/** Returns whether the libraries for these calls are on the class path. */
	public static boolean isPossible() {
		return POSSIBLE;
	}

	/**
	 * Calls a function on each subscription.
	 * @param method the function
	 * @param arguments arguments without the continuation
	 * @return a publisher of the result; empty for null and for no result
	 */
	public static Mono<?> of(Method method, Object bean, @Nullable Object... arguments) {
		return (Mono<?>) CoroutinesUtils.invokeSuspendingFunction(Coroutines.context(), method, bean, arguments);
	}

	/**
	 * Separate, because Kotlin is optional.
	 */
	private static final class Coroutines {

		static CoroutineContext context() {
			return PROPAGATES ? Dispatchers.getUnconfined().plus(new PropagationContextElement())
					: Dispatchers.getUnconfined();
		}

	}

}
