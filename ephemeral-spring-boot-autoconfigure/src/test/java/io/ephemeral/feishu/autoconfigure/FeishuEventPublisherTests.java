package io.ephemeral.feishu.autoconfigure;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.auth.AppTicket;
import io.ephemeral.feishu.auth.AppTicketStore;
import io.ephemeral.feishu.callback.AppTicketReceived;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class FeishuEventPublisherTests {

	private static final AppTicketReceived EVENT = new AppTicketReceived("1", null, "cli_1", "ticket-1", Instant.EPOCH,
			JsonNodeFactory.instance.objectNode());

	private final List<Object> published = new ArrayList<>();

	@Test
	void ticketWhenReceivedThenIsSavedBeforeItIsPublished() {
		AppTicketStore store = AppTicketStore.inMemory();

		new FeishuEventPublisher((event) -> this.published.add(store.find("cli_1").block()), store,
				Duration.ofSeconds(10))
			.onEvent(EVENT);

		assertThat(this.published).containsExactly(new AppTicket("ticket-1", Instant.EPOCH));
	}

	@Test
	void ticketWhenStoreIsSilentThenIsNotWaitedForWithoutEnd() {
		FeishuEventPublisher publisher = new FeishuEventPublisher(this.published::add, store(Mono.never()),
				Duration.ofMillis(20));

		assertThatIllegalStateException().isThrownBy(() -> publisher.onEvent(EVENT))
			.withMessage("The app ticket store did not save the ticket of cli_1 within 20 ms");
	}

	@Test
	void ticketWhenStoreBlocksThenIsOnAThreadThatMay() {
		Mono<Void> saving = Mono.fromRunnable(() -> this.published.add(Schedulers.isInNonBlockingThread()));
		FeishuEventPublisher publisher = new FeishuEventPublisher((event) -> {
		}, store(saving), Duration.ofSeconds(10));

		publisher.onEvent(EVENT);

		assertThat(this.published).containsExactly(false);
	}

	private static AppTicketStore store(Mono<Void> saving) {
		return new AppTicketStore() {

			@Override
			public Mono<Void> save(String appId, AppTicket ticket) {
				return saving;
			}

			@Override
			public Mono<AppTicket> find(String appId) {
				return Mono.empty();
			}

		};
	}

}
