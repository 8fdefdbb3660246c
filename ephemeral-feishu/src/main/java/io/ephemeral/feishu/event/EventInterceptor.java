package io.ephemeral.feishu.event;

import java.util.Collection;
import java.util.List;

/**
 * Interceptor around the listener of events. Beans of this type are ordered; the first
 * one is the outermost. It runs on the thread of the listener, in the background, and may
 * block. Its exceptions are logged.
 */
@FunctionalInterface
public interface EventInterceptor {

	/**
	 * Intercepts an event.
	 * @param event event of a specific type, or {@link OtherEvent}
	 * @param rest the remaining interceptors and the listener; without a call of it, the
	 * application does not receive the event
	 */
	void intercept(FeishuEvent event, FeishuEventListener rest);

	/**
	 * Returns a listener with interceptors around it.
	 * @param interceptors interceptors, the outermost first
	 * @param listener the listener
	 * @return the same listener if there are no interceptors
	 */
	static FeishuEventListener around(Collection<? extends EventInterceptor> interceptors,
			FeishuEventListener listener) {
		FeishuEventListener inner = listener;
		List<EventInterceptor> outermostFirst = List.copyOf(interceptors);
		for (int index = outermostFirst.size() - 1; index >= 0; index--) {
			EventInterceptor interceptor = outermostFirst.get(index);
			FeishuEventListener rest = inner;
			inner = (event) -> interceptor.intercept(event, rest);
		}
		return inner;
	}

}
