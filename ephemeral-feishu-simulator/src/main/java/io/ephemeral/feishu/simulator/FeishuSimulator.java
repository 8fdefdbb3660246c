package io.ephemeral.feishu.simulator;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.ephemeral.feishu.simulator.api.ApiRoutes;
import io.ephemeral.feishu.simulator.api.ApplicationApi;
import io.ephemeral.feishu.simulator.api.BotApi;
import io.ephemeral.feishu.simulator.api.CardUpdateApi;
import io.ephemeral.feishu.simulator.api.ChatApi;
import io.ephemeral.feishu.simulator.api.ConnectionApi;
import io.ephemeral.feishu.simulator.api.EphemeralApi;
import io.ephemeral.feishu.simulator.api.MessageApi;
import io.ephemeral.feishu.simulator.api.RateLimits;
import io.ephemeral.feishu.simulator.api.RegistrationApi;
import io.ephemeral.feishu.simulator.api.RequestLog;
import io.ephemeral.feishu.simulator.api.SimulatorServer;
import io.ephemeral.feishu.simulator.api.StoreTokenApi;
import io.ephemeral.feishu.simulator.api.TokenApi;
import io.ephemeral.feishu.simulator.api.TokenCheck;
import io.ephemeral.feishu.simulator.connection.Connections;
import io.ephemeral.feishu.simulator.event.AppTickets;
import io.ephemeral.feishu.simulator.event.Clicks;
import io.ephemeral.feishu.simulator.event.EventPayloads;
import io.ephemeral.feishu.simulator.event.EventSeal;
import io.ephemeral.feishu.simulator.event.EventSender;
import io.ephemeral.feishu.simulator.event.MessageAnnouncements;
import io.ephemeral.feishu.simulator.leak.Canary;
import io.ephemeral.feishu.simulator.leak.LeakOracle;
import io.ephemeral.feishu.simulator.page.Page;
import io.ephemeral.feishu.simulator.page.PageActions;
import io.ephemeral.feishu.simulator.page.Playground;
import io.ephemeral.feishu.simulator.playground.CardBench;
import io.ephemeral.feishu.simulator.tenant.App;
import io.ephemeral.feishu.simulator.tenant.AppRegistrations;
import io.ephemeral.feishu.simulator.tenant.Ids;
import io.ephemeral.feishu.simulator.tenant.Tenant;

/**
 * Local Feishu on a port of this machine, with one app, its bot, and chats with members.
 * Tests see what each member sees.
 *
 * <pre>{@code
 * try (FeishuSimulator feishu = FeishuSimulator.start()) {
 *     SimulatedChat chat = feishu.createChat("ada", "bob");
 *     // let the application send to chat.id() and chat.openId("ada") at feishu.baseUrl()
 *     chat.seenBy("ada");
 * }
 * }</pre>
 * <p>
 * Responses have the shape, the codes and the token life cycle of the platform's
 * documents. The simulator is strict where the documents leave a question open. It keeps
 * everything in memory until {@link #reset()}, but only the latest 10,000 requests with
 * at most 32 million characters of bodies.
 * <p>
 * It listens on the loopback interface only and refuses requests to another host name.
 * All methods may be called from any thread.
 */
public final class FeishuSimulator implements AutoCloseable {

	private static final Duration LONGEST_SETTLING = Duration.ofSeconds(10);

	private final App app;

	private final AppTickets tickets;

	private final AdvancingClock clock;

	private final EventPayloads payloads;

	private final EventSeal seal;

	private final EventSender events;

	private final Tenant tenant;

	private final ChatHandles chats;

	private final RequestLog requestLog = new RequestLog();

	private final Settling settling;

	private final LeakOracle leakOracle;

	private final Faults faults = new Faults();

	private final RateLimits rateLimits;

	private final Connections connections;

	private final LongConnections longConnections;

	private final AppRegistrations appRegistrations;

	private final Registrations registrations;

	private final SimulatorServer server;

	private FeishuSimulator(Builder builder) {
		this.clock = new AdvancingClock(builder.clock);
		this.app = new App(builder.appId, builder.appSecret, builder.storeApp, this.clock);
		this.connections = new Connections(this.clock, this::webSocketUrl);
		this.seal = new EventSeal(builder.encryptKey, builder.verificationToken);
		this.payloads = new EventPayloads(builder.appId, Ids.of("tenant").substring(0, 16), builder.verificationToken);
		this.events = new EventSender(this.clock, this.seal, builder.legacyCallbacks, this.connections,
				this.app::grants);
		this.leakOracle = new LeakOracle(() -> this.app.tenants().stream().map(Tenant::sightings).toList());
		this.settling = new Settling(this.requestLog.underWay(), this.events.underWay());
		this.longConnections = new LongConnections(this.app, this.connections, this.events);
		this.appRegistrations = new AppRegistrations(this.app, this.clock);
		this.registrations = new Registrations(this.app, this.appRegistrations);
		this.tenant = tenant(this.payloads);
		Clicks clicks = new Clicks(this.tenant, this.events, this.payloads);
		this.chats = new ChatHandles(this.tenant, clicks);
		this.tickets = new AppTickets(this.app, this.events, this.payloads, this.clock);
		this.rateLimits = new RateLimits(this.clock, builder.rateLimits);
		TokenCheck tokenCheck = new TokenCheck(this.app, this.rateLimits);
		ApiRoutes api = new ApiRoutes(this.clock, this.requestLog, this.faults::next);
		new TokenApi(this.app, this.app.install(this.tenant).tokens()).addTo(api);
		new StoreTokenApi(this.app, this.tickets).addTo(api);
		EphemeralApi.addTo(api, tokenCheck);
		MessageApi.addTo(api, tokenCheck);
		ChatApi.addTo(api, tokenCheck);
		BotApi.addTo(api, tokenCheck);
		CardUpdateApi.addTo(api, tokenCheck);
		ApplicationApi.addTo(api, this.app, tokenCheck);
		new RegistrationApi(this.app, this.appRegistrations, this::baseUrl).addTo(api);
		new RegistrationControlApi(this.registrations).addTo(api);
		new FaultApi(this.faults).addTo(api);
		new LongConnectionApi(this.longConnections).addTo(api);
		ConnectionApi connectionApi = new ConnectionApi(this.app, this.connections, this.faults::next);
		connectionApi.addTo(api);
		Page page = new Page(this.tenant, this.events);
		PageActions actions = new PageActions(this.tenant, clicks, this.events, this.payloads, this.tickets,
				TypedMessage::of);
		this.server = new SimulatorServer(builder.port, api,
				List.of(page::addTo, actions::addTo, new Playground(builder.bench)::addTo, connectionApi::upgradeBy));
	}

	/**
	 * Starts a simulator with random credentials on a free port.
	 * @return the simulator, ready for requests
	 */
	public static FeishuSimulator start() {
		return builder().start();
	}

	/**
	 * Creates a builder of a simulator.
	 * @return a builder with the defaults of {@link #start()}
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Returns the address of the API, instead of {@code https://open.feishu.cn}.
	 * @return such as {@code http://127.0.0.1:41234}, without a slash at the end
	 */
	public URI baseUrl() {
		return URI.create("http://127.0.0.1:" + port());
	}

	private URI webSocketUrl() {
		return URI.create("ws://127.0.0.1:" + port() + Connections.PATH);
	}

	/**
	 * Returns the address of the page that shows the chats as their members see them.
	 * {@code ?chat=oc_…} shows one chat, and {@code ?embed} hides the header of the page.
	 * @return such as {@code http://127.0.0.1:41234/}
	 */
	public URI pageUrl() {
		return baseUrl().resolve("/");
	}

	/**
	 * Returns the port of the simulator.
	 * @return the port, never 0
	 */
	public int port() {
		return this.server.port();
	}

	/**
	 * Returns the id of the app.
	 * @return {@code cli_…}, unless another one was set
	 */
	public String appId() {
		return this.app.id();
	}

	/**
	 * Returns the open id of the app's bot, as mentions contain it.
	 * @return {@code ou_…}
	 */
	public String botOpenId() {
		return this.tenant.botOpenId();
	}

	/**
	 * Returns the secret of the app.
	 * @return the secret
	 */
	public String appSecret() {
		return this.app.secret();
	}

	/**
	 * Returns the key that encrypts and signs callbacks.
	 * @return the Encrypt Key; empty if nothing is encrypted
	 */
	public String encryptKey() {
		return this.seal.encryptKey();
	}

	/**
	 * Returns the token that every callback contains.
	 * @return the Verification Token
	 */
	public String verificationToken() {
		return this.seal.verificationToken();
	}

	/**
	 * Sets the URL that receives clicks from now on, like the callback URL of the
	 * developer console.
	 * @param url an http or https URL; it must respond to a challenge within a second
	 * @throws IllegalStateException if it does not respond to the challenge; nothing
	 * changes then
	 */
	public void sendCallbacksTo(URI url) {
		this.events.sendCallbacksTo(url, this.payloads.challenge(Ids.random())).block();
	}

	/**
	 * Sets the URL that receives events from now on, such as messages of members, like
	 * the event URL of the developer console. The simulator repeats an event after 15 s,
	 * 5 min, 1 h and 6 h until the application accepts it within 3 seconds.
	 * @param url an http or https URL; it may be that of the clicks
	 * @throws IllegalStateException if it does not respond to a challenge within a
	 * second; nothing changes then
	 */
	public void sendEventsTo(URI url) {
		this.events.sendEventsTo(url, this.payloads.challenge(Ids.random())).then(this.tickets.push()).block();
	}

	/**
	 * Sends events and clicks over a long connection of the application from now on, even
	 * if none is open yet. A click fails until one is open, and an event is repeated like
	 * one that the application did not accept. The developer console demands an open
	 * connection first, see {@link LongConnections#subscribe()}.
	 * @throws IllegalStateException if the app is a store app, or clicks have the older
	 * shape; nothing changes then
	 */
	public void sendOverLongConnections() {
		this.longConnections.sendEverything();
	}

	/**
	 * Returns the long connections of the application, with their settings and faults.
	 * @return the connections, none open at first
	 */
	public LongConnections longConnections() {
		return this.longConnections;
	}

	/**
	 * Returns the registrations of the app by scans.
	 * @return the registrations, none at first
	 */
	public Registrations registrations() {
		return this.registrations;
	}

	/**
	 * Returns the tenant of this simulator; a self-built app belongs to it.
	 * @return its tenant key
	 */
	public String tenantKey() {
		return this.payloads.tenantKey();
	}

	/**
	 * Installs the store app for another tenant. It has its own chats, people and tokens,
	 * which the page does not show.
	 * @param tenantKey key of the tenant
	 * @return the tenant; the same one for the same key
	 * @throws IllegalStateException if the app is a self-built app
	 */
	public SimulatedTenant install(String tenantKey) {
		requireStoreApp();
		EventPayloads installed = new EventPayloads(this.app.id(), tenantKey, verificationToken());
		App.Installation installation = this.app.install(tenant(installed));
		return new SimulatedTenant(installation, new Clicks(installation.tenant(), this.events, installed));
	}

	private Tenant tenant(EventPayloads payloads) {
		return new Tenant(payloads.appId(), payloads.tenantKey(), this.clock,
				new MessageAnnouncements(this.events, payloads));
	}

	/**
	 * Returns the only valid app ticket.
	 * @return the ticket of the store app
	 * @throws IllegalStateException if the app is a self-built app
	 */
	public String appTicket() {
		requireStoreApp();
		return this.app.ticket();
	}

	/**
	 * Creates a new app ticket, as the platform does every hour, and pushes it to the
	 * event URL. The previous one is not valid from now on.
	 * @throws IllegalStateException if the app is a self-built app, or no event URL is
	 * known; nothing changes then
	 */
	public void pushAppTicket() {
		requireStoreApp();
		this.events.requireEventReceiver("An app ticket");
		this.app.nextTicket();
		this.tickets.push().block();
	}

	private void requireStoreApp() {
		if (!this.app.isStoreApp()) {
			throw new IllegalStateException(
					"A self-built app has one tenant and no app tickets; build the simulator with storeApp()");
		}
	}

	/**
	 * Takes all other scopes from the app, until {@link #reset()}. Messages also need a
	 * scope: that for mentions of the bot, for all messages of groups, or for direct
	 * chats.
	 * @param scopes such as {@code im:message:send_as_bot}
	 */
	public void grantOnly(String... scopes) {
		this.app.scopes(Set.of(scopes));
	}

	/**
	 * Returns the latest 10,000 events and callbacks, in the order of their responses.
	 * @return the events and callbacks, with their responses
	 */
	public List<PushedEvent> pushedEvents() {
		return this.events.sent().stream().map(PushedEvent::new).toList();
	}

	/**
	 * Waits until everything that was sent to the application has its response, no
	 * request is under way, and the application has no more work: handlers,
	 * {@code afterwards}, listeners, calls, and expiries that are due. Waits 10 seconds
	 * at most.
	 * <p>
	 * The application's work is known with the Spring Boot auto-configuration, or if
	 * {@link #watch} adds it. Repetitions of an event that the application did not accept
	 * are not awaited.
	 * @throws AssertionError if there is still work then; the message names it
	 */
	public void settle() {
		settle(LONGEST_SETTLING);
	}

	/**
	 * Waits like {@link #settle()}.
	 * @param longest maximum wait
	 * @throws AssertionError if there is still work then; the message names it
	 */
	public void settle(Duration longest) {
		this.settling.await(longest);
	}

	/**
	 * Moves the clock of the simulator ahead, and then waits as {@link #settle()} does.
	 * The Spring Boot auto-configuration gives this clock to the application as the bean
	 * {@code feishuClock}, so that expiries become due, tokens end, and later clicks have
	 * a matching age. Timers do not move: time-outs, pauses between attempts, the limits
	 * of the application, and repetitions of events. {@link #reset()} keeps the time.
	 * @param duration zero or more
	 * @throws AssertionError if there is still work after 10 seconds
	 */
	public void advance(Duration duration) {
		this.clock.advance(duration);
		settle();
	}

	/**
	 * Returns the clock of the simulator, which {@link #advance} moves.
	 * @return the clock of the builder, or ahead of it
	 */
	public Clock clock() {
		return this.clock;
	}

	/**
	 * Adds work for which {@link #settle()} waits.
	 * @param activity work of the application
	 */
	public void watch(ApplicationActivity activity) {
		this.settling.watch(activity);
	}

	/**
	 * Removes work that {@link #watch} added.
	 * @param activity work of the application
	 */
	public void unwatch(ApplicationActivity activity) {
		this.settling.unwatch(activity);
	}

	/**
	 * Marks words that must not reach anyone or any place without permission, for example
	 * {@code feishu.canary("4711 EUR").allowedFor("ada")}. They are found in any case,
	 * escaped for JSON, HTML or a URL, and in Base64. What was seen before the mark
	 * counts too.
	 * @param words words with at least 6 bytes that appear nowhere else in the test
	 * @return the canary, which nobody may see at first
	 * @see #requireNoLeaks()
	 */
	public Canary canary(String words) {
		return this.leakOracle.mark(words);
	}

	/**
	 * Returns the search for canaries, to which other texts can be added.
	 * @return the search
	 */
	public LeakOracle leakOracle() {
		return this.leakOracle;
	}

	/**
	 * Requires that no canary has leaked, after waiting as {@link #settle()} does. The
	 * JUnit extension calls this at the end of each test. It does nothing without a
	 * canary.
	 * @throws io.ephemeral.feishu.simulator.leak.LeakError if a canary has reached a
	 * person or a place that is not allowed
	 */
	public void requireNoLeaks() {
		if (this.leakOracle.hasCanaries()) {
			settle();
			this.leakOracle.requireNoLeaks();
		}
	}

	/**
	 * Repeats an event or a callback with the same id, as the platform may do. The
	 * response has no effect on the screens.
	 * @param event one of {@link #pushedEvents()}
	 */
	public void repeat(PushedEvent event) {
		this.events.repeat(event.url(), event.json(), event.id().isEmpty()).onErrorComplete().block();
	}

	/**
	 * Creates a group chat with the bot in it.
	 * @param memberNames names such as {@code ada}; the same name is the same person in
	 * every chat
	 * @return the chat
	 */
	public SimulatedChat createChat(String... memberNames) {
		return new SimulatedChat.Builder(this.chats).members(memberNames).create();
	}

	/**
	 * Creates a topic group with the bot in it; it takes no ephemeral cards.
	 * @param memberNames as for {@link #createChat(String...)}
	 * @return the chat
	 */
	public SimulatedChat createTopicChat(String... memberNames) {
		return new SimulatedChat.Builder(this.chats).members(memberNames).topic().create();
	}

	/**
	 * Creates a builder of a chat with a name:
	 * {@code feishu.chat("Lunch").members("ada", "bob").create()}.
	 * @param name the name of the chat
	 * @return a builder; nothing is created yet
	 */
	public SimulatedChat.Builder chat(String name) {
		return new SimulatedChat.Builder(this.chats).name(name);
	}

	/**
	 * Returns the groups in the order of their creation, without the
	 * {@linkplain SimulatedMember#directChat() direct chats}.
	 * @return the chats
	 */
	public List<SimulatedChat> chats() {
		return this.chats.groups();
	}

	/**
	 * Returns the latest requests to the API, oldest first, including refused ones and
	 * unknown paths. A request to another host or with a body over 1 MB is not among
	 * them.
	 * @return the requests that have a response or met a fault
	 */
	public List<RecordedRequest> requests() {
		return this.requestLog.all().stream().map(RecordedRequest::new).toList();
	}

	/**
	 * Returns the latest requests to one path, oldest first.
	 * @param path such as {@code /open-apis/ephemeral/v1/send}
	 * @return the requests that have a response or met a fault
	 */
	public List<RecordedRequest> requestsTo(String path) {
		return this.requestLog.all()
			.stream()
			.filter((exchange) -> exchange.request().path().equals(path))
			.map(RecordedRequest::new)
			.toList();
	}

	/**
	 * Returns the faults that requests meet.
	 * @return the plans, none at first
	 */
	public Faults faults() {
		return this.faults;
	}

	/**
	 * Makes all issued tokens invalid at once.
	 */
	public void revokeTokens() {
		this.app.revokeTokens();
	}

	/**
	 * Returns the number of requests that exceeded a limit since the start or the last
	 * {@link #reset()}.
	 * @return the sum over all operations
	 */
	public int refusals() {
		return refusalsByOperation().values().stream().mapToInt(Integer::intValue).sum();
	}

	/**
	 * Returns the number of requests that exceeded a limit, by operation.
	 * @return numbers by method and path, such as
	 * {@code POST /open-apis/ephemeral/v1/send}, where {@code :id} stands for an id;
	 * operations without a refusal are absent
	 */
	public Map<String, Integer> refusalsByOperation() {
		return this.rateLimits.refusals();
	}

	/**
	 * Removes all chats, people, requests, events, tokens, registrations, faults and
	 * canaries. The app has all scopes, events and callbacks again. Keeps the port, the
	 * credentials, the keys, the ways to the application and the open long connections.
	 */
	public void reset() {
		this.app.reset();
		this.appRegistrations.clear();
		this.requestLog.clear();
		this.faults.clear();
		this.rateLimits.clear();
		this.connections.clear();
		this.events.clear();
		this.leakOracle.clear();
	}

	/**
	 * Stops the simulator and ends open connections. Has no effect on a closed simulator.
	 */
	@Override
	public void close() {
		this.events.clear();
		this.server.close();
	}

	@Override
	public String toString() {
		return "Feishu simulator for " + this.app.id() + " at " + baseUrl();
	}

	/**
	 * Builder of a simulator.
	 */
	public static final class Builder {

		private int port;

		private String appId = "cli_" + Ids.random().substring(0, 16);

		private String appSecret = Ids.random();

		private String encryptKey = Ids.random();

		private String verificationToken = Ids.random();

		private boolean legacyCallbacks;

		private boolean storeApp;

		private Clock clock = Clock.systemUTC();

		private boolean rateLimits = true;

		private CardBench bench = CardBench.plain();

		private Builder() {
		}

		/**
		 * Sets the port to listen on.
		 * @param port a port; 0, the default, takes a free one
		 * @return this builder
		 */
		public Builder port(int port) {
			this.port = port;
			return this;
		}

		/**
		 * Sets the credentials of the app; random ones are the default.
		 * @param appId such as {@code cli_…}
		 * @param appSecret the secret that goes with it
		 * @return this builder
		 */
		public Builder credentials(String appId, String appSecret) {
			if (appId.isBlank() || appSecret.isBlank()) {
				throw new IllegalArgumentException("Neither the app id nor the app secret may be blank");
			}
			this.appId = appId;
			this.appSecret = appSecret;
			return this;
		}

		/**
		 * Sets the keys of the developer console's page "Encryption Strategy"; random
		 * ones are the default.
		 * @param encryptKey encrypts and signs callbacks; without encryption if blank
		 * @param verificationToken part of every callback
		 * @return this builder
		 */
		public Builder eventKeys(String encryptKey, String verificationToken) {
			if (verificationToken.isBlank()) {
				throw new IllegalArgumentException("The verification token must not be blank");
			}
			this.encryptKey = encryptKey;
			this.verificationToken = verificationToken;
			return this;
		}

		/**
		 * Sends clicks in the older shape {@code card.action.trigger_v1}, without
		 * encryption and signed with the verification token. The response to such a click
		 * is only a card.
		 * @return this builder
		 */
		public Builder legacyCallbacks() {
			this.legacyCallbacks = true;
			return this;
		}

		/**
		 * Makes the app a store app, which needs an app ticket for its tokens and serves
		 * several tenants. The default is a self-built app.
		 * @return this builder
		 */
		public Builder storeApp() {
			this.storeApp = true;
			return this;
		}

		/**
		 * Sets the clock for the life of tokens. The default is that of the system.
		 * @param clock the clock
		 * @return this builder
		 */
		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * Sets whether the simulator enforces the platform's limits, which it does by
		 * default: in each tenant 50 requests in any second and 1,000 in any minute for
		 * each operation, 40 ephemeral cards and 5 public messages in any second for a
		 * chat, and 5 updates in any second for a message.
		 * @param enforced whether to refuse requests that exceed the limits
		 * @return this builder
		 */
		public Builder rateLimits(boolean enforced) {
			this.rateLimits = enforced;
			return this;
		}

		/**
		 * Sets the reader of the cards that a developer pastes into the playground. The
		 * default knows the refusals of the simulator only.
		 * @param bench reader of cards
		 * @return this builder
		 */
		public Builder cardBench(CardBench bench) {
			this.bench = bench;
			return this;
		}

		/**
		 * Starts the simulator.
		 * @return the simulator, ready for requests
		 * @throws RuntimeException if the port is taken
		 */
		public FeishuSimulator start() {
			return new FeishuSimulator(this);
		}

	}

}
