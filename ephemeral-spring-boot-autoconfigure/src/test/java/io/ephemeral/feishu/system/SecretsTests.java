package io.ephemeral.feishu.system;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.ThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.autoconfigure.FeishuConnectionDetails;
import io.ephemeral.feishu.autoconfigure.registration.RegistrationPrompt;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.ephemeral.EphemeralCardOperations;
import io.ephemeral.feishu.simulator.ConnectionFault;
import io.ephemeral.feishu.simulator.Fault;
import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.RecordedRequest;
import io.ephemeral.feishu.simulator.SimulatedChat;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Flux;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Search for secrets in the output of an application that logs everything and exposes
 * every actuator endpoint.
 */
class SecretsTests {

	private static final String SECRET = "s3cr3t-of-the-app";

	private static final String CONTENT = "salary of Ada";

	private static final String ENCRYPT_KEY = "k3y-of-the-callback";

	private static final String VERIFICATION_TOKEN = "t0k3n-of-the-callback";

	private static final String SEND = "/open-apis/ephemeral/v1/send";

	private static final String APP_TOKEN = "/open-apis/auth/v3/app_access_token";

	private static final String TENANT_TOKEN = "/open-apis/auth/v3/tenant_access_token";

	private static final String REGISTRATION = "/oauth/v1/app/registration";

	private static final String TOKEN = TENANT_TOKEN + "/internal";

	/** Faults, some of which return secrets. */
	private static final List<Fault> FAULTS = List.of(Fault.delay(Duration.ofSeconds(2)), Fault.requestLost(),
			Fault.answerLost(), Fault.reset(), Fault.truncated(), Fault.lengthTooLarge(), Fault.html(502),
			Fault.error(200, 230099, "ext=ErrCode: 200621; ErrMsg: no card; ErrorValue: " + CONTENT),
			Fault.answer(200, "application/json",
					"{\"code\":0,\"tenant_access_token\":7,\"echo\":\"" + CONTENT + "\"}"),
			Fault.answer(500, "text/html", "<pre>" + SECRET + CONTENT + "</pre>"));

	private final StringBuilder output = new StringBuilder();

	/** Makes a first call, because what it loads would be mistaken for a time-out. */
	@BeforeAll
	static void load() {
		FaultRun.of(FaultOperation.SEND, FaultMatrix.TokenState.COLD, (feishu, requests) -> {
		}, false).result();
	}

	@Test
	void secretsWhenEverythingIsLoggedAndExposedThenAreNowhere() throws Exception {
		try (FeishuSimulator feishu = FeishuSimulator.builder().credentials("cli_1", SECRET).start();
				Log log = new Log()) {
			SimulatedChat chat = feishu.createChat("ada");
			try (ConfigurableApplicationContext context = start(feishu)) {
				sendAndFail(context.getBean(EphemeralCardOperations.class), feishu, chat);
				describeBeans(context);
				readActuator(context);
			}
			this.output.append(log.text());
			assertThat(this.output).as("the log is there")
				.contains("/open-apis/ephemeral/v1/send", "ephemeral.send: success",
						"The tenant access token is valid until");
			assertThat(this.output.toString()).doesNotContain(SECRET, CONTENT, ENCRYPT_KEY, VERIFICATION_TOKEN);
			assertThat(this.output).as("the actuator shows values").contains("\"value\":\"" + feishu.baseUrl() + "\"");
			assertThat(tokens(feishu)).hasSizeGreaterThan(1).noneMatch((token) -> this.output.indexOf(token) >= 0);
		}
	}

	@Test
	void ticketsAndTokensOfStoreAppWhenEverythingIsLoggedAndExposedThenAreNowhere() throws Exception {
		List<String> tickets = new ArrayList<>();
		try (FeishuSimulator feishu = FeishuSimulator.builder()
			.credentials("cli_1", SECRET)
			.eventKeys(ENCRYPT_KEY, VERIFICATION_TOKEN)
			.storeApp()
			.start(); Log log = new Log()) {
			SimulatedChat chat = feishu.createChat("ada");
			try (ConfigurableApplicationContext context = start(feishu, "feishu.app-type=store",
					"feishu.store.ticket-wait=1s")) {
				sendEventsTo(context, feishu);
				tickets.add(feishu.appTicket());
				sendAndFailForTenant(context.getBean(EphemeralCardOperations.class), feishu, chat);
				tickets.add(feishu.appTicket());
				describeBeans(context);
				readActuator(context);
			}
			this.output.append(log.text());
			assertThat(this.output).as("the log is there")
				.contains("The app access token is valid until", "of the type app_ticket was answered with 200");
			assertThat(this.output.toString()).doesNotContain(SECRET, CONTENT, ENCRYPT_KEY, VERIFICATION_TOKEN)
				.doesNotContain(tickets);
			assertThat(appTokens(feishu)).hasSizeGreaterThan(1).noneMatch((token) -> this.output.indexOf(token) >= 0);
			assertThat(tokens(feishu)).hasSizeGreaterThan(1).noneMatch((token) -> this.output.indexOf(token) >= 0);
		}
	}

	@Test
	void ticketsOfLongConnectionsWhenEverythingIsLoggedAndExposedThenAreNowhere() throws Exception {
		try (FeishuSimulator feishu = FeishuSimulator.builder().credentials("cli_1", SECRET).start();
				Log log = new Log()) {
			feishu.faults().on("/ws/v2").next().meet(Fault.handshakeRefused(514, 0));
			feishu.longConnections().reconnect(-1, Duration.ofSeconds(1), Duration.ZERO);
			feishu.sendOverLongConnections();
			SimulatedChat chat = feishu.createChat("ada");
			try (ConfigurableApplicationContext context = start(feishu, "feishu.long-connection.enabled=true")) {
				untilOpen(feishu, 1);
				chat.member("ada").says(CONTENT);
				feishu.longConnections().meet(ConnectionFault.close(1000));
				untilOpen(feishu, 2);
				describeBeans(context);
				readActuator(context);
			}
			this.output.append(log.text());
			assertThat(this.output).as("the log is there")
				.contains("The long connection is open again", "No long connection: ", "\"longConnection\":{\"state\"");
			assertThat(this.output.toString()).doesNotContain(SECRET, CONTENT, ENCRYPT_KEY, VERIFICATION_TOKEN);
			assertThat(this.output.toString()).doesNotContainPattern("(ticket|access_key)=[\\w%-]{6,}");
		}
	}

	@Test
	void secretOfRegisteredAppWhenEverythingIsLoggedAndExposedThenIsNowhere() throws Exception {
		try (FeishuSimulator feishu = FeishuSimulator.builder().credentials("cli_1", SECRET).start();
				Log log = new Log()) {
			feishu.registrations().interval(Duration.ofMillis(20));
			try (ConfigurableApplicationContext context = start(feishu, "feishu.app-id=", "feishu.app-secret=",
					"feishu.registration.enabled=true", "feishu.registration.base-url=" + feishu.baseUrl())) {
				describeBeans(context);
				readActuator(context);
			}
			this.output.append(log.text());
			assertThat(this.output).as("the log is there").contains("The app cli_1 is registered", REGISTRATION);
			assertThat(this.output.toString()).doesNotContain(SECRET, ENCRYPT_KEY, VERIFICATION_TOKEN);
			assertThat(deviceCodes(feishu)).isNotEmpty().noneMatch((code) -> this.output.indexOf(code) >= 0);
		}
	}

	/** A device code is enough to get the secret. */
	private static List<String> deviceCodes(FeishuSimulator feishu) {
		return feishu.requestsTo(REGISTRATION)
			.stream()
			.map(RecordedRequest::body)
			.filter((body) -> body.contains("device_code="))
			.map((body) -> body.substring(body.indexOf("device_code=") + "device_code=".length()))
			.distinct()
			.toList();
	}

	/** Waits for a connection after some others. */
	private static void untilOpen(FeishuSimulator feishu, int connection) {
		Flux.interval(Duration.ofMillis(10))
			.filter((tick) -> feishu.longConnections().open() == 1 && handshakes(feishu) > connection)
			.blockFirst(PatientSession.PATIENCE);
	}

	private static long handshakes(FeishuSimulator feishu) {
		return feishu.requestsTo("/callback/ws/endpoint").size();
	}

	private void sendAndFailForTenant(EphemeralCardOperations cards, FeishuSimulator feishu, SimulatedChat chat) {
		EphemeralCardOperations ofTenant = cards.forTenant(new TenantKey(feishu.tenantKey()));
		Card card = Card.builder().title(CONTENT).build();
		Viewer viewer = Viewer.openId(chat.openId("ada"));
		ofTenant.send(new ChatId(chat.id()), viewer, card);
		feishu.pushAppTicket();
		for (Fault fault : FAULTS) {
			for (String path : List.of(APP_TOKEN, TENANT_TOKEN)) {
				feishu.revokeTokens();
				feishu.faults().on(path).next().meet(fault);
				describe(catchThrowableOfType(FeishuException.class,
						() -> ofTenant.send(new ChatId(chat.id()), viewer, card)));
			}
		}
		ofTenant.send(new ChatId(chat.id()), viewer, card);
		describe(catchThrowableOfType(FeishuException.class, () -> cards.send(new ChatId(chat.id()), viewer, card)));
		feishu.close();
	}

	private static void sendEventsTo(ConfigurableApplicationContext context, FeishuSimulator feishu) {
		URI url = URI.create(
				"http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/feishu/callback");
		LongDeadlines.during(() -> {
			feishu.sendEventsTo(url);
			return url;
		});
	}

	private static List<String> appTokens(FeishuSimulator feishu) {
		return feishu.requestsTo(TENANT_TOKEN)
			.stream()
			.map((request) -> request.json().path("app_access_token").asString(""))
			.filter((token) -> !token.isEmpty())
			.distinct()
			.toList();
	}

	private static ConfigurableApplicationContext start(FeishuSimulator feishu, String... properties) {
		SpringApplication application = new SpringApplicationBuilder(TestApplication.class)
			.web(WebApplicationType.SERVLET)
			.initializers((context) -> ((GenericApplicationContext) context).registerBean(RegistrationPrompt.class,
					() -> (link, validity) -> feishu.registrations().scan(link, "ada")))
			.properties("server.port=0", "server.address=127.0.0.1", "management.endpoints.web.exposure.include=*",
					"management.endpoint.health.show-details=always", "feishu.base-url=" + feishu.baseUrl(),
					"feishu.app-id=cli_1", "feishu.app-secret=" + SECRET, "feishu.callback.path=/feishu/callback",
					"feishu.callback.encrypt-key=" + ENCRYPT_KEY,
					"feishu.callback.verification-token=" + VERIFICATION_TOKEN,
					"FEISHU_CALLBACK_VERIFICATIONTOKEN=" + VERIFICATION_TOKEN,
					"management.endpoint.env.show-values=always", "management.endpoint.configprops.show-values=always",
					"spring.http.codecs.log-request-details=true", "feishu.retry.max-attempts=1",
					"feishu.http.read-timeout=1500ms")
			.properties(properties)
			.build();
		application.setRegisterShutdownHook(false);
		return application.run();
	}

	private void sendAndFail(EphemeralCardOperations cards, FeishuSimulator feishu, SimulatedChat chat) {
		Card card = Card.builder().title(CONTENT).add(Markdown.of(CONTENT)).build();
		Viewer viewer = Viewer.openId(chat.openId("ada"));
		cards.delete(cards.send(new ChatId(chat.id()), viewer, card).messageId());
		feishu.revokeTokens();
		cards.send(new ChatId(chat.id()), viewer, card);
		for (Fault fault : FAULTS) {
			feishu.faults().on(SEND).next().meet(fault);
			describe(
					catchThrowableOfType(FeishuException.class, () -> cards.send(new ChatId(chat.id()), viewer, card)));
			feishu.revokeTokens();
			feishu.faults().on(TOKEN).next().meet(fault);
			describe(
					catchThrowableOfType(FeishuException.class, () -> cards.send(new ChatId(chat.id()), viewer, card)));
		}
		chat.removeBot();
		describe(catchThrowableOfType(FeishuException.class, () -> cards.send(new ChatId(chat.id()), viewer, card)));
		feishu.close();
		describe(catchThrowableOfType(RuntimeException.class, () -> cards.send(new ChatId(chat.id()), viewer, card)));
	}

	private void describe(Throwable error) {
		this.output.append(error).append(ThrowableProxyUtil.asString(new ThrowableProxy(error)));
	}

	private void describeBeans(ConfigurableApplicationContext context) {
		for (String name : context.getBeanDefinitionNames()) {
			if (name.toLowerCase(Locale.ROOT).contains("feishu") || name.contains("ephemeral")) {
				this.output.append(context.getBean(name));
			}
		}
		this.output.append(context.getBean(FeishuConnectionDetails.class).getCredentials());
	}

	private void readActuator(ConfigurableApplicationContext context) throws Exception {
		String base = "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + "/actuator/";
		for (String endpoint : List.of("env", "env/feishu.app-secret", "env/feishu.callback.encrypt-key",
				"env/feishu.base-url", "configprops", "configprops/feishu", "beans", "conditions", "mappings",
				"metrics", "health", "feishu", "info", "scheduledtasks", "threaddump")) {
			HttpResponse<String> response = HttpClient.newHttpClient()
				.send(HttpRequest.newBuilder(URI.create(base + endpoint)).build(), BodyHandlers.ofString());
			// The last call may have failed, and health shows its error.
			assertThat(response.statusCode()).as(endpoint).isIn(200, endpoint.equals("health") ? 503 : 200);
			this.output.append(response.body());
		}
	}

	private static List<String> tokens(FeishuSimulator feishu) {
		return feishu.requests()
			.stream()
			.flatMap((request) -> request.header("Authorization").stream())
			.map((header) -> header.substring("Bearer ".length()))
			.distinct()
			.toList();
	}

	/**
	 * All log lines, at any level and of any logger, but not on the console.
	 */
	private static final class Log extends AppenderBase<ILoggingEvent> implements AutoCloseable {

		private final List<String> lines = new ArrayList<>();

		private final Logger root;

		private final Appender<ILoggingEvent> console;

		Log() {
			// Otherwise the application would take the logging over.
			System.setProperty(LoggingSystem.SYSTEM_PROPERTY, LoggingSystem.NONE);
			LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
			this.root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
			this.console = this.root.getAppender("CONSOLE");
			this.root.detachAppender(this.console);
			setContext(context);
			start();
			this.root.addAppender(this);
			this.root.setLevel(Level.TRACE);
			context.getLogger("reactor.netty.http.client").setLevel(Level.TRACE);
			// The server is the simulator's, and knows the tickets.
			context.getLogger("reactor.netty.http.server").setLevel(Level.OFF);
			context.getLogger("io.ephemeral.feishu.simulator").setLevel(Level.OFF);
		}

		@Override
		protected void append(ILoggingEvent event) {
			this.lines.add(event.getFormattedMessage());
			if (event.getThrowableProxy() != null) {
				this.lines.add(ThrowableProxyUtil.asString(event.getThrowableProxy()));
			}
		}

		synchronized String text() {
			return String.join("\n", this.lines);
		}

		@Override
		public void close() {
			this.root.setLevel(Level.WARN);
			this.root.detachAppender(this);
			this.root.addAppender(this.console);
			System.clearProperty(LoggingSystem.SYSTEM_PROPERTY);
		}

	}

}
