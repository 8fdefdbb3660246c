package io.ephemeral.feishu.simulator;

import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.ephemeral.feishu.simulator.api.ApiRoutes;
import io.ephemeral.feishu.simulator.api.BotApi;
import io.ephemeral.feishu.simulator.api.CardUpdateApi;
import io.ephemeral.feishu.simulator.api.ChatApi;
import io.ephemeral.feishu.simulator.api.EphemeralApi;
import io.ephemeral.feishu.simulator.api.MessageApi;
import io.ephemeral.feishu.simulator.api.RateLimits;
import io.ephemeral.feishu.simulator.api.RequestLog;
import io.ephemeral.feishu.simulator.api.SimulatorServer;
import io.ephemeral.feishu.simulator.api.StoreTokenApi;
import io.ephemeral.feishu.simulator.api.TokenApi;
import io.ephemeral.feishu.simulator.api.TokenCheck;
import io.ephemeral.feishu.simulator.event.AppTickets;
import io.ephemeral.feishu.simulator.event.Clicks;
import io.ephemeral.feishu.simulator.event.EventPayloads;
import io.ephemeral.feishu.simulator.event.EventSeal;
import io.ephemeral.feishu.simulator.event.EventSender;
import io.ephemeral.feishu.simulator.event.MessageAnnouncements;
import io.ephemeral.feishu.simulator.page.Page;
import io.ephemeral.feishu.simulator.page.PageActions;
import io.ephemeral.feishu.simulator.tenant.App;
import io.ephemeral.feishu.simulator.tenant.Ids;
import io.ephemeral.feishu.simulator.tenant.Tenant;

/**
 * A Feishu on a port of this machine, with one custom app, its bot, and chats whose
 * members see what was sent to them.
 *
 * <pre>{@code
 * try (FeishuSimulator feishu = FeishuSimulator.start()) {
 *     SimulatedChat chat = feishu.createChat("ada", "bob");
 *     // let the application send to chat.id() and chat.openId("ada") at feishu.baseUrl()
 *     chat.seenBy("ada");
 * }
 * }</pre>
 * <p>
 * Answers have the shape, the codes and the token life cycle of the platform's documents.
 * Where those are silent the simulator takes the cautious reading. It keeps everything in
 * memory until {@link #reset()}, except that of the requests only the latest 10,000 (and
 * at most 32 million characters of bodies) are kept.
 * <p>
 * It listens on the loopback interface only and refuses requests that name another host.
 * All methods may be called from any thread.
 */
public final class FeishuSimulator implements AutoCloseable {

	private final App app;

	private final AppTickets tickets;

	private final Clock clock;

	private final EventPayloads payloads;

	private final EventSeal seal;

	private final EventSender events;

	private final Tenant tenant;

	private final ChatHandles chats;

	private final RequestLog requestLog = new RequestLog();

	private final Faults faults = new Faults();

	private final RateLimits rateLimits;

	private final SimulatorServer server;

	private FeishuSimulator(Builder builder) {
		this.clock = builder.clock;
		this.app = new App(builder.appId, builder.appSecret, builder.storeApp, builder.clock);
		this.seal = new EventSeal(builder.encryptKey, builder.verificationToken);
		this.payloads = new EventPayloads(builder.appId, Ids.of("tenant").substring(0, 16), builder.verificationToken);
		this.events = new EventSender(builder.clock, this.seal, builder.legacyCallbacks);
		this.tenant = tenant(this.payloads);
		Clicks clicks = new Clicks(this.tenant, this.events, this.payloads);
		this.chats = new ChatHandles(this.tenant, clicks);
		this.tickets = new AppTickets(this.app, this.events, this.payloads, builder.clock);
		this.rateLimits = new RateLimits(builder.clock, builder.rateLimits);
		TokenCheck tokenCheck = new TokenCheck(this.app, this.rateLimits);
		ApiRoutes api = new ApiRoutes(builder.clock, this.requestLog, this.faults::next);
		new TokenApi(this.app, this.app.install(this.tenant).tokens()).addTo(api);
		new StoreTokenApi(this.app, this.tickets).addTo(api);
		EphemeralApi.addTo(api, tokenCheck);
		MessageApi.addTo(api, tokenCheck);
		ChatApi.addTo(api, tokenCheck);
		BotApi.addTo(api, tokenCheck);
		CardUpdateApi.addTo(api, tokenCheck);
		new FaultApi(this.faults).addTo(api);
		Page page = new Page(this.tenant, this.events);
		PageActions actions = new PageActions(this.tenant, clicks, this.events, this.payloads, this.tickets,
				TypedMessage::of);
		this.server = new SimulatorServer(builder.port, api, List.of(page::addTo, actions::addTo));
	}

	/**
	 * Starts a simulator with random credentials on a free port.
	 * @return the simulator, ready for requests
	 */
	public static FeishuSimulator start() {
		return builder().start();
	}

	/**
	 * Describes a simulator to be started.
	 * @return a builder with the defaults of {@link #start()}
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Where the API is: what takes the place of {@code https://open.feishu.cn}.
	 * @return such as {@code http://127.0.0.1:41234}, without a slash at the end
	 */
	public URI baseUrl() {
		return URI.create("http://127.0.0.1:" + port());
	}

	/**
	 * The page that shows the chats as their members see them; {@code ?chat=oc_…} shows
	 * one chat, and {@code ?embed} leaves out the page's own header.
	 * @return such as {@code http://127.0.0.1:41234/}
	 */
	public URI pageUrl() {
		return baseUrl().resolve("/");
	}

	/**
	 * The port that is listened on.
	 * @return the port, never 0
	 */
	public int port() {
		return this.server.port();
	}

	/**
	 * The id of the app that may ask for tokens.
	 * @return {@code cli_…}, unless another one was set
	 */
	public String appId() {
		return this.app.id();
	}

	/**
	 * The open id of the app's bot, by which mentions name it.
	 * @return {@code ou_…}
	 */
	public String botOpenId() {
		return this.tenant.botOpenId();
	}

	/**
	 * The secret that goes with {@link #appId()}.
	 * @return the secret
	 */
	public String appSecret() {
		return this.app.secret();
	}

	/**
	 * The key by which what is sent to the application is encrypted and signed.
	 * @return the Encrypt Key; empty if nothing is encrypted
	 */
	public String encryptKey() {
		return this.seal.encryptKey();
	}

	/**
	 * The token that stands in everything that is sent to the application.
	 * @return the Verification Token
	 */
	public String verificationToken() {
		return this.seal.verificationToken();
	}

	/**
	 * Sends the clicks on cards there from now on, in place of another URL, as the
	 * developer console's callback URL does.
	 * @param url an http or https URL; it must answer a challenge within a second
	 * @throws IllegalStateException if it does not answer the challenge; nothing changes
	 * then
	 */
	public void sendCallbacksTo(URI url) {
		this.events.sendCallbacksTo(url, this.payloads.challenge(Ids.random())).block();
	}

	/**
	 * Sends events there from now on, in place of another URL, as the developer console's
	 * event URL does: what members write. An event that is not taken within 3 seconds is
	 * sent again after 15 s, 5 min, 1 h and 6 h.
	 * @param url an http or https URL, perhaps that of the callbacks
	 * @throws IllegalStateException if it does not answer a challenge within a second;
	 * nothing changes then
	 */
	public void sendEventsTo(URI url) {
		this.events.sendEventsTo(url, this.payloads.challenge(Ids.random())).then(this.tickets.push()).block();
	}

	/**
	 * The company whose chats this simulator creates; a custom app belongs to it.
	 * @return its tenant key
	 */
	public String tenantKey() {
		return this.payloads.tenantKey();
	}

	/**
	 * Lets a further company install the store app. It has chats, people and tokens of
	 * its own, which the page does not show.
	 * @param tenantKey by which the app asks for the company's token
	 * @return the company, the same one for the same key
	 * @throws IllegalStateException if the app is a custom app
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
	 * The only app ticket that is good.
	 * @return the ticket of the store app
	 * @throws IllegalStateException if the app is a custom app
	 */
	public String appTicket() {
		requireStoreApp();
		return this.app.ticket();
	}

	/**
	 * Makes a new app ticket, as the platform does every hour, and pushes it to the event
	 * URL. The one before is stale from now on.
	 * @throws IllegalStateException if the app is a custom app, or no event URL is known;
	 * nothing changes then
	 */
	public void pushAppTicket() {
		requireStoreApp();
		this.events.requireEventUrl("An app ticket");
		this.app.nextTicket();
		this.tickets.push().block();
	}

	private void requireStoreApp() {
		if (!this.app.isStoreApp()) {
			throw new IllegalStateException("A custom app serves one company and has no app tickets");
		}
	}

	/**
	 * Leaves the app with these scopes only, until {@link #reset()}; at first it has all.
	 * @param scopes such as {@code im:message:send_as_bot}
	 */
	public void grantOnly(String... scopes) {
		this.app.scopes(Set.of(scopes));
	}

	/**
	 * The latest 10,000 events and callbacks that were sent to the application, in the
	 * order in which they ended.
	 * @return what was sent and how it was answered
	 */
	public List<PushedEvent> pushedEvents() {
		return this.events.sent().stream().map(PushedEvent::new).toList();
	}

	/**
	 * Sends an event or a callback once more, with the id it had, as the platform may do.
	 * What comes back does not show on any screen.
	 * @param event one of {@link #pushedEvents()}
	 */
	public void repeat(PushedEvent event) {
		this.events.repeat(event.url(), event.json(), event.id().isEmpty()).onErrorComplete().block();
	}

	/**
	 * Creates a group chat with the bot in it.
	 * @param memberNames such as {@code ada}; the same name is the same person in every
	 * chat
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
	 * Describes a chat with a name of its own:
	 * {@code feishu.chat("Lunch").members("ada", "bob").create()}.
	 * @param name the name of the chat
	 * @return a builder; nothing is created yet
	 */
	public SimulatedChat.Builder chat(String name) {
		return new SimulatedChat.Builder(this.chats).name(name);
	}

	/**
	 * The groups in the order of their creation, without the
	 * {@linkplain SimulatedMember#directChat() direct chats}.
	 * @return the chats
	 */
	public List<SimulatedChat> chats() {
		return this.chats.groups();
	}

	/**
	 * The latest requests to the API, oldest first, refused ones and unknown paths
	 * included; not those refused unread for their host or for a body over 1 MB.
	 * @return the requests that have been answered, or met a fault
	 */
	public List<RecordedRequest> requests() {
		return this.requestLog.all().stream().map(RecordedRequest::new).toList();
	}

	/**
	 * The latest requests to one path, oldest first.
	 * @param path such as {@code /open-apis/ephemeral/v1/send}
	 * @return the requests that have been answered, or met a fault
	 */
	public List<RecordedRequest> requestsTo(String path) {
		return this.requestLog.all()
			.stream()
			.filter((exchange) -> exchange.request().path().equals(path))
			.map(RecordedRequest::new)
			.toList();
	}

	/**
	 * What goes wrong with requests, to be planned by a test.
	 * @return the plans, none at first
	 */
	public Faults faults() {
		return this.faults;
	}

	/**
	 * Makes all issued tokens invalid at once; the next request for one gets a new one.
	 */
	public void revokeTokens() {
		this.app.revokeTokens();
	}

	/**
	 * How many requests were refused because there were too many, since the start or the
	 * last {@link #reset()}.
	 * @return the sum over all operations
	 */
	public int refusals() {
		return refusalsByOperation().values().stream().mapToInt(Integer::intValue).sum();
	}

	/**
	 * How many requests were refused because there were too many, by operation.
	 * @return by method and path, such as {@code POST /open-apis/ephemeral/v1/send}, in
	 * which {@code :id} stands for an id; operations without a refusal are absent
	 */
	public Map<String, Integer> refusalsByOperation() {
		return this.rateLimits.refusals();
	}

	/**
	 * Removes all chats, people, requests, events, tokens and faults. Port, credentials,
	 * keys and the application's URLs stay.
	 */
	public void reset() {
		this.app.reset();
		this.requestLog.clear();
		this.faults.clear();
		this.rateLimits.clear();
		this.events.clear();
	}

	/**
	 * Stops listening and ends open connections. Closing again has no effect.
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
	 * Describes a simulator to be started.
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
		 * @param encryptKey encrypts and signs what is sent to the application; blank
		 * sends it as it is
		 * @param verificationToken stands in everything that is sent
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
		 * Reports clicks in the older shape {@code card.action.trigger_v1}, not encrypted
		 * and signed with the verification token. Answers are a bare card then.
		 * @return this builder
		 */
		public Builder legacyCallbacks() {
			this.legacyCallbacks = true;
			return this;
		}

		/**
		 * Makes the app a store app, which gets its tokens by an app ticket and serves
		 * several companies. A custom app is the default.
		 * @return this builder
		 */
		public Builder storeApp() {
			this.storeApp = true;
			return this;
		}

		/**
		 * Sets the clock by which tokens end; the system's is the default.
		 * @param clock the clock
		 * @return this builder
		 */
		public Builder clock(Clock clock) {
			this.clock = clock;
			return this;
		}

		/**
		 * Sets whether the platform's limits are enforced, which is the default: in each
		 * company 50 requests in any second and 1,000 in any minute for each operation,
		 * 40 ephemeral cards and 5 public messages in any second for a chat, and 5
		 * updates in any second for a message.
		 * @param enforced whether to refuse what exceeds them
		 * @return this builder
		 */
		public Builder rateLimits(boolean enforced) {
			this.rateLimits = enforced;
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
