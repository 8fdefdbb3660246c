package io.ephemeral.feishu.seal;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MutableClock;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.auth.AppCredentials;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import io.ephemeral.feishu.seal.SealRefusedException.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/**
 * Tests of {@link SealOpener} and {@link ActionSealer}.
 */
class SealOpenerTests {

	private static final AppCredentials APP = new AppCredentials("cli_1", "secret-1");

	private static final Viewer ADA = Viewer.openId("ou_ada");

	private static final Viewer ADA_IN_TENANT = Viewer.userId("ada");

	private static final SealPlace PLACE = new SealPlace(new TenantKey("tenant-1"), new ChatId("oc_1"));

	private static final SealPlace ANYWHERE = new SealPlace(null, null);

	private static final Instant NOW = Instant.ofEpochSecond(1_700_000_000);

	private final MutableClock clock = new MutableClock(NOW);

	private final SealOpener opener = new SealOpener(APP, List.of(), this.clock);

	@Test
	void openWhenClickIsAllowedThenIsTheState() {
		OpenedSeal opened = open(click(text(Seal.forViewer(ADA))));

		assertThat(opened.state()).hasToString("{\"order\":\"order-4711\",\"amount\":3}");
		assertThat(opened.onceId()).isNull();
	}

	@Test
	void sealWhenCardIsReadThenShowsNothingOfTheState() {
		JsonNode value = value(Seal.forViewer(ADA).once().until(NOW), ANYWHERE);

		assertThat(value.path("action").stringValue()).isEqualTo("Approve");
		assertThat(value.propertyNames()).containsExactlyInAnyOrder("action", Seal.MEMBER);
		assertThat(new String(Base64.getUrlDecoder().decode(value.path(Seal.MEMBER).stringValue()),
				StandardCharsets.ISO_8859_1))
			.doesNotContain("order", "4711", "ou_ada", "once", "until");
	}

	@Test
	void sealWhenCardIsSealedTwiceThenDiffers() {
		assertThat(text(Seal.forAnyone())).isNotEqualTo(text(Seal.forAnyone()));
	}

	@Test
	void sealWhenActionsAreInOneCardThenEachHasItsOwnId() {
		Card card = Card.builder()
			.add(Button.builder("One").callback(new Approve("1", 1), Seal.forAnyone().once()))
			.add(Button.builder("Two").callback(new Approve("2", 2), Seal.forAnyone().once()))
			.build();
		JsonNode sealed = seal(card, PLACE);

		assertThat(Stream.of(0, 1)
			.map((index) -> open(
					click(sealed.at("/body/elements/" + index + "/behaviors/0/value/" + Seal.MEMBER).stringValue())))
			.map(OpenedSeal::onceId)).doesNotContainNull().doesNotHaveDuplicates();
	}

	@Test
	void sealWhenStateIsTooLargeThenNamesTheAction() {
		Card card = card(new Approve("x".repeat(1500), 1), Seal.forAnyone());

		assertThatExceptionOfType(InvalidCardException.class).isThrownBy(() -> seal(card, PLACE))
			.withMessageContaining("'Approve'")
			.withMessageContaining("2048")
			.withMessageNotContaining("xxx");
	}

	/** Changes one random bit at a time. */
	@Test
	void openWhenAnyBitIsChangedThenIsForged() {
		byte[] sealed = Base64.getUrlDecoder().decode(text(Seal.forViewer(ADA).once().until(NOW)));
		Random random = new Random(20);
		for (int flip = 0; flip < 100_000; flip++) {
			byte[] changed = sealed.clone();
			changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));

			assertRefused(click(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)), Reason.FORGED);
		}
	}

	@Test
	void openWhenSameBytesAreWrittenInAnotherWayThenIsForged() {
		String text = text(Seal.forAnyone());

		assertRefused(click(text + "="), Reason.FORGED);
		assertRefused(click(text.replace('-', '+').replace('_', '/') + "=="), Reason.FORGED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "!", "AAAA", "null", "{}" })
	void openWhenTextIsNoSealThenIsForged(String text) {
		assertRefused(click(text), Reason.FORGED);
	}

	@ParameterizedTest
	@MethodSource("otherPlaces")
	void openWhenPlaceIsAnotherThenIsForged(SealPlace place) {
		assertRefused(new SealedClick(text(Seal.forViewer(ADA)), "Approve", place, Set.of(ADA)), Reason.FORGED);
	}

	static Stream<SealPlace> otherPlaces() {
		return Stream.of(ANYWHERE, new SealPlace(PLACE.tenant(), new ChatId("oc_2")),
				new SealPlace(PLACE.tenant(), null), new SealPlace(new TenantKey("tenant-2"), PLACE.chat()),
				new SealPlace(null, PLACE.chat()));
	}

	@Test
	void openWhenPlaceWasNotKnownThenIsValidAnywhere() {
		String text = value(Seal.forAnyone(), ANYWHERE).path(Seal.MEMBER).stringValue();

		assertThat(open(click(text)).state()).isNotEmpty();
	}

	@Test
	void openWhenActionIsAnotherThenIsForged() {
		assertRefused(new SealedClick(text(Seal.forAnyone()), "Decline", PLACE, Set.of(ADA)), Reason.FORGED);
	}

	@Test
	void openWhenCardIsAnotherThenIsForged() {
		byte[] first = Base64.getUrlDecoder().decode(text(Seal.forAnyone()));
		byte[] second = Base64.getUrlDecoder().decode(text(Seal.forAnyone()));
		System.arraycopy(first, 1, second, 1, SealText.CARD_LENGTH);

		assertRefused(click(Base64.getUrlEncoder().withoutPadding().encodeToString(second)), Reason.FORGED);
	}

	@Test
	void openWhenAppIsAnotherThenIsForged() {
		SealOpener other = new SealOpener(new AppCredentials("cli_2", "secret-1"), List.of(), this.clock);

		assertThatExceptionOfType(SealRefusedException.class)
			.isThrownBy(() -> other.open(click(text(Seal.forAnyone()))).block())
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(Reason.FORGED));
	}

	@Test
	void openWhenSecretHasChangedThenOnlyFormerSecretsOpen() {
		SealedClick click = click(text(Seal.forAnyone()));
		AppCredentials changed = new AppCredentials("cli_1", "secret-3");

		assertThat(new SealOpener(changed, List.of("secret-2", "secret-1"), this.clock).open(click).block())
			.isNotNull();
		assertThatExceptionOfType(SealRefusedException.class)
			.isThrownBy(() -> new SealOpener(changed, List.of("secret-2"), this.clock).open(click).block());
	}

	@Test
	void openerWhenFormerSecretIsBlankThenNamesTheProperty() {
		assertThatIllegalArgumentException().isThrownBy(() -> new SealOpener(APP, List.of(" "), this.clock))
			.withMessageContaining("feishu.callback.former-app-secrets");
	}

	@Test
	void openWhenViewerIsAnotherThenIsForeign() {
		String text = text(Seal.forViewer(ADA));

		assertRefused(new SealedClick(text, "Approve", PLACE, Set.of(Viewer.openId("ou_bob"))), Reason.FOREIGN);
		assertRefused(new SealedClick(text, "Approve", PLACE, Set.of(Viewer.userId("ou-ada"))), Reason.FOREIGN);
	}

	@Test
	void openWhenViewerIsNamedByUserIdThenClickMustContainIt() {
		String text = text(Seal.forViewer(ADA_IN_TENANT));

		assertThat(open(new SealedClick(text, "Approve", PLACE, Set.of(ADA, ADA_IN_TENANT))).state()).isNotEmpty();
		assertRefused(new SealedClick(text, "Approve", PLACE, Set.of(ADA)), Reason.FOREIGN);
	}

	@Test
	void openWhenDeadlineIsNowThenIsAllowedAndThenExpired() {
		SealedClick click = click(text(Seal.forAnyone().until(NOW)));

		assertThat(open(click).state()).isNotEmpty();
		this.clock.advance(Duration.ofMillis(1));
		assertRefused(click, Reason.EXPIRED);
	}

	private void assertRefused(SealedClick click, Reason reason) {
		assertThatExceptionOfType(SealRefusedException.class).isThrownBy(() -> open(click))
			.satisfies((ex) -> assertThat(ex.reason()).isEqualTo(reason));
	}

	private OpenedSeal open(SealedClick click) {
		return this.opener.open(click).block();
	}

	private static SealedClick click(String text) {
		return new SealedClick(text, "Approve", PLACE, Set.of(ADA));
	}

	private static String text(Seal seal) {
		return value(seal, PLACE).path(Seal.MEMBER).stringValue();
	}

	private static JsonNode value(Seal seal, SealPlace place) {
		return seal(card(new Approve("order-4711", 3), seal), place).at("/body/elements/0/behaviors/0/value");
	}

	private static JsonNode seal(Card card, SealPlace place) {
		return new ActionSealer(APP).seal(CardMapper.INSTANCE.valueToTree(card), place).block();
	}

	private static Card card(TypedAction action, Seal seal) {
		return Card.builder().add(Button.builder("Approve").callback(action, seal)).build();
	}

	record Approve(String order, int amount) implements TypedAction {
	}

}
