package io.ephemeral.feishu.auth;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.client.FeishuWebClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

class AppTicketsTests {

	private static final AppTicket FIRST = new AppTicket("ticket-1", Instant.parse("2026-01-01T00:00:00Z"));

	private static final AppTicket SECOND = new AppTicket("ticket-2", Instant.parse("2026-01-01T01:00:00Z"));

	private final VirtualTimeScheduler time = VirtualTime.stop();

	private final AtomicInteger resends = new AtomicInteger();

	private final AppTicketStore store = AppTicketStore.inMemory();

	private final AppTickets tickets = new AppTickets(endpoint(),
			new StoreApp(new AppCredentials("cli_1", "secret-1"), this.store, Duration.ofSeconds(10)));

	private final List<AppTicket> found = new ArrayList<>();

	private final List<Throwable> failures = new ArrayList<>();

	@AfterEach
	void leaveVirtualTime() {
		VirtualTimeScheduler.reset();
	}

	@Test
	void ticketWhenPushedWhileCallersWaitThenAllGetIt() {
		find();
		find();
		this.time.advanceTimeBy(Duration.ofSeconds(5));
		assertThat(this.found).isEmpty();
		this.store.save("cli_1", FIRST).block();
		this.time.advanceTimeBy(Duration.ofSeconds(1));

		assertThat(this.found).containsExactly(FIRST, FIRST);
		assertThat(this.resends).hasValue(1);
	}

	@Test
	void ticketWhenNoneComesThenIsAskedForOnceAMinute() {
		for (int caller = 0; caller < 6; caller++) {
			find();
			this.time.advanceTimeBy(Duration.ofSeconds(10));
		}
		assertThat(this.resends).hasValue(1);
		assertThat(this.failures).hasSize(6).hasOnlyElementsOfType(AppTicketMissingException.class);

		find();
		assertThat(this.resends).hasValue(2);
	}

	@Test
	void ticketWhenItIsTheStaleOneThenWaitsForAnother() {
		this.store.save("cli_1", FIRST).block();
		this.tickets.otherThan(FIRST).subscribe(this.found::add);
		this.time.advanceTimeBy(Duration.ofSeconds(5));
		assertThat(this.found).isEmpty();
		this.store.save("cli_1", SECOND).block();
		this.time.advanceTimeBy(Duration.ofSeconds(1));

		assertThat(this.found).containsExactly(SECOND);
	}

	@Test
	void ticketWhenAnotherThanTheStaleOneIsThereThenIsNotAskedFor() {
		this.store.save("cli_1", SECOND).block();
		this.tickets.otherThan(FIRST).subscribe(this.found::add);

		assertThat(this.found).containsExactly(SECOND);
		assertThat(this.resends).hasValue(0);
	}

	private void find() {
		this.tickets.otherThan(null).subscribe(this.found::add, this.failures::add);
	}

	private TokenEndpoint endpoint() {
		WebClient client = FeishuWebClient
			.unauthenticated(WebClient.builder().exchangeFunction((request) -> Mono.fromSupplier(() -> {
				this.resends.incrementAndGet();
				return ClientResponse.create(HttpStatus.OK)
					.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
					.body("{\"code\":0,\"msg\":\"ok\"}")
					.build();
			})), URI.create("https://open.feishu.cn"));
		return new TokenEndpoint(client, Clock.systemUTC());
	}

}
