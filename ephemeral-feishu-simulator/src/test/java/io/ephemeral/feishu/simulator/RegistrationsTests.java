package io.ephemeral.feishu.simulator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class RegistrationsTests {

	private static final String BEGIN = "action=begin&archetype=PersonalAgent&auth_method=client_secret";

	private static final String ASKED = """
			{"preset": false, "scopes": {"tenant": ["im:message:send_as_bot", "im:unknown"], "user": []},
			"events": {"items": {"tenant": ["im.message.receive_v1"], "user": []}},
			"callbacks": {"items": ["card.action.trigger"]}}""";

	private final MutableClock clock = new MutableClock();

	private final FeishuSimulator feishu = FeishuSimulator.builder().clock(this.clock).start();

	@AfterEach
	void stop() {
		this.feishu.close();
	}

	@Test
	void scanWhenLinkAsksForSettingsThenAppHasTheKnownOnesOnly() {
		JsonNode code = post(BEGIN).body();
		assertThat(poll(code)).isEqualTo("authorization_pending");

		this.feishu.registrations().scan(link(code, ASKED), "ada");

		assertThat(this.feishu.registrations().scopes()).containsExactly("im:message:send_as_bot");
		assertThat(this.feishu.registrations().events()).containsExactly("im.message.receive_v1");
		assertThat(this.feishu.registrations().callbacks()).containsExactly("card.action.trigger");
		this.clock.advance(Duration.ofSeconds(5));
		JsonNode app = post("action=poll&device_code=" + code.path("device_code").asString()).body();
		assertThat(app.path("client_id").asString()).isEqualTo(this.feishu.appId());
		assertThat(app.path("client_secret").asString()).isEqualTo(this.feishu.appSecret());
		assertThat(app.at("/user_info/open_id").asString()).isEqualTo(this.feishu.createChat("ada").openId("ada"));
		assertThat(poll(code)).as("the secret appears once").isEqualTo("invalid_grant");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"scopes\": {\"tenant\": [\"im:message:send_as_bot\"], \"app\": []}}",
			"{\"scopes\": {\"tenant\": [\"im:message:send_as_bot\"]}, \"avatar\": 1}", "[", "" })
	void scanWhenSettingsHaveAnythingElseThenAllOfThemAreIgnored(String addons) {
		this.feishu.registrations().scan(link(post(BEGIN).body(), addons), "ada");

		assertThat(this.feishu.registrations().scopes()).isEmpty();
	}

	@Test
	void scanWhenNamesAreDroppedThenAppLacksThem() {
		this.feishu.registrations().drop("card.action.trigger");

		this.feishu.registrations().scan(link(post(BEGIN).body(), ASKED), "ada");

		assertThat(this.feishu.registrations().callbacks()).isEmpty();
		assertThat(this.feishu.registrations().events()).hasSize(1);
	}

	@Test
	void scanWhenLinkIsForUpdateThenAppKeepsItsSettings() {
		this.feishu.grantOnly("im:chat:readonly");
		String update = "&clientID=" + this.feishu.appId();

		this.feishu.registrations().scan(URI.create(link(post(BEGIN).body(), ASKED) + update), "ada");

		assertThat(this.feishu.registrations().scopes()).containsExactlyInAnyOrder("im:chat:readonly",
				"im:message:send_as_bot");
		assertThatIllegalArgumentException().isThrownBy(() -> this.feishu.registrations()
			.scan(URI.create(link(post(BEGIN).body(), ASKED) + "&clientID=cli_other"), "ada"));
	}

	@Test
	void pollWhenRegistrationEndsThenErrorIsThatOfTheProtocol() {
		JsonNode denied = post(BEGIN).body();
		JsonNode expired = post(BEGIN).body();

		this.feishu.registrations().deny(link(denied, ASKED));
		this.feishu.registrations().expire();

		assertThat(poll(denied)).isEqualTo("access_denied");
		assertThat(poll(expired)).isEqualTo("expired_token");
		assertThatIllegalStateException()
			.isThrownBy(() -> this.feishu.registrations().scan(link(expired, ASKED), "ada"));
	}

	@Test
	void pollWhenTooEarlyThenEachOneMakesTheIntervalLonger() {
		JsonNode code = post(BEGIN).body();
		String form = "action=poll&device_code=" + code.path("device_code").asString();

		assertThat(post(form).body().path("error").asString()).isEqualTo("slow_down");
		assertThat(poll(code)).as("after 5 of 10 seconds").isEqualTo("slow_down");
		this.clock.advance(Duration.ofSeconds(15));
		assertThat(post(form).body().path("error").asString()).isEqualTo("authorization_pending");
	}

	@Test
	void pollWhenPersonBelongsToLarkThenBrandComesBeforeTheSecret() {
		this.feishu.registrations().moveToLark();
		JsonNode code = post(BEGIN).body();
		this.feishu.registrations().scan(link(code, ASKED), "ada");
		String form = "action=poll&device_code=" + code.path("device_code").asString();

		this.clock.advance(Duration.ofSeconds(5));
		JsonNode first = post(form).body();
		this.clock.advance(Duration.ofSeconds(5));
		JsonNode second = post(form).body();

		assertThat(first.at("/user_info/tenant_brand").asString()).isEqualTo("lark");
		assertThat(first.has("client_secret")).isFalse();
		assertThat(second.has("client_secret")).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "action=fly", "action=begin", "action=begin&archetype=PersonalAgent" })
	void postWhenFormIsIncompleteThenIsRefused(String form) {
		assertThat(post(form).status()).isEqualTo(400);
		assertThat(post(form).body().path("error").asString()).isEqualTo("invalid_request");
	}

	@Test
	void controlWhenUsedOverHttpThenScansOrDenies() {
		JsonNode scanned = post(BEGIN).body();
		JsonNode denied = post(BEGIN).body();

		assertThat(control("scan", link(scanned, ASKED))).isEqualTo(200);
		assertThat(control("deny", link(denied, ASKED))).isEqualTo(200);
		assertThat(control("fly", link(denied, ASKED))).isEqualTo(400);

		assertThat(this.feishu.registrations().scopes()).containsExactly("im:message:send_as_bot");
		assertThat(poll(denied)).isEqualTo("access_denied");
	}

	private int control(String action, URI link) {
		String body = JsonNodeFactory.instance.objectNode()
			.put("action", action)
			.put("member", "ada")
			.put("link", link.toString())
			.toString();
		return new TestClient(this.feishu)
			.post(RegistrationControlApi.PATH, Map.of("Content-Type", "application/json"), body)
			.status();
	}

	private String poll(JsonNode code) {
		this.clock.advance(Duration.ofSeconds(5));
		return post("action=poll&device_code=" + code.path("device_code").asString()).body().path("error").asString("");
	}

	private TestClient.Answer post(String form) {
		return new TestClient(this.feishu).post("/oauth/v1/app/registration",
				Map.of("Content-Type", "application/x-www-form-urlencoded"), form);
	}

	private static URI link(JsonNode code, String addons) {
		return URI.create(code.path("verification_uri_complete").asString() + "&from=sdk&addons=" + pack(addons));
	}

	private static String pack(String addons) {
		ByteArrayOutputStream packed = new ByteArrayOutputStream();
		try (OutputStream gzip = new GZIPOutputStream(packed)) {
			gzip.write(addons.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return Base64.getUrlEncoder().withoutPadding().encodeToString(packed.toByteArray());
	}

}
