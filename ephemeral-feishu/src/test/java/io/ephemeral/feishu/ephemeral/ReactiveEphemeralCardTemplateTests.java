package io.ephemeral.feishu.ephemeral;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.ThreadId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.CardMessages;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.CardValidation;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import io.ephemeral.feishu.chat.UnsupportedPlaceException;
import io.ephemeral.feishu.ephemeral.FakePlatform.Fault;
import io.ephemeral.feishu.error.ChatUnsupportedException;
import io.ephemeral.feishu.error.DeliveryUnknownException;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.error.ViewerNotReachableException;
import io.ephemeral.feishu.limit.CallPriority;
import io.ephemeral.feishu.limit.Permit;
import io.ephemeral.feishu.limit.PermitRequest;
import io.ephemeral.feishu.limit.PermitUnavailableException;
import io.ephemeral.feishu.limit.RateLimitPolicy;
import io.ephemeral.feishu.limit.RateLimiter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class ReactiveEphemeralCardTemplateTests {

	private static final ChatId CHAT = new ChatId("oc_1");

	private static final Viewer ADA = Viewer.openId("ou_ada");

	private static final Viewer BOB = Viewer.openId("ou_bob");

	private static final CardContent CARD = RawCard.parse("{\"schema\":\"2.0\"}");

	private final FakePlatform platform = new FakePlatform();

	private final ReactiveEphemeralCardTemplate cards = new ReactiveEphemeralCardTemplate(this.platform.client());

	@Test
	void sendAllWhenSomeFailThenEachViewerHasTheirOutcome() {
		List<Viewer> viewers = viewers(500);
		IntStream.range(0, 500)
			.filter((i) -> i % 33 == 0)
			.limit(15)
			.forEach((i) -> this.platform.plan("ou_" + i, Fault.refused(11206)));
		IntStream.of(101, 202, 304).forEach((i) -> this.platform.plan("ou_" + i, Fault.ANSWER_LOST));
		IntStream.of(401, 402).forEach((i) -> this.platform.plan("ou_" + i, Fault.refused(5000)));

		List<SendOutcome> outcomes = outcomes(viewers);

		assertThat(outcomes).extracting(SendOutcome::viewer).containsExactlyInAnyOrderElementsOf(viewers);
		assertThat(outcomes).filteredOn(SendOutcome.Refused.class::isInstance)
			.extracting(SendOutcome::viewer)
			.containsExactlyInAnyOrderElementsOf(IntStream.range(0, 15).mapToObj((i) -> viewers.get(33 * i)).toList());
		assertThat(outcomes).filteredOn(SendOutcome.Unknown.class::isInstance)
			.extracting(SendOutcome::viewer)
			.containsExactlyInAnyOrderElementsOf(IntStream.of(101, 202, 304, 401, 402).mapToObj(viewers::get).toList());
		assertThat(this.platform.requests).hasSize(500);
		assertThat(this.platform.viewers.values()).doesNotHaveDuplicates().hasSize(483);
	}

	@Test
	void sendAllWhenViewerComesTwiceThenIsShownOneCard() {
		List<SendOutcome> outcomes = outcomes(List.of(ADA, BOB, ADA));

		assertThat(outcomes).extracting(SendOutcome::viewer).containsExactlyInAnyOrder(ADA, BOB);
		assertThat(this.platform.shown).hasSize(2);
	}

	@Test
	void sendAllWhenAddressesDifferInCaseThenIsShownOneCard() {
		assertThat(outcomes(List.of(Viewer.email("ada@example.com"), Viewer.email("Ada@Example.com ")))).hasSize(1);
	}

	@Test
	void sendAllWhenCardBreaksRuleThenNothingIsSent() {
		CardContent invalid = RawCard.parse("{\"schema\":\"2.0\",\"body\":{\"elements\":[{\"tag\":\"audio\"}]}}");

		StepVerifier.create(this.cards.sendAll(CHAT, viewers(3), invalid)).verifyError(InvalidCardException.class);
		assertThat(this.platform.requests).isEmpty();
	}

	@Test
	void sendAllWhenOneViewersCardFailsThenOthersAreSentTheirs() {
		IllegalStateException failure = new IllegalStateException("no card");

		List<SendOutcome> outcomes = this.cards.sendAll(CHAT, List.of(ADA, BOB), (viewer) -> {
			if (viewer.equals(ADA)) {
				throw failure;
			}
			return CARD;
		}).collectList().block();

		assertThat(outcomes).contains(new SendOutcome.Refused(ADA, failure))
			.anySatisfy((outcome) -> assertThat(outcome).isInstanceOf(SendOutcome.Sent.class));
	}

	@Test
	void sendAllWhenCardsAreEqualThenAreMadeReadyOnce() {
		AtomicInteger lookUps = new AtomicInteger();
		CardMessages messages = (code, arguments, locale) -> "text " + lookUps.incrementAndGet();
		ReactiveEphemeralCardTemplate template = new ReactiveEphemeralCardTemplate(this.platform.client(),
				new CardPreparation(messages, null, CardValidation.OFF));

		template.sendAll(CHAT, viewers(50), (viewer) -> messageCard()).blockLast();

		assertThat(this.platform.shown).hasSize(50);
		assertThat(lookUps).hasValue(1);
	}

	@Test
	void sendWhenCardIsOfJson2ThenReplyOfJson1IsFound() {
		CardPreparation preparation = CardPreparation.standard();
		SentCard sent = new ReactiveEphemeralCardTemplate(this.platform.client(), preparation).send(CHAT, ADA, CARD)
			.block();
		RawCard reply = RawCard.parse("{\"elements\":[]}");

		assertThatExceptionOfType(InvalidCardException.class)
			.isThrownBy(() -> preparation.forReply(reply, null, sent.messageId()))
			.withMessageContaining("200830");
		assertThat(preparation.forReply(reply, null, new MessageId("om_other"))).isEqualTo(reply);
	}

	@Test
	void sendAllWhenCardsHaveOptionsThenEachIsSentWithItsOwn() {
		List<String> lookUps = new ArrayList<>();
		CardMessages messages = (code, arguments, locale) -> {
			lookUps.add(locale.getLanguage());
			return "text";
		};
		ReactiveEphemeralCardTemplate template = new ReactiveEphemeralCardTemplate(this.platform.client(),
				new CardPreparation(messages, null, CardValidation.OFF));
		List<Locale> locales = List.of(Locale.ENGLISH, Locale.CHINESE);

		List<SendOutcome> outcomes = template
			.sendAll(IntStream.range(0, 300)
				.mapToObj((i) -> template.newCard(messageCard())
					.chat(CHAT)
					.viewer(Viewer.openId("ou_" + i))
					.locale(locales.get(i % 2))
					.expiresAfter(Duration.ofHours(1)))
				.toList())
			.collectList()
			.block();

		assertThat(outcomes).hasSize(300).allSatisfy((outcome) -> {
			SentCard sent = ((SendOutcome.Sent) outcome).card();
			int number = Integer.parseInt(((Viewer.OpenId) sent.viewer()).value().substring(3));
			assertThat(sent.locale()).isEqualTo(locales.get(number % 2));
			assertThat(sent.expiresAt()).isNotNull();
		});
		assertThat(lookUps).containsExactly("en", "zh");
	}

	@Test
	void sendAllWhenLimitsAreFullThenCardsOfNewCardWaitLongerThanOneThatIsSentAlone() {
		RecordingLimiter limiter = new RecordingLimiter();
		ReactiveEphemeralCardTemplate template = new ReactiveEphemeralCardTemplate(this.platform.client(limiter));

		template.sendAll(List.of(template.newCard(CARD).chat(CHAT).viewer(ADA),
				template.newCard(CARD).chat(CHAT).viewer(BOB).maxWait(Duration.ofHours(1))))
			.blockLast();

		assertThat(limiter.requests).extracting(PermitRequest::maxWait)
			.containsExactly(Duration.ofMinutes(10), Duration.ofHours(1));
		assertThat(limiter.requests).extracting(PermitRequest::priority).containsOnly(CallPriority.BULK);
	}

	@Test
	void sendAllWhenCardIsRefusedThenTakesItsOwnRoute() {
		this.platform.plan("ou_ada", Fault.refused(18053));
		this.platform.plan("ou_bob", Fault.refused(18053));

		List<SendOutcome> outcomes = this.cards.sendAll(List.of(
				this.cards.newCard(CARD)
					.chat(CHAT)
					.viewer(ADA)
					.orElse((card) -> Mono.just(card.sentAs(new MessageId("mail-1")))),
				this.cards.newCard(CARD).chat(CHAT).viewer(BOB)))
			.collectList()
			.block();

		assertThat(outcomes).filteredOn(SendOutcome.Sent.class::isInstance)
			.singleElement()
			.satisfies((outcome) -> assertThat(((SendOutcome.Sent) outcome).card().delivery())
				.isEqualTo(Delivery.OWN_ROUTE));
		assertThat(outcomes).filteredOn(SendOutcome.Refused.class::isInstance).hasSize(1);
	}

	@Test
	void sendAllWhenCardIsForTheSameViewerThenFirstIsSent() {
		assertThat(this.cards.sendAll(List.of(this.cards.newCard(CARD).chat(CHAT).viewer(ADA),
				this.cards.newCard(CARD).chat(CHAT).viewer(ADA).locale(Locale.CHINESE),
				this.cards.newCard(CARD).chat(new ChatId("oc_2")).viewer(ADA)))
			.collectList()
			.block()).hasSize(2);
	}

	@Test
	void sendAllWhenOneCallIsSlowThenStallsNobody() {
		this.platform.plan("ou_0", Fault.slow(Duration.ofSeconds(5)));

		StepVerifier.withVirtualTime(() -> this.cards.sendAll(CHAT, viewers(1000), CARD))
			.expectSubscription()
			.expectNextCount(999)
			.thenAwait(Duration.ofSeconds(5))
			.assertNext((outcome) -> assertThat(outcome.viewer()).isEqualTo(viewers(1).get(0)))
			.verifyComplete();
	}

	@Test
	void sendAllWhenThereAreVeryManyViewersThenCallsAreBounded() {
		List<Viewer> viewers = viewers(1_500);
		viewers.forEach((viewer) -> this.platform.plan(viewer.value(), Fault.slow(Duration.ofMillis(100))));

		StepVerifier.withVirtualTime(() -> this.cards.sendAll(CHAT, viewers, CARD))
			.thenAwait(Duration.ofMinutes(1))
			.expectNextCount(1_500)
			.verifyComplete();

		assertThat(this.platform.mostRunning()).isLessThanOrEqualTo(512);
	}

	@Test
	void sendAllWhenCancelledThenSendsNoMore() {
		this.cards.sendAll(CHAT, viewers(5000), CARD).take(10).blockLast();

		assertThat(this.platform.requests).hasSize(10);
	}

	@Test
	void replaceWhenOldCardIsDeletedThenIsComplete() {
		SentCard old = this.cards.send(CHAT, ADA, CARD).block();

		Replacement replacement = this.cards.replace(old, CARD).block();

		assertThat(replacement).isEqualTo(new Replacement.Complete(new SentCard(new MessageId("om_2"), CHAT, ADA)));
		assertThat(this.platform.requests).last().isEqualTo("/open-apis/ephemeral/v1/delete");
		assertThat(this.platform.deleted).containsOnlyKeys("om_1");
	}

	@Test
	void replaceWhenNewCardIsRefusedThenOldOneStays() {
		SentCard old = this.cards.send(CHAT, ADA, CARD).block();
		this.platform.plan("ou_ada", Fault.refused(11206));

		StepVerifier.create(this.cards.replace(old, CARD)).verifyError(ViewerNotReachableException.class);
		assertThat(this.platform.deleted).isEmpty();
	}

	@Test
	void replaceWhenCardWentOwnWayThenIsRefused() {
		SentCard own = new UndeliveredCard(CARD, CHAT, ADA, new InvalidCardException("")).sentAs(new MessageId("1"));

		assertThatIllegalArgumentException().isThrownBy(() -> this.cards.replace(own, CARD));
	}

	@Test
	void sendWhenConversationIsInThreadThenNothingIsSent() {
		StepVerifier.create(this.cards.newCard(CARD).chat(CHAT).viewer(ADA).thread(new ThreadId("omt_1")).send())
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(UnsupportedPlaceException.class)
				.hasMessage("Nothing was sent to oc_1, because ephemeral cards cannot be shown in a thread"));
		assertThat(this.platform.requests).isEmpty();
	}

	@Test
	void sendWhenConversationIsOutsideOfThreadsThenIsSent() {
		this.cards.newCard(CARD).chat(CHAT).viewer(ADA).thread(null).send().block();

		assertThat(this.platform.shown).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 18053, 11228, 10002, 11206 })
	void orDirectMessageWhenPlaceIsRefusedThenGoesToViewer(int code) {
		this.platform.plan("ou_ada", Fault.refused(code));

		SentCard sent = sendOrDirectly();

		assertThat(sent.delivery()).isEqualTo(Delivery.DIRECT_MESSAGE);
		assertThat(this.platform.requests).containsExactly("/open-apis/ephemeral/v1/send", "/open-apis/im/v1/messages");
	}

	@Test
	void maxWaitWhenLimitsTakeLongerThenNothingIsSent() {
		ReactiveEphemeralCardTemplate limited = new ReactiveEphemeralCardTemplate(
				this.platform.client(RateLimiter.slidingWindows(RateLimitPolicy.standard())));

		StepVerifier
			.withVirtualTime(() -> limited.sendAll(CHAT, viewers(40), CARD)
				.then(limited.newCard(CARD).chat(CHAT).viewer(ADA).maxWait(Duration.ofMillis(500)).send()))
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(PermitUnavailableException.class)
				.hasMessageContaining("40 calls in 1 s"));
		assertThat(this.platform.requests).hasSize(40);
	}

	@Test
	void orDirectMessageWhenConversationIsInThreadThenGoesToViewer() {
		SentCard sent = this.cards.newCard(CARD)
			.chat(CHAT)
			.viewer(ADA)
			.thread(new ThreadId("omt_1"))
			.orDirectMessage()
			.send()
			.block();

		assertThat(sent.delivery()).isEqualTo(Delivery.DIRECT_MESSAGE);
		assertThat(this.platform.requests).containsExactly("/open-apis/im/v1/messages");
	}

	@Test
	void orDirectMessageWhenCardIsShownThenSendsNothingElse() {
		assertThat(sendOrDirectly().delivery()).isEqualTo(Delivery.EPHEMERAL);
		assertThat(this.platform.requests).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 10029, 11246, 99991400, 99991672, 424242 })
	void orDirectMessageWhenRefusedForAnotherReasonThenSendsNothingElse(int code) {
		this.platform.plan("ou_ada", Fault.refused(code));

		assertThatExceptionOfType(FeishuApiException.class).isThrownBy(this::sendOrDirectly);
		assertThat(this.platform.requests).hasSize(1);
	}

	@Test
	void orDirectMessageWhenOutcomeIsUnknownThenSendsNothingElse() {
		for (Fault fault : List.of(Fault.ANSWER_LOST, Fault.refused(5000), Fault.refused(18121))) {
			this.platform.requests.clear();
			this.platform.plan("ou_ada", fault);

			assertThatExceptionOfType(DeliveryUnknownException.class).isThrownBy(this::sendOrDirectly);
			assertThat(this.platform.requests).hasSize(1);
		}
	}

	@Test
	void orDirectMessageWhenThatIsRefusedTooThenTellsBoth() {
		this.platform.plan("ou_ada", Fault.refused(18053), Fault.refused(230013));

		assertThatExceptionOfType(ViewerNotReachableException.class).isThrownBy(this::sendOrDirectly)
			.satisfies((error) -> assertThat(error.getSuppressed())
				.hasAtLeastOneElementOfType(ChatUnsupportedException.class));
	}

	@Test
	void orElseWhenPlaceIsRefusedThenTakesThatRoute() {
		this.platform.plan("ou_ada", Fault.refused(18053));
		List<UndeliveredCard> undelivered = new ArrayList<>();

		SentCard sent = this.cards.newCard(CARD).chat(CHAT).viewer(ADA).orElse((card) -> {
			undelivered.add(card);
			return Mono.just(card.sentAs(new MessageId("mail-1")));
		}).expiresAfter(Duration.ofMinutes(1)).send().block();

		assertThat(sent).isEqualTo(new SentCard(new MessageId("mail-1"), CHAT, ADA, Delivery.OWN_ROUTE, null, null));
		assertThat(undelivered).singleElement()
			.satisfies((card) -> assertThat(card.refusal()).isInstanceOf(ChatUnsupportedException.class));
	}

	@Test
	void orElseWhenRouteReturnsNoCardThenSaysHowToMakeIt() {
		this.platform.plan("ou_ada", Fault.refused(18053));

		StepVerifier.create(this.cards.newCard(CARD).chat(CHAT).viewer(ADA).orElse((card) -> Mono.empty()).send())
			.verifyErrorSatisfies((error) -> assertThat(error).isInstanceOf(IllegalStateException.class)
				.hasMessageContaining("sentAs")
				.hasCauseInstanceOf(ChatUnsupportedException.class));
	}

	@Test
	void orElseWhenDirectMessageIsPossibleThenIsNotAsked() {
		this.platform.plan("ou_ada", Fault.refused(18053));

		SentCard sent = this.cards.newCard(CARD)
			.chat(CHAT)
			.viewer(ADA)
			.orElse((card) -> Mono.error(new AssertionError()))
			.orDirectMessage()
			.send()
			.block();

		assertThat(sent.delivery()).isEqualTo(Delivery.DIRECT_MESSAGE);
	}

	@Test
	void orElseWhenDirectMessageIsRefusedTooThenTakesThatRoute() {
		this.platform.plan("ou_ada", Fault.refused(18053), Fault.refused(230053));

		SentCard sent = this.cards.newCard(CARD)
			.chat(CHAT)
			.viewer(ADA)
			.orDirectMessage()
			.orElse((card) -> Mono.just(card.sentAs(new MessageId("mail-1"))))
			.send()
			.block();

		assertThat(sent.delivery()).isEqualTo(Delivery.OWN_ROUTE);
	}

	@Test
	void deleteWhenCardWentDirectlyThenIsRecalled() {
		this.platform.plan("ou_ada", Fault.refused(18053));

		this.cards.delete(sendOrDirectly()).block();

		assertThat(this.platform.requests).last().isEqualTo("/open-apis/im/v1/messages/om_1");
	}

	private SentCard sendOrDirectly() {
		return this.cards.newCard(CARD).chat(CHAT).viewer(ADA).orDirectMessage().send().block();
	}

	private List<SendOutcome> outcomes(List<Viewer> viewers) {
		return this.cards.sendAll(CHAT, viewers, CARD).collectList().block();
	}

	private static List<Viewer> viewers(int count) {
		return IntStream.range(0, count).<Viewer>mapToObj((i) -> Viewer.openId("ou_" + i)).toList();
	}

	private static CardContent messageCard() {
		return Card.builder().add(Markdown.message("greeting")).build();
	}

	private static final class RecordingLimiter implements RateLimiter {

		private final List<PermitRequest> requests = new ArrayList<>();

		@Override
		public Mono<Permit> acquire(PermitRequest request) {
			this.requests.add(request);
			return RateLimiter.unlimited().acquire(request);
		}

	}

}
