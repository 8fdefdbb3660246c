package io.ephemeral.feishu.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.ephemeral.feishu.simulator.TestClient.Answer;
import io.ephemeral.feishu.simulator.api.PlannedFault;
import io.ephemeral.feishu.simulator.junit.FeishuSimulatorExtension;
import io.netty.handler.codec.http.HttpMethod;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@ExtendWith(FeishuSimulatorExtension.class)
class FaultsTests {

	static final List<Fault> BROKEN_AFTER_PROCESSING = List.of(Fault.answerLost(), Fault.reset(),
			Fault.lengthTooLarge());

	private final FeishuSimulator feishu;

	private final TestClient client;

	private SimulatedChat chat;

	FaultsTests(FeishuSimulator feishu) {
		this.feishu = feishu;
		this.client = new TestClient(feishu);
	}

	@BeforeEach
	void createChat() {
		this.chat = this.feishu.createChat("ada");
	}

	@ParameterizedTest
	@FieldSource("BROKEN_AFTER_PROCESSING")
	void requestWhenAnswerIsBrokenThenIsCarriedOutAndClientFails(Fault fault) {
		this.feishu.faults().on(TestClient.SEND).next().meet(fault);

		assertThatThrownBy(this::send).hasMessageMatching("(?s).*(prematurely|reset by peer).*");

		assertThat(this.chat.seenBy("ada")).hasSize(1);
		assertThat(sent().processed()).isTrue();
		assertThat(sent().code()).isZero();
	}

	@Test
	void requestWhenLostThenIsRecordedButNotCarriedOut() {
		this.feishu.faults().on(TestClient.SEND).next().meet(Fault.requestLost());

		assertThatThrownBy(this::send).hasMessageMatching("(?s).*(prematurely|reset by peer).*");

		assertThat(this.chat.seenBy("ada")).isEmpty();
		assertThat(sent().processed()).isFalse();
		assertThat(sent().status()).isZero();
		assertThat(sent().body()).isEmpty();
	}

	@Test
	void answerWhenTruncatedThenIsHalfOfTheJsonWithItsLength() {
		this.feishu.faults().on(TestClient.SEND).next().meet(Fault.truncated());

		Answer answer = send();

		assertThat(answer.text()).startsWith("{\"code\":0").doesNotEndWith("}");
		assertThat(answer.headers().getInt("Content-Length")).isEqualTo(answer.text().length());
		assertThat(this.chat.seenBy("ada")).hasSize(1);
	}

	@Test
	void answerWhenEmptyThenHasNoBody() {
		this.feishu.faults().on(TestClient.SEND).next().meet(Fault.empty());

		assertThat(send().text()).isEmpty();
		assertThat(this.chat.seenBy("ada")).hasSize(1);
	}

	@Test
	void answerWhenLengthIsTooSmallThenClientSeesTheBeginning() {
		this.feishu.faults().on(TestClient.SEND).next().meet(Fault.lengthTooSmall());

		assertThat(send().text()).startsWith("{\"code\":0").doesNotEndWith("}");
		assertThat(this.chat.seenBy("ada")).hasSize(1);
	}

	@Test
	void answerWhenSlowThenComesWhole() {
		this.feishu.faults().on(TestClient.SEND).next().meet(Fault.slow(Duration.ofMillis(100)));

		assertThat(send().messageId()).isEqualTo(this.chat.seenBy("ada").get(0).messageId());
	}

	@Test
	void answerWhenDelayedThenComesAfterRequestWasCarriedOut() {
		this.feishu.faults().on(TestClient.SEND).next().meet(Fault.delay(Duration.ofMillis(50)));

		long start = System.nanoTime();
		assertThat(send().code()).isZero();
		assertThat(System.nanoTime() - start).isGreaterThan(50_000_000);
	}

	@Test
	void answerWhenHtmlThenIsPageOfGateway() {
		this.feishu.faults().on(TestClient.SEND).next().meet(Fault.html(502));

		Answer answer = send();

		assertThat(answer.status()).isEqualTo(502);
		assertThat(answer.headers().get("Content-Type")).isEqualTo("text/html");
		assertThat(answer.text()).contains("<h1>502</h1>");
		assertThat(this.chat.seenBy("ada")).isEmpty();
		assertThat(sent().code()).isEqualTo(-1);
	}

	@Test
	void answerWhenHtmlComesAfterProcessingThenCardIsSeen() {
		this.feishu.faults().on(TestClient.SEND).next().meet(Fault.html(504).afterProcessing());

		assertThat(send().status()).isEqualTo(504);
		assertThat(this.chat.seenBy("ada")).hasSize(1);
		assertThat(sent().processed()).isTrue();
	}

	@Test
	void answerWhenErrorThenHasShapeOfPlatform() {
		this.feishu.faults().on(TestClient.SEND).next().meet(Fault.error(230002));

		Answer answer = send();

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo(230002);
		assertThat(answer.body().path("error").path("log_id").asString()).isEqualTo(answer.headers().get("X-Tt-Logid"));
		assertThat(this.chat.seenBy("ada")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 429 })
	void answerWhenThrottledForSomeTimeThenHeadersTellIt(int status) {
		this.feishu.faults().on(TestClient.SEND).next().meet(Fault.throttled(status, Duration.ofSeconds(3)));

		Answer answer = send();

		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.code()).isEqualTo(99991400);
		assertThat(answer.headers().get("x-ogw-ratelimit-reset")).isEqualTo("3");
		assertThat(answer.headers().get("x-ogw-ratelimit-limit")).isNotBlank();
	}

	@Test
	void answerWhenQuotaIsExceededThen99991403WithStatus429() {
		this.feishu.faults().on(TestClient.SEND).next().meet(Fault.quotaExceeded());

		Answer answer = send();

		assertThat(answer.status()).isEqualTo(429);
		assertThat(answer.code()).isEqualTo(99991403);
		assertThat(answer.headers().get("x-ogw-ratelimit-reset")).isNull();
		assertThat(this.chat.seenBy("ada")).isEmpty();
	}

	@Test
	void answerWhenFieldIsViolatedThen99992402NamesIt() {
		this.feishu.faults().on(TestClient.SEND).next().meet(Fault.fieldViolation("uuid", "the max len is 50"));

		Answer answer = send();

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.code()).isEqualTo(99992402);
		assertThat(answer.violatedField()).isEqualTo("uuid");
		assertThat(answer.body().at("/error/log_id").asString()).isEqualTo(answer.headers().get("X-Tt-Logid"));
	}

	@Test
	void answerWhenThrottledThenHasNoHeaders() {
		this.feishu.faults().on(TestClient.SEND).next().meet(Fault.throttled());

		assertThat(send().headers().get("x-ogw-ratelimit-reset")).isNull();
	}

	@Test
	void faultsWhenPlannedInARowThenAreMetInARow() {
		this.feishu.faults().on(TestClient.SEND).next(2).meet(Fault.error(230020));
		this.feishu.faults().on("POST", "/open-apis/ephemeral/:version/send").next().meet(Fault.error(1500));

		assertThat(Stream.generate(this::send).limit(4)).extracting(Answer::code)
			.containsExactly(230020, 230020, 1500, 0);
	}

	@Test
	void faultsWhenForAllRequestsThenEndWhenCleared() {
		this.feishu.faults().onEveryOperation().all().meet(Fault.error(200, 5000, "internal"));

		assertThat(this.client.fetchToken().code()).isEqualTo(5000);
		assertThat(this.client.fetchToken().status()).isEqualTo(200);
		this.feishu.faults().clear();
		assertThat(send().code()).isZero();
	}

	@Test
	void faultsWhenForOtherMethodOrPathThenAreNotMet() {
		this.feishu.faults().on("DELETE", TestClient.SEND).all().meet(Fault.error(1500));
		this.feishu.faults().on("/open-apis/ephemeral/v1").all().meet(Fault.error(1500));

		assertThat(send().code()).isZero();
	}

	@Test
	void faultsWhenSimulatorIsResetThenAreForgotten() {
		this.feishu.faults().onEveryOperation().all().meet(Fault.error(1500));

		this.feishu.reset();

		assertThat(this.client.fetchToken().code()).isZero();
	}

	@ParameterizedTest
	@ValueSource(strings = { "delay", "request-lost", "answer-lost", "reset", "truncated", "empty", "length-too-large",
			"length-too-small", "slow", "html", "error", "throttled", "quota-exceeded", "field-violation", "answer" })
	void planByHttpWhenFaultIsNamedThenRequestMeetsIt(String name) {
		assertThat(plan("""
				{"fault":"%s","method":"POST","path":"/open-apis/ephemeral/v1/send","next":1,
				"duration":10,"code":1500,"message":"m","contentType":"text/plain","body":"b",
				"field":"uuid","description":"d"}""".formatted(name)).code()).isZero();

		assertThat(this.feishu.faults().next("POST", TestClient.SEND)).hasToString(name);
		assertThat(this.feishu.faults().next("POST", TestClient.SEND)).isSameAs(PlannedFault.NONE);
	}

	@Test
	void planByHttpWhenProcessedThenRequestIsCarriedOut() {
		plan("""
				{"fault":"error","code":2200,"status":500,"processed":true}""");

		assertThat(this.feishu.faults().next("POST", TestClient.SEND).processed()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "fault", "next", "status", "code", "reset", "duration", "path", "contentType", "field" })
	void planByHttpWhenFieldIsBadThenIsNamed(String field) {
		Map<String, String> faults = Map.of("status", "html", "code", "error", "reset", "throttled", "duration", "slow",
				"contentType", "answer", "field", "field-violation");
		String fault = faults.getOrDefault(field, "empty");
		Answer answer = plan(field.equals("fault") ? "{\"fault\":\"none\"}"
				: "{\"fault\":\"%s\",\"%s\":\"\"}".formatted(fault, field));

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.violatedField()).isEqualTo(field);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"fault\":\"html\",\"status\":20}", "{\"fault\":\"slow\",\"duration\":0}",
			"{\"fault\":\"html\",\"next\":0}", "{\"fault\":\"request-lost\",\"processed\":true}" })
	void planByHttpWhenValueIsOutOfRangeThenIsRefused(String body) {
		assertThat(plan(body).status()).isEqualTo(400);
	}

	@Test
	void planByHttpWhenFieldIsUnknownThenIsRefused() {
		assertThat(plan("{\"fault\":\"empty\",\"times\":3}").violatedField()).isEqualTo("times");
	}

	@Test
	void planByHttpWhenMadeThenIsNotRecordedAndCanBeCleared() {
		plan("{\"fault\":\"empty\"}");
		this.client.exchange(HttpMethod.DELETE, FaultApi.PATH, Map.of(), "").block();

		assertThat(this.feishu.faults().next("POST", TestClient.SEND)).isSameAs(PlannedFault.NONE);
		assertThat(this.feishu.requests()).isEmpty();
	}

	@Test
	void planWhenOutOfRangeThenFails() {
		Faults.Requests requests = this.feishu.faults().on(TestClient.SEND);

		assertThatIllegalArgumentException().isThrownBy(() -> requests.next(0));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.delay(Duration.ZERO));
		assertThatIllegalArgumentException().isThrownBy(() -> Fault.html(99));
		assertThatIllegalStateException().isThrownBy(() -> Fault.requestLost().afterProcessing());
	}

	private Answer plan(String body) {
		return this.client.post(FaultApi.PATH, Map.of("Content-Type", "application/json"), body);
	}

	private Answer send() {
		return this.client.send(this.chat, "ada", "Lunch?");
	}

	private RecordedRequest sent() {
		return this.feishu.requestsTo(TestClient.SEND).get(0);
	}

}
