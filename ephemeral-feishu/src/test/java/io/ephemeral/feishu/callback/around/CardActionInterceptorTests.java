package io.ephemeral.feishu.callback.around;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

import io.ephemeral.feishu.callback.CardAction;
import io.ephemeral.feishu.callback.CardActionEvent;
import io.ephemeral.feishu.callback.CardActionReply;
import io.micrometer.context.ContextRegistry;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

class CardActionInterceptorTests {

	private static final String KEY = CardActionInterceptorTests.class.getName();

	private static final ThreadLocal<String> LOCAL = new ThreadLocal<>();

	private final List<String> seen = new CopyOnWriteArrayList<>();

	@Test
	void interceptorsWhenSeveralThenRunAroundEachOtherInOrder() {
		Surrounded.intercepted(List.of(recording("outer"), recording("inner")), new Handlers()).click("save");

		assertThat(this.seen).containsExactly("outer before", "inner before", "save", "inner after", "outer after");
	}

	@Test
	void interceptorWhenItDoesNotProceedThenHandlerDoesNotRun() {
		String reply = Surrounded
			.intercepted(List.of((event, chain) -> Mono.just(CardActionReply.warning("closed"))), new Handlers())
			.click("save");

		assertThat(reply).contains("closed");
		assertThat(this.seen).isEmpty();
	}

	@Test
	void interceptorWhenItFailsThenExceptionHandlerReplies() {
		String reply = Surrounded.intercepted(List.of((event, chain) -> {
			throw new IllegalStateException();
		}), new Handlers(), new Advice()).click("save");

		assertThat(reply).contains("handled IllegalStateException");
	}

	@Test
	void interceptorWhenHandlerFailsThenSeesItsException() {
		CardActionInterceptor watching = (event, chain) -> chain.proceed(event)
			.doOnError((error) -> this.seen.add(error.getClass().getSimpleName()));

		assertThat(Surrounded.intercepted(List.of(watching), new Handlers(), new Advice()).click("fail"))
			.contains("handled IOException");
		assertThat(this.seen).containsExactly("IOException");
	}

	@Test
	void blockingInterceptorWhenItRepliesBeforeThenHandlerDoesNotRun() {
		BlockingCardActionInterceptor closed = new BlockingCardActionInterceptor() {

			@Override
			public Optional<CardActionReply> before(CardActionEvent event) {
				return Optional.of(CardActionReply.warning("closed"));
			}

		};

		assertThat(Surrounded.intercepted(List.of(closed), new Handlers()).click("save")).contains("closed");
		assertThat(this.seen).isEmpty();
	}

	@Test
	void blockingInterceptorWhenHandlerHasRepliedThenChangesTheReply() {
		BlockingCardActionInterceptor polite = new BlockingCardActionInterceptor() {

			@Override
			public CardActionReply after(CardActionEvent event, CardActionReply reply) {
				return (reply.toast() != null) ? reply : CardActionReply.success("Thank you");
			}

		};

		assertThat(Surrounded.intercepted(List.of(polite), new Handlers()).click("nothing")).contains("Thank you");
	}

	@Test
	void contextWhenInterceptorWritesIntoItThenHandlerAndWorkAfterwardsHaveIt() {
		CardActionInterceptor writing = (event, chain) -> chain.proceed(event)
			.contextWrite((context) -> context.put(KEY, "Ada"));

		Surrounded.intercepted(List.of(writing), new Handlers()).click("reactive");

		assertThat(this.seen).containsExactly("handler Ada", "afterwards Ada");
	}

	@Test
	void threadLocalWhenItsValueIsInTheContextThenHandlerAndWorkAfterwardsHaveIt() {
		ContextRegistry.getInstance().registerThreadLocalAccessor(KEY, LOCAL);
		try {
			CardActionInterceptor writing = (event, chain) -> chain.proceed(event)
				.contextWrite((context) -> context.put(KEY, "Ada"));

			Surrounded.intercepted(List.of(writing), new Handlers()).click("blocking");

			assertThat(this.seen).containsExactly("handler Ada", "afterwards Ada");
			assertThat(LOCAL.get()).isNull();
		}
		finally {
			ContextRegistry.getInstance().removeThreadLocalAccessor(KEY);
		}
	}

	private CardActionInterceptor recording(String name) {
		return (event, chain) -> Mono.defer(() -> {
			this.seen.add(name + " before");
			return chain.proceed(event).doOnSuccess((reply) -> this.seen.add(name + " after"));
		});
	}

	final class Handlers {

		@CardAction("save")
		void save() {
			CardActionInterceptorTests.this.seen.add("save");
		}

		@CardAction("nothing")
		void nothing() {
		}

		@CardAction("fail")
		void fail() throws IOException {
			throw new IOException();
		}

		@CardAction("blocking")
		CardActionReply blocking() {
			CardActionInterceptorTests.this.seen.add("handler " + LOCAL.get());
			return CardActionReply.nothing()
				.afterwards(() -> CardActionInterceptorTests.this.seen.add("afterwards " + LOCAL.get()));
		}

		@CardAction("reactive")
		Mono<CardActionReply> reactive() {
			return see("handler").thenReturn(CardActionReply.nothing().afterwards(see("afterwards")));
		}

		private Mono<Void> see(String place) {
			return Mono.deferContextual((context) -> Mono
				.fromRunnable(() -> CardActionInterceptorTests.this.seen.add(place + " " + context.get(KEY))));
		}

	}

	@CardActionAdvice
	static class Advice {

		@CardExceptionHandler
		CardActionReply handle(Exception ex) {
			return CardActionReply.warning("handled " + ex.getClass().getSimpleName());
		}

	}

}
