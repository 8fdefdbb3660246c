package io.ephemeral.feishu.auth;

import java.time.Instant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Contract of an {@link AppTicketStore}. Extend this class to test your own store.
 */
public abstract class AppTicketStoreContract {

	private static final AppTicket FIRST = new AppTicket("ticket-1", Instant.parse("2026-01-01T00:00:00Z"));

	private static final AppTicket SECOND = new AppTicket("ticket-2", Instant.parse("2026-01-01T01:00:00Z"));

	private AppTicketStore tickets;

	/**
	 * Creates an empty store.
	 * @return the store under test
	 */
	protected abstract AppTicketStore createStore();

	@BeforeEach
	void create() {
		this.tickets = createStore();
	}

	@Test
	void findWhenNothingWasSavedThenIsEmpty() {
		assertThat(this.tickets.find("cli_1").blockOptional()).isEmpty();
	}

	@Test
	void saveWhenLaterThenReplaces() {
		save(FIRST);
		save(SECOND);

		assertThat(this.tickets.find("cli_1").block()).isEqualTo(SECOND);
	}

	@Test
	void saveWhenEarlierOneComesAgainThenKeepsTheLatest() {
		save(SECOND);
		save(FIRST);

		assertThat(this.tickets.find("cli_1").block()).isEqualTo(SECOND);
	}

	@Test
	void saveWhenOfAnotherAppThenIsNotFound() {
		save(FIRST);

		assertThat(this.tickets.find("cli_2").blockOptional()).isEmpty();
	}

	@Test
	void saveWhenNobodySubscribesThenSavesNothing() {
		Mono<Void> save = this.tickets.save("cli_1", FIRST);

		assertThat(this.tickets.find("cli_1").blockOptional()).isEmpty();
		save.block();
		assertThat(this.tickets.find("cli_1").block()).isEqualTo(FIRST);
	}

	private void save(AppTicket ticket) {
		this.tickets.save("cli_1", ticket).block();
	}

}
