package io.ephemeral.feishu.callback.call;

import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

import io.micrometer.context.ContextSnapshot;
import io.micrometer.context.ContextSnapshotFactory;
import io.micrometer.observation.Observation;
import io.micrometer.observation.contextpropagation.ObservationThreadLocalAccessor;
import org.jspecify.annotations.Nullable;
import reactor.core.Fuseable;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.core.scheduler.Scheduler;
import reactor.util.context.Context;
import reactor.util.context.ContextView;

import org.springframework.util.ClassUtils;

/**
 * Calls of code of the application. Each exception of the code becomes an error of the
 * call. While the code runs, the observation of the Reactor context is in scope on its
 * thread, so that its log lines and its blocking calls belong to the same trace. If
 * Micrometer's context propagation is on the class path, the thread also has the other
 * values of the Reactor context that have a thread local.
 */
public final class ApplicationCall {

	static final String CONTEXT_PROPAGATION = "io.micrometer.context.ContextSnapshotFactory";

	private static final boolean PROPAGATES = ClassUtils.isPresent(CONTEXT_PROPAGATION,
			ApplicationCall.class.getClassLoader());

	private ApplicationCall() {
	}

	/**
	 * Calls blocking code.
	 * @throws ThrownError if the code throws an error that Reactor would not signal
	 */
	public static <T extends @Nullable Object> T of(Callable<T> call) {
		try {
			return call.call();
		}
		catch (Throwable ex) {
			throw ThrownError.of(ex);
		}
	}

	/**
	 * Calls blocking code on each subscription.
	 * @param scheduler scheduler that runs the code
	 */
	public static Mono<Void> run(Runnable call, Scheduler scheduler) {
		return call(() -> {
			call.run();
			return null;
		}, scheduler);
	}

	/**
	 * Calls blocking code on each subscription.
	 * @param call code to call; may return null for an empty result
	 * @param scheduler scheduler that runs the code
	 */
	public static <T> Mono<T> call(Callable<? extends @Nullable T> call, Scheduler scheduler) {
		return Mono
			.deferContextual((context) -> Mono.<T>fromCallable(() -> inScope(context, call)).subscribeOn(scheduler));
	}

	/**
	 * Calls code of the library that itself calls code of the application.
	 * @param context Reactor context of the call
	 */
	public static <T> T around(ContextView context, Callable<T> call) {
		return inScope(context, call);
	}

	/**
	 * Calls reactive code on each subscription. The result fails with an error even if an
	 * operator of the code throws an exception during the subscription.
	 */
	public static <T> Mono<T> defer(Supplier<? extends Mono<? extends T>> call) {
		return Mono.deferContextual((context) -> {
			Mono<? extends T> mono = inScope(context, call::get);
			return (mono instanceof Fuseable.ScalarCallable<?>) ? Mono.justOrEmpty(of(callable(mono))) : guarded(mono);
		});
	}

	@SuppressWarnings("unchecked")
	private static <T> Callable<@Nullable T> callable(Mono<? extends T> scalar) {
		return (Callable<@Nullable T>) scalar;
	}

	private static <T> Mono<T> guarded(Mono<? extends T> mono) {
		return Mono.create((sink) -> {
			try {
				ContextView context = sink.contextView();
				Observation observation = observationOf(context);
				if (observation == null) {
					sink.onDispose(mono.subscribe(sink::success, sink::error, sink::success, Context.of(context)));
				}
				else {
					subscribeInScope(observation, mono, sink);
				}
			}
			catch (Throwable ex) {
				sink.error(ThrownError.of(ex));
			}
		});
	}

	/**
	 * Subscribes with the observation in scope, because tracers prefer the span of the
	 * thread to that of the Reactor context. The end is signaled out of scope, because
	 * the observation may stop then.
	 */
	private static <T> void subscribeInScope(Observation observation, Mono<? extends T> mono, MonoSink<T> sink) {
		ContextView context = sink.contextView();
		CompletableFuture<@Nullable T> end = new CompletableFuture<>();
		Observation.Scope scope = observation.openScope();
		try {
			sink.onDispose(mono.subscribe(end::complete, end::completeExceptionally, () -> end.complete(null),
					Context.of(context)));
		}
		finally {
			scope.close();
		}
		Mono.fromFuture(end, true).subscribe(sink::success, sink::error, sink::success);
	}

	private static <T extends @Nullable Object> T inScope(ContextView context, Callable<T> call) {
		Observation observation = observationOf(context);
		if (observation == null) {
			return withThreadLocals(context, call);
		}
		Observation.Scope scope = observation.openScope();
		try {
			return withThreadLocals(context, call);
		}
		finally {
			scope.close();
		}
	}

	private static <T extends @Nullable Object> T withThreadLocals(ContextView context, Callable<T> call) {
		return (PROPAGATES && !context.isEmpty()) ? Propagation.during(context, call) : of(call);
	}

	private static @Nullable Observation observationOf(ContextView context) {
		Observation observation = context.getOrDefault(ObservationThreadLocalAccessor.KEY, null);
		return (observation == null || observation.isNoop()) ? null : observation;
	}

	/**
	 * Thread locals with the values of a Reactor context. Separate, because the library
	 * for context propagation is optional.
	 */
	private static final class Propagation {

		private static final ContextSnapshotFactory FACTORY = ContextSnapshotFactory.builder().build();

		static <T extends @Nullable Object> T during(ContextView context, Callable<T> call) {
			ContextSnapshot.Scope scope = FACTORY.setThreadLocalsFrom(context);
			try {
				return of(call);
			}
			finally {
				scope.close();
			}
		}

	}

}
