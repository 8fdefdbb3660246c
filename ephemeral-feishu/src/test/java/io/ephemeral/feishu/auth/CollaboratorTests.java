package io.ephemeral.feishu.auth;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;

import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.client.FeishuWebClient;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;

class CollaboratorTests {

	private static final WebClient NOBODY = FeishuWebClient.unauthenticated(
			WebClient.builder().exchangeFunction((request) -> Mono.error(new IllegalStateException("called"))),
			URI.create("https://open.feishu.cn"));

	@Test
	void askWhenAnsweredThenGivesTheAnswer() {
		assertThat(Collaborator.ask("oracle", () -> Mono.just(42)).block()).isEqualTo(42);
	}

	@Test
	void askWhenItBlocksThenNoEventLoopIsHeldUp() {
		Mono<Boolean> asked = Mono.just("call")
			.publishOn(Schedulers.parallel())
			.flatMap((call) -> Collaborator.ask("oracle", () -> Mono.just(Schedulers.isInNonBlockingThread())));

		assertThat(asked.block()).isFalse();
	}

	@Test
	void fetchWhenCredentialsSupplierIsSilentThenIsNamed() {
		gaveUp(() -> TokenSource.selfBuilt(NOBODY, new SilentCredentials(), Clock.systemUTC()),
				new TokenRequest(null, null), "credentials supplier", Duration.ofSeconds(10));
	}

	@Test
	void fetchWhenAppTicketStoreIsSilentThenIsNamed() {
		StoreApp app = new StoreApp(new AppCredentials("cli_1", "secret-1"), new SilentTickets(),
				Duration.ofSeconds(30));

		gaveUp(() -> TokenSource.storeApp(NOBODY, app, Clock.systemUTC()),
				new TokenRequest(new TenantKey("tenant-1"), null), "app ticket store", Duration.ofSeconds(10));
	}

	@Test
	void fetchWhenTokenSourceIsSilentThenIsNamed() {
		TokenSource silent = (request) -> Mono.never();

		gaveUp(() -> silent.within(Duration.ofMinutes(1)), new TokenRequest(null, null), "token source",
				Duration.ofMinutes(1));
	}

	@Test
	void fetchWhenTokenSourceThrowsThenFails() {
		TokenSource broken = (request) -> {
			throw new IllegalStateException("broken");
		};

		StepVerifier.create(broken.within(Duration.ofMinutes(1)).fetch(new TokenRequest(null, null)))
			.verifyErrorMessage("broken");
	}

	private static void gaveUp(Supplier<TokenSource> source, TokenRequest request, String name, Duration patience) {
		StepVerifier.withVirtualTime(() -> source.get().fetch(request))
			.expectSubscription()
			.expectNoEvent(patience.minusMillis(1))
			.thenAwait(Duration.ofMillis(1))
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(TokenUnavailableException.class)
				.hasMessage("The call was not sent, because there is no token: the %s did not respond within %d ms"
					.formatted(name, patience.toMillis())));
	}

	private static final class SilentCredentials implements CredentialsSupplier {

		@Override
		public String appId() {
			return "cli_1";
		}

		@Override
		public Mono<String> secret() {
			return Mono.never();
		}

	}

	private static final class SilentTickets implements AppTicketStore {

		@Override
		public Mono<Void> save(String appId, AppTicket ticket) {
			return Mono.never();
		}

		@Override
		public Mono<AppTicket> find(String appId) {
			return Mono.never();
		}

	}

}
