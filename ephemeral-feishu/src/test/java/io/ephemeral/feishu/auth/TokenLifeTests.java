package io.ephemeral.feishu.auth;

import java.net.ConnectException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;

import io.ephemeral.feishu.VirtualTime;
import io.ephemeral.feishu.client.FeishuWebClient;
import io.ephemeral.feishu.error.FeishuApiError;
import io.ephemeral.feishu.error.FeishuApiException;
import io.netty.handler.timeout.ReadTimeoutException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import reactor.core.publisher.Mono;
import reactor.test.scheduler.VirtualTimeScheduler;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;
import org.springframework.web.reactive.function.client.WebClientRequestException;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A day of a bot that sends without a pause, in virtual time: tokens end after two hours,
 * some are revoked, and the endpoint that hands them out is down for 20 minutes of every
 * hour. The platform below the token filter is a function.
 */
class TokenLifeTests {

	private static final URI BASE_URL = URI.create("https://open.feishu.cn");

	private static final Duration DAY = Duration.ofHours(24);

	private static final int OUTAGES = 24;

	private final VirtualTimeScheduler time = VirtualTime.stop();

	private int sent;

	private int failed;

	private int failedLater;

	@AfterEach
	void leaveVirtualTime() {
		VirtualTimeScheduler.reset();
	}

	@ParameterizedTest
	@CsvSource({ "1, 50, 24", "2, 1, 0", "3, 1, 0", "4, 1, 0", "5, 1, 0", "6, 1, 24", "7, 1, 240" })
	void sendsWhenTokensEndAndAreRevokedAndTheirEndpointIsOftenDownThenAllSucceed(int seed, int rate, int revocations) {
		Platform platform = new Platform(seed);
		platform.revokeWhileUp(revocations);

		send(rate, platform, TenantTokenProvider.STANDARD_REFRESH_AHEAD);

		int lives = platform.issued.size() - platform.revoked;
		System.out.printf(
				"24 h, %d sends/s: %,d sent, %d failed; %d token requests answered, for %d lives and %d revocations; "
						+ "%d unanswered in %d outages of 20 min%n",
				rate, this.sent, this.failed, platform.answered, lives, platform.revoked, platform.unanswered, OUTAGES);
		assertThat(this.failed).isZero();
		assertThat(this.sent).isEqualTo(DAY.toSeconds() * rate);
		assertThat(platform.answered).as("each answer was another token").isEqualTo(platform.issued.size());
		Duration used = Platform.LIFE.minus(TenantTokenProvider.STANDARD_REFRESH_AHEAD);
		assertThat(lives).as("no token was given up early").isLessThanOrEqualTo(1 + (int) DAY.dividedBy(used));
		assertThat(platform.unanswered).as("26 attempts of three requests").isLessThanOrEqualTo(26 * 3 * OUTAGES);
	}

	@Test
	void sendsWhenRefreshBeginsTenMinutesBeforeTheEndThenOutagesAreNoticed() {
		send(1, new Platform(2), Duration.ofMinutes(10));

		assertThat(this.failed).isPositive();
	}

	@Test
	void sendsWhenTokenIsRevokedWhileNoOtherCanBeHadThenFailUntilTheOutageIsOver() {
		Platform platform = new Platform(1);
		platform.revokeWhileDown();

		send(1, platform, TenantTokenProvider.STANDARD_REFRESH_AHEAD);

		assertThat(this.failed).isPositive();
		assertThat(this.failedLater).isZero();
	}

	private void send(int rate, Platform platform, Duration refreshAhead) {
		TenantTokenFilter filter = filter(platform, refreshAhead);
		ClientRequest request = ClientRequest.create(HttpMethod.POST, BASE_URL.resolve("/open-apis/ephemeral/v1/send"))
			.build();
		Duration pause = Duration.ofSeconds(1).dividedBy(rate);
		for (long send = 0; send < DAY.toSeconds() * rate; send++) {
			filter.filter(request, platform::send).subscribe((response) -> this.sent++, (error) -> failed(platform));
			this.time.advanceTimeBy(pause);
		}
		this.time.advanceTimeBy(Duration.ofMinutes(1));
	}

	/** A request that was on its way when the outage ended takes a while to fail. */
	private void failed(Platform platform) {
		this.failed++;
		if (!platform.isDown(now()) && !platform.isDown(now().minusSeconds(20))) {
			this.failedLater++;
		}
	}

	private TenantTokenFilter filter(Platform platform, Duration refreshAhead) {
		Clock clock = new SchedulerClock();
		TokenSource source = TokenSource.selfBuilt(
				FeishuWebClient.unauthenticated(WebClient.builder().exchangeFunction(platform::token), BASE_URL),
				new AppCredentials("cli_1", "secret-1"), clock);
		TokenSource shared = source.sharedIn(TokenStore.inMemory(clock), new TokenKey(BASE_URL, "cli_1", null), clock);
		return new TenantTokenFilter(
				new TenantTokenProvider(shared, refreshAhead, clock, () -> this.time.now(TimeUnit.NANOSECONDS)),
				BASE_URL);
	}

	private Instant now() {
		return Instant.ofEpochMilli(this.time.now(TimeUnit.MILLISECONDS));
	}

	/**
	 * Hands out tokens as documented, and takes those that are good.
	 */
	private final class Platform {

		static final Duration LIFE = Duration.ofHours(2);

		private static final Duration RENEWABLE = Duration.ofMinutes(30);

		private static final Duration OUTAGE = Duration.ofMinutes(20);

		private final Map<String, Instant> issued = new HashMap<>();

		private final TreeSet<Instant> revocations = new TreeSet<>();

		/** When the outage of each hour begins, in seconds. */
		private final int[] outages = new int[OUTAGES + 1];

		private final ClientResponse success = ClientResponse.create(HttpStatus.OK).build();

		private final Random random;

		private @Nullable String newest;

		private int answered;

		private int revoked;

		private int unanswered;

		Platform(int seed) {
			this.random = new Random(seed);
			for (int hour = 0; hour < this.outages.length; hour++) {
				this.outages[hour] = 300 + this.random.nextInt(2000);
			}
		}

		/** A token that is revoked just before an outage is replaced before it. */
		void revokeWhileUp(int revocations) {
			while (this.revocations.size() < revocations) {
				Instant instant = now().plusSeconds(this.random.nextInt((int) DAY.toSeconds()));
				if (!isDown(instant) && !isDown(instant.plusSeconds(2))) {
					this.revocations.add(instant);
				}
			}
		}

		void revokeWhileDown() {
			this.revocations.add(now().plusSeconds(this.outages[0] + 60));
		}

		private Mono<ClientResponse> send(ClientRequest request) {
			while (!this.revocations.isEmpty() && !this.revocations.first().isAfter(now())) {
				this.revocations.pollFirst();
				this.revoked++;
				this.issued.replaceAll((token, end) -> Instant.MIN);
			}
			String token = Objects.requireNonNull(request.headers().getFirst(HttpHeaders.AUTHORIZATION))
				.substring("Bearer ".length());
			return now().isBefore(this.issued.getOrDefault(token, Instant.MIN)) ? Mono.just(this.success)
					: Mono.error(new FeishuApiException(new FeishuApiError("ephemeral.send", HttpStatus.BAD_REQUEST,
							99991663, "Invalid access token", null, null, null, List.of(), null, null)));
		}

		private Mono<ClientResponse> token(ClientRequest request) {
			return isDown(now()) ? down(request) : Mono.fromSupplier(this::issue);
		}

		private ClientResponse issue() {
			this.answered++;
			if (this.newest == null
					|| this.issued.getOrDefault(this.newest, Instant.MIN).isBefore(now().plus(RENEWABLE))) {
				this.newest = "t-" + this.issued.size();
				this.issued.put(this.newest, now().plus(LIFE));
			}
			return ClientResponse.create(HttpStatus.OK)
				.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE)
				.body("{\"code\":0,\"tenant_access_token\":\"%s\",\"expire\":%d}".formatted(this.newest,
						Duration.between(now(), this.issued.get(this.newest)).toSeconds()))
				.build();
		}

		/** No connection, no answer, or that of a gateway, in turn. */
		private Mono<ClientResponse> down(ClientRequest request) {
			this.unanswered++;
			return switch (this.unanswered % 3) {
				case 0 -> Mono.error(noResponse(request, new ConnectException("refused")));
				case 1 -> Mono.delay(Duration.ofSeconds(5))
					.then(Mono.error(noResponse(request, ReadTimeoutException.INSTANCE)));
				default -> Mono.fromSupplier(
						() -> ClientResponse.create(HttpStatus.BAD_GATEWAY).body("<html>Bad gateway</html>").build());
			};
		}

		private static WebClientRequestException noResponse(ClientRequest request, Throwable cause) {
			return new WebClientRequestException(cause, request.method(), request.url(), request.headers());
		}

		private boolean isDown(Instant instant) {
			long second = instant.getEpochSecond();
			long begin = this.outages[(int) (second / 3600)];
			return second % 3600 >= begin && second % 3600 < begin + OUTAGE.toSeconds();
		}

	}

	private final class SchedulerClock extends Clock {

		@Override
		public Instant instant() {
			return now();
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			throw new IllegalStateException("This clock has no other zone");
		}

	}

}
