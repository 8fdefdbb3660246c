package io.ephemeral.feishu.auth;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.client.FeishuWebClient;
import io.ephemeral.feishu.client.PatientCalls;
import io.ephemeral.feishu.error.FeishuApiException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

import org.springframework.web.reactive.function.client.WebClient;

import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@WireMockTest
class StoreTokenSourceTests {

	private static final String RESEND = "/open-apis/auth/v3/app_ticket/resend";

	private static final String APP_TOKEN = "/open-apis/auth/v3/app_access_token";

	private static final String TENANT_TOKEN = "/open-apis/auth/v3/tenant_access_token";

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private final PushedTickets tickets = new PushedTickets();

	private @Nullable TokenSource source;

	@BeforeEach
	void connect(WireMockRuntimeInfo server) {
		this.source = source(server, Duration.ofSeconds(30));
		stubFor(post(RESEND).withRequestBody(equalToJson("{\"app_id\":\"cli_1\",\"app_secret\":\"secret-1\"}"))
			.willReturn(okJson("{\"code\":0,\"msg\":\"ok\"}")));
		appToken("ticket-1", okJson("{\"code\":0,\"msg\":\"ok\",\"app_access_token\":\"a-1\",\"expire\":7200}"));
		tenantToken("a-1", "tenant-1", token("t-1"));
		tenantToken("a-1", "tenant-2", token("t-2"));
	}

	private TokenSource source(WireMockRuntimeInfo server, Duration ticketWait) {
		WebClient client = FeishuWebClient.unauthenticated(WebClient.builder(), URI.create(server.getHttpBaseUrl()),
				PatientCalls.ONE_ATTEMPT);
		return TokenSource.storeApp(client,
				new StoreApp(new AppCredentials("cli_1", "secret-1"), this.tickets, ticketWait), Clock.systemUTC());
	}

	@Test
	void fetchWhenTicketIsThereThenGoesFromTicketToTenant() {
		push("ticket-1");

		assertThat(fetch("tenant-1")).isEqualTo("t-1");
		verify(0, postRequestedFor(urlEqualTo(RESEND)));
	}

	@Test
	void fetchWhenForAnotherTenantThenKeepsTheAppToken() {
		push("ticket-1");

		assertThat(fetch("tenant-1")).isEqualTo("t-1");
		assertThat(fetch("tenant-2")).isEqualTo("t-2");
		verify(1, postRequestedFor(urlEqualTo(APP_TOKEN)));
	}

	@Test
	void fetchWhenThereIsNoTicketThenAsksForAPushAndWaits() {
		this.tickets.next = "ticket-1";

		assertThat(fetch("tenant-1")).isEqualTo("t-1");
		verify(1, postRequestedFor(urlEqualTo(RESEND)));
	}

	@Test
	void fetchWhenTicketIsStaleThenAsksForAPushAndTakesTheNext() {
		push("stale");
		appToken("stale", refusal(10012, "get app access token fail"));
		this.tickets.next = "ticket-1";

		assertThat(fetch("tenant-1")).isEqualTo("t-1");
		verify(1, postRequestedFor(urlEqualTo(RESEND)));
		verify(2, postRequestedFor(urlEqualTo(APP_TOKEN)));
	}

	@Test
	void fetchWhenNoTicketComesThenSaysWhatIsMissingAndAsksOnce(WireMockRuntimeInfo server) {
		this.source = source(server, Duration.ofMillis(300));

		for (int attempt = 0; attempt < 3; attempt++) {
			assertThatExceptionOfType(AppTicketMissingException.class).isThrownBy(() -> fetch("tenant-1"))
				.withMessage("The call was not sent, because there is no token: the library requested an app "
						+ "ticket of cli_1, but the platform pushed none within 300 ms (feishu.store.ticket-wait); check that "
						+ "the request URL of events in the developer console leads to this application and responds");
		}
		verify(1, postRequestedFor(urlEqualTo(RESEND)));
		verify(0, postRequestedFor(urlEqualTo(APP_TOKEN)));
	}

	@Test
	void fetchWhenAppIsNoStoreAppThenSaysSo() {
		stubFor(post(RESEND).willReturn(refusal(10016, "not a store app")));

		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(() -> fetch("tenant-1"))
			.withMessageContaining("only store apps have app tickets");
	}

	@Test
	void fetchWhenAppTokenIsRefusedThenTakesAnother() {
		push("ticket-1");
		fetch("tenant-1");
		tenantToken("a-1", "tenant-1", refusal(20014, "app access token invalid"));
		appToken("ticket-1", okJson("{\"code\":0,\"app_access_token\":\"a-2\",\"expire\":7200}"));
		tenantToken("a-2", "tenant-1", token("t-3"));

		assertThat(fetch("tenant-1")).isEqualTo("t-3");
		verify(2, postRequestedFor(urlEqualTo(APP_TOKEN)));
	}

	@Test
	void fetchWhenOneTenantIsRefusedThenAnotherIsServed() {
		push("ticket-1");
		tenantToken("a-1", "tenant-1", refusal(10013, "get tenant access token fail"));

		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(() -> fetch("tenant-1"))
			.withMessageContaining("the tenant has installed the app");
		assertThat(fetch("tenant-2")).isEqualTo("t-2");
	}

	@Test
	void fetchWhenNoTenantIsNamedThenSendsNothing(WireMockRuntimeInfo server) {
		push("ticket-1");

		assertThatExceptionOfType(TenantMismatchException.class)
			.isThrownBy(() -> source(server, Duration.ofSeconds(5)).fetch(new TokenRequest(null, null)).block())
			.withMessageContaining("forTenant(tenantKey)");
		assertThat(server.getWireMock().getServeEvents()).isEmpty();
	}

	private String fetch(String tenant) {
		TokenSource source = Objects.requireNonNull(this.source);
		return source.fetch(new TokenRequest(new TenantKey(tenant), null))
			.map(TenantToken::value)
			.blockOptional()
			.orElseThrow();
	}

	private void push(String ticket) {
		this.tickets.save("cli_1", new AppTicket(ticket, NOW)).block();
	}

	private static void appToken(String ticket, ResponseDefinitionBuilder response) {
		stubFor(post(APP_TOKEN)
			.withRequestBody(
					equalToJson("{\"app_id\":\"cli_1\",\"app_secret\":\"secret-1\",\"app_ticket\":\"" + ticket + "\"}"))
			.willReturn(response));
	}

	private static void tenantToken(String appToken, String tenant, ResponseDefinitionBuilder response) {
		stubFor(post(TENANT_TOKEN)
			.withRequestBody(
					equalToJson("{\"app_access_token\":\"" + appToken + "\",\"tenant_key\":\"" + tenant + "\"}"))
			.willReturn(response));
	}

	private static ResponseDefinitionBuilder token(String value) {
		return okJson("{\"code\":0,\"msg\":\"ok\",\"tenant_access_token\":\"" + value + "\",\"expire\":7200}");
	}

	private static ResponseDefinitionBuilder refusal(int code, String message) {
		return okJson("{\"code\":" + code + ",\"msg\":\"" + message + "\"}");
	}

	/**
	 * The next ticket arrives after the third look.
	 */
	private static final class PushedTickets implements AppTicketStore {

		private final AppTicketStore tickets = AppTicketStore.inMemory();

		private final AtomicInteger looks = new AtomicInteger();

		private volatile @Nullable String next;

		@Override
		public Mono<Void> save(String appId, AppTicket ticket) {
			return this.tickets.save(appId, ticket);
		}

		@Override
		public Mono<AppTicket> find(String appId) {
			String next = this.next;
			Mono<AppTicket> found = this.tickets.find(appId);
			return (next != null && this.looks.incrementAndGet() == 3)
					? found.then(save(appId, new AppTicket(next, NOW.plusSeconds(1)))).then(found) : found;
		}

	}

}
