package io.ephemeral.feishu.system.field;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.FeishuException;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.ephemeral.EphemeralCardTemplate;
import io.ephemeral.feishu.error.FeishuApiError;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.group.GroupCardTemplate;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import reactor.core.publisher.Mono;
import reactor.netty.DisposableServer;
import reactor.netty.http.server.HttpServer;
import reactor.netty.http.server.HttpServerRequest;
import reactor.netty.http.server.HttpServerResponse;
import reactor.netty.resources.LoopResources;
import tools.jackson.databind.JsonNode;

import org.springframework.boot.Banner;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

/**
 * Refusals of the platform from the field, and the errors that a caller receives.
 */
class FieldErrorTests {

	private static final Card CARD = Card.builder().title("Question").build();

	private static final String TOKEN = "{\"code\":0,\"msg\":\"ok\",\"tenant_access_token\":\"t-1\",\"expire\":7200}";

	@TestFactory
	Stream<DynamicTest> callWhenRefusedThenErrorSaysWhatIsWrong() {
		return FieldCase.tests("error", FieldErrorTests::check);
	}

	private static void check(FieldCase fieldCase) {
		// Separate threads, because the application ends shared threads.
		LoopResources threads = LoopResources.create("field", 1, true);
		DisposableServer platform = HttpServer.create()
			.host("127.0.0.1")
			.runOn(threads)
			.handle((request, response) -> answer(fieldCase, request, response))
			.bindNow();
		try (ConfigurableApplicationContext application = start(platform.port())) {
			FeishuException refusal = catchThrowableOfType(FeishuException.class,
					() -> call(fieldCase.call(), application));
			assertThat(refusal).isNotNull();
			check(fieldCase.expect(), refusal);
		}
		finally {
			platform.disposeNow();
			threads.dispose();
		}
	}

	private static Mono<Void> answer(FieldCase fieldCase, HttpServerRequest request, HttpServerResponse response) {
		boolean forToken = request.uri().contains("/auth/");
		response.header("Content-Type", "application/json; charset=utf-8");
		if (forToken != fieldCase.where().equals("token")) {
			return response.sendString(Mono.just(forToken ? TOKEN : "{\"code\":0,\"data\":{\"message_id\":\"om_1\"}}"))
				.then();
		}
		return response.status(fieldCase.input().path("status").intValue())
			.sendString(Mono.just(fieldCase.input().path("body").toString()))
			.then();
	}

	private static ConfigurableApplicationContext start(int port) {
		return new SpringApplicationBuilder(Application.class).web(WebApplicationType.NONE)
			.bannerMode(Banner.Mode.OFF)
			.logStartupInfo(false)
			.registerShutdownHook(false)
			.properties("feishu.app-id=cli_1", "feishu.app-secret=secret-1", "feishu.base-url=http://127.0.0.1:" + port)
			.run();
	}

	private static void call(String call, ApplicationContext application) {
		EphemeralCardTemplate cards = application.getBean(EphemeralCardTemplate.class);
		switch (call) {
			case "send" -> cards.send(new ChatId("oc_1"), Viewer.openId("ou_1"), CARD);
			case "delete" -> cards.delete(new MessageId("om_1"));
			case "group" -> application.getBean(GroupCardTemplate.class).send(new ChatId("oc_1"), CARD);
			default -> throw new IllegalStateException("Unknown call " + call);
		}
	}

	private static void check(JsonNode expect, FeishuException refusal) {
		assertThat(expect.propertyNames()).isNotEmpty().allSatisfy((name) -> check(name, expect.path(name), refusal));
	}

	private static void check(String name, JsonNode expected, FeishuException refusal) {
		switch (name) {
			case "category" -> assertThat(error(refusal).category()).hasToString(expected.stringValue());
			case "categoryNot" -> assertThat(error(refusal).category().name()).isNotEqualTo(expected.stringValue());
			case "path" -> assertThat(error(refusal).innerPath()).isEqualTo(expected.stringValue());
			case "logId" -> assertThat(error(refusal).logId()).isEqualTo(expected.stringValue());
			case "scopes" -> assertThat(error(refusal).missingScopes()).hasSize(expected.intValue());
			case "hintContains" -> assertThat(expected).allSatisfy(
					(words) -> assertThat(hint(refusal)).contains(words.stringValue().toLowerCase(Locale.ROOT)));
			case "hintNot" -> assertThat(expected).allSatisfy(
					(words) -> assertThat(hint(refusal)).doesNotContain(words.stringValue().toLowerCase(Locale.ROOT)));
			case "messageContains" -> assertThat(expected)
				.allSatisfy((words) -> assertThat(refusal).hasMessageContaining(words.stringValue()));
			case "messageNot" -> assertThat(expected)
				.allSatisfy((words) -> assertThat(refusal.getMessage()).doesNotContain(words.stringValue()));
			default -> throw new IllegalStateException("Unknown expectation " + name);
		}
	}

	private static String hint(FeishuException refusal) {
		return Objects.requireNonNullElse(error(refusal).hint(), "").toLowerCase(Locale.ROOT);
	}

	/**
	 * Returns the error of the platform. For a refused token, it is the cause of the
	 * exception.
	 */
	private static FeishuApiError error(FeishuException refusal) {
		Throwable error = (refusal instanceof FeishuApiException) ? refusal : refusal.getCause();
		assertThat(error).isInstanceOf(FeishuApiException.class);
		return ((FeishuApiException) error).error();
	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	static class Application {

	}

}
