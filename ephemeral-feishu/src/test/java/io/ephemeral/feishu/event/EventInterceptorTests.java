package io.ephemeral.feishu.event;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;

class EventInterceptorTests {

	private final FeishuEvent event = new OtherEvent("evt-1", "contact.changed", null,
			JsonNodeFactory.instance.objectNode());

	private final List<String> seen = new ArrayList<>();

	private final FeishuEventListener listener = (event) -> this.seen.add("listener " + event.id());

	@Test
	void interceptorsWhenSeveralThenFirstIsOutermost() {
		EventInterceptor.around(List.of(recording("outer"), recording("inner")), this.listener).onEvent(this.event);

		assertThat(this.seen).containsExactly("outer before", "inner before", "listener evt-1", "inner after",
				"outer after");
	}

	@Test
	void interceptorWhenItDoesNotCallTheRestThenListenerDoesNotHearTheEvent() {
		EventInterceptor.around(List.of((event, rest) -> {
		}), this.listener).onEvent(this.event);

		assertThat(this.seen).isEmpty();
	}

	@Test
	void listenerWhenThereAreNoInterceptorsThenIsTheSame() {
		assertThat(EventInterceptor.around(List.of(), this.listener)).isSameAs(this.listener);
	}

	private EventInterceptor recording(String name) {
		return (event, rest) -> {
			this.seen.add(name + " before");
			rest.onEvent(event);
			this.seen.add(name + " after");
		};
	}

}
