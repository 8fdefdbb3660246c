package io.ephemeral.feishu.simulator.page;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import io.ephemeral.feishu.simulator.FeishuSimulator;
import io.ephemeral.feishu.simulator.SimulatedChat;
import io.ephemeral.feishu.simulator.SimulatedMember;
import io.ephemeral.feishu.simulator.TestClient;
import io.ephemeral.feishu.simulator.TestClient.Answer;
import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.ephemeral.feishu.simulator.tenant.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.netty.http.client.HttpClient;
import reactor.test.StepVerifier;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

@ExtendWith(FeishuSimulatorExtension.class)
class PageTests {

	private static final Duration TIMEOUT = Duration.ofMinutes(5);

	private static final Pattern IMPORT = Pattern.compile("from '(/[a-z]+\\.js)'");

	@ParameterizedTest
	@CsvSource(textBlock = """
			/, text/html, screens
			/?chat=oc_1&embed, text/html, screens
			/page.css, text/css, .card
			/card.css, text/css, .card-header
			/components.css, text/css, .button
			/page.js, text/javascript, EventSource
			/card.js, text/javascript, drawCard
			/markdown.js, text/javascript, DOMPurify
			/playground, text/html, playground.js
			/playground/preview, text/html, preview.js
			/playground.css, text/css, .editor
			/examples.js, text/javascript, hologram
			/webjars/marked.js, text/javascript, marked
			/third-party/purify.js, text/javascript, DOMPurify
			/third-party/vchart.js, text/javascript, VChart
			""")
	void fileWhenAskedForThenIsServedWithPolicy(String path, String type, String content, FeishuSimulator feishu) {
		Answer answer = new TestClient(feishu).get(path);

		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.text()).contains(content);
		assertThat(answer.headers().get("Content-Type")).startsWith(type);
		assertThat(answer.headers().get("X-Content-Type-Options")).isEqualTo("nosniff");
		assertThat(answer.headers().get("Content-Security-Policy"))
			.contains("default-src 'none'", "script-src 'self'",
					"frame-ancestors 'self' http://localhost:* http://127.0.0.1:*")
			.doesNotContain("unsafe");
	}

	@ParameterizedTest
	@ValueSource(strings = { "purify.min.js", "vchart.min.js" })
	void scriptWhenOfOthersThenHasItsChecksum(String file) throws Exception {
		byte[] hash = MessageDigest.getInstance("SHA-256").digest(thirdParty(file));

		assertThat(new String(thirdParty("README.md"), StandardCharsets.UTF_8))
			.contains(HexFormat.of().formatHex(hash) + "  " + file);
	}

	private static byte[] thirdParty(String file) throws IOException {
		try (InputStream content = FeishuSimulator.class.getResourceAsStream("third-party/" + file)) {
			return content.readAllBytes();
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "/index.html", "/webjars/", "/webjars/marked/17.0.1/package.json", "/../page.js",
			"/webjars/../../../../logback.xml", "/webjars/%2e%2e/%2e%2e/FeishuSimulator.class", "/%zz", "//",
			"/page.js/" })
	void fileWhenNotPartOfPageThen404(String path, FeishuSimulator feishu) {
		assertThat(new TestClient(feishu).get(path).status()).isEqualTo(404);
	}

	@Test
	void eventsWhenCardIsSentAndDeletedThenTellState(FeishuSimulator feishu) {
		TestClient client = new TestClient(feishu);
		SimulatedChat chat = feishu.createChat("ada", "bob");

		StepVerifier.create(states(feishu, "?chat=" + chat.id()).map(PageTests::titlesOnScreens).distinctUntilChanged())
			.expectNext("ada[] bob[]")
			.then(() -> client.send(chat, "ada", "Lunch?"))
			.expectNext("ada[Lunch?] bob[]")
			.then(() -> client.delete(chat.seenBy("ada").get(0).messageId()))
			.expectNext("ada[] bob[]")
			.thenCancel()
			.verify(TIMEOUT);
	}

	@Test
	void eventsWhenNoChatIsNamedThenShowFirstAndListAll(FeishuSimulator feishu) {
		SimulatedChat lunch = feishu.chat("Lunch").members("ada").create();
		feishu.chat("Tea").members("ada").create();

		JsonNode state = states(feishu, "").blockFirst(TIMEOUT);

		assertThat(state).isNotNull();
		assertThat(state.path("chat").path("id").asString()).isEqualTo(lunch.id());
		assertThat(state.path("chats").valueStream().map((chat) -> chat.path("name").asString()))
			.containsExactly("Lunch", "Tea");
	}

	@ParameterizedTest
	@CsvSource({ "Asia/Shanghai, Asia/Shanghai", "+05:30, +05:30", "UTC+8, +08:00", "Z, UTC" })
	void eventsWhenMemberHasZoneThenTellItAsBrowsersKnowIt(ZoneId zone, String told, FeishuSimulator feishu) {
		SimulatedChat chat = feishu.createChat("ada");
		chat.setTimeZone("ada", zone);
		chat.setLanguage("ada", Locale.SIMPLIFIED_CHINESE);

		JsonNode member = states(feishu, "").blockFirst(TIMEOUT).at("/chat/members/0");

		assertThat(member.path("zone").asString()).isEqualTo(told);
		assertThat(member.path("language").asString()).isEqualTo("zh-CN");
	}

	@ParameterizedTest
	@ValueSource(strings = { "oc_gone", "%zz", "" })
	void eventsWhenChatIsUnknownThenTellNoChat(String chat, FeishuSimulator feishu) {
		feishu.createChat("ada");

		StepVerifier.create(states(feishu, "?chat=" + chat))
			.assertNext((state) -> assertThat(state.has("chat")).isFalse())
			.thenCancel()
			.verify(TIMEOUT);
	}

	@Test
	void eventsWhenMemberIsOfflineThenTellSo(FeishuSimulator feishu) {
		feishu.createChat("ada").goOffline("ada");

		StepVerifier.create(states(feishu, ""))
			.assertNext((state) -> assertThat(state.at("/chat/members/0/online").asBoolean()).isFalse())
			.thenCancel()
			.verify(TIMEOUT);
	}

	@Test
	void eventsWhenMembersAreToldThenWithTheirIds(FeishuSimulator feishu) {
		SimulatedMember ada = feishu.createChat("ada").member("ada");

		StepVerifier.create(states(feishu, ""))
			.assertNext((state) -> assertThat(state.at("/chat/members/0").propertyStream())
				.extracting((property) -> property.getValue().asString(""))
				.contains(ada.name(), ada.openId(), ada.userId(), ada.email()))
			.thenCancel()
			.verify(TIMEOUT);
	}

	@Test
	void scriptsWhenTheyImportThenEachImportIsServed(FeishuSimulator feishu) {
		TestClient client = new TestClient(feishu);
		Set<String> seen = new LinkedHashSet<>(Set.of("/page.js", "/playground.js", "/preview.js"));
		Deque<String> waiting = new ArrayDeque<>(seen);

		while (!waiting.isEmpty()) {
			Answer script = client.get(waiting.remove());
			assertThat(script.status()).isEqualTo(200);
			IMPORT.matcher(script.text())
				.results()
				.map((match) -> match.group(1))
				.filter(seen::add)
				.forEach(waiting::add);
		}

		assertThat(seen).hasSizeGreaterThan(20);
	}

	private static Flux<JsonNode> states(FeishuSimulator feishu, String query) {
		return HttpClient.create()
			.baseUrl(feishu.baseUrl().toString())
			.get()
			.uri("/simulator/events" + query)
			.responseContent()
			.asString()
			.flatMapIterable((chunk) -> chunk.lines().toList())
			.filter((line) -> line.startsWith("data: "))
			.map((line) -> Json.parse(line.substring("data: ".length())));
	}

	private static String titlesOnScreens(JsonNode state) {
		return state.at("/chat/members")
			.valueStream()
			.map((member) -> member.path("name").asString() + member.path("messages")
				.valueStream()
				.map((shown) -> shown.at("/card/header/title/content").asString())
				.toList())
			.reduce((left, right) -> left + " " + right)
			.orElse("");
	}

}
