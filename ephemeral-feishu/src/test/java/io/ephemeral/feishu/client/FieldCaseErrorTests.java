package io.ephemeral.feishu.client;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.auth.TenantTokenFilter;
import io.ephemeral.feishu.auth.TenantTokenProvider;
import io.ephemeral.feishu.auth.TokenSource;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.ephemeral.ReactiveEphemeralCardTemplate;
import io.ephemeral.feishu.group.ReactiveGroupCardTemplate;
import io.ephemeral.feishu.limit.RateLimiter;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpStatusCode;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Refusals that people report, from the folder that {@code -Dfield-cases=} names: what
 * the platform answers, and what a caller is to read.
 */
@EnabledIfSystemProperty(named = "field-cases", matches = ".+")
class FieldCaseErrorTests {

	private static final URI BASE_URL = URI.create("https://open.feishu.cn");

	private static final RawCard CARD = RawCard.parse("{\"schema\":\"2.0\",\"body\":{\"elements\":[]}}");

	@ParameterizedTest
	@MethodSource("cases")
	void errorWhenItComesAsReportedThenTellsWhatToDo(Path file) throws IOException {
		JsonNode fieldCase = JsonMapper.shared().readTree(Files.readString(file));
		JsonNode expected = fieldCase.path("expect");

		FeishuException error = catchThrowableOfType(FeishuException.class, () -> call(fieldCase).block());

		assertThat(texts(expected.path("messageContains")))
			.allSatisfy((text) -> assertThat(error).hasMessageContaining(text));
		if (error instanceof FeishuApiException refusal) {
			check(refusal, expected);
		}
		else {
			assertThat(expected.has("category")).isFalse();
		}
	}

	private static void check(FeishuApiException refusal, JsonNode expected) {
		String category = refusal.category().name();
		assertThat(category).isEqualTo(expected.path("category").asString(category))
			.isNotEqualTo(expected.path("categoryNot").asString(""));
		assertThat(refusal.logId()).isEqualTo(expected.path("logId").asString(refusal.logId()));
		String path = refusal.error().innerPath();
		assertThat(path).isEqualTo(expected.path("path").asString(path));
		int scopes = refusal.error().missingScopes().size();
		assertThat(scopes).isEqualTo(expected.path("scopes").asInt(scopes));
		String hint = (refusal.hint() != null) ? refusal.hint() : "";
		assertThat(texts(expected.path("hintContains"))).allSatisfy((text) -> assertThat(hint).contains(text));
		assertThat(texts(expected.path("hintNot"))).allSatisfy((text) -> assertThat(hint).doesNotContain(text));
	}

	private static Mono<?> call(JsonNode fieldCase) {
		WebClient.Builder builder = WebClient.builder().exchangeFunction((request) -> respond(fieldCase, request));
		TenantTokenProvider tokens = new TenantTokenProvider(
				TokenSource.selfBuilt(FeishuWebClient.unauthenticated(builder, BASE_URL, RetryPolicy.none()),
						new AppCredentials("cli_1", "secret-1"), Clock.systemUTC()),
				TenantTokenProvider.STANDARD_REFRESH_AHEAD, Clock.systemUTC());
		WebClient client = FeishuWebClient.authenticated(builder, BASE_URL, new TenantTokenFilter(tokens, BASE_URL),
				RetryPolicy.none(), RateLimiter.unlimited());
		String call = fieldCase.path("call").stringValue();
		return switch (call) {
			case "send" ->
				new ReactiveEphemeralCardTemplate(client).send(new ChatId("oc_1"), Viewer.openId("ou_1"), CARD);
			case "delete" -> new ReactiveEphemeralCardTemplate(client).delete(new MessageId("om_1"));
			case "group" ->
				new ReactiveGroupCardTemplate(client, CardPreparation.standard()).send(new ChatId("oc_1"), CARD);
			default -> throw new IllegalArgumentException(call);
		};
	}

	private static Mono<ClientResponse> respond(JsonNode fieldCase, ClientRequest request) {
		boolean ofToken = request.url().getPath().contains("/auth/");
		if (ofToken != fieldCase.path("where").stringValue().equals("token")) {
			return Mono.just(response(200, "{\"code\":0,\"tenant_access_token\":\"t-1\",\"expire\":7200}"));
		}
		JsonNode input = fieldCase.path("input");
		return Mono.just(response(input.path("status").intValue(), input.path("body").toString()));
	}

	private static ClientResponse response(int status, String body) {
		return ClientResponse.create(HttpStatusCode.valueOf(status))
			.header("Content-Type", "application/json")
			.body(body)
			.build();
	}

	private static List<String> texts(JsonNode list) {
		return list.valueStream().map(JsonNode::stringValue).toList();
	}

	private static List<Path> cases() {
		try (Stream<Path> files = Files.list(Path.of(System.getProperty("field-cases")))) {
			return files.filter((file) -> file.toString().endsWith(".json"))
				.filter((file) -> JsonMapper.shared().readTree(file.toFile()).path("kind").asString("").equals("error"))
				.sorted()
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
