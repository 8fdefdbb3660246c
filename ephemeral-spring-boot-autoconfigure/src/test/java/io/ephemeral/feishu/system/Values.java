package io.ephemeral.feishu.system;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;

import io.ephemeral.feishu.card.element.Behavior;
import io.ephemeral.feishu.card.element.Border;
import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.element.ColumnSet;
import io.ephemeral.feishu.card.element.Icon;
import io.ephemeral.feishu.card.element.LarkMarkdown;
import io.ephemeral.feishu.card.element.Message;
import io.ephemeral.feishu.card.element.MultiUrl;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.card.element.Text;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Color;
import io.ephemeral.feishu.card.style.HorizontalAlign;
import io.ephemeral.feishu.card.style.Length;
import io.ephemeral.feishu.card.style.Spacing;
import io.ephemeral.feishu.card.style.TextSize;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;
import net.jqwik.api.Tuple.Tuple2;

/**
 * Arbitrary values that components share.
 */
final class Values {

	/** Name of a color and a size that every card defines. */
	static final String OWN_STYLE = "own_style";

	private static final AtomicLong COUNTER = new AtomicLong();

	static final Arbitrary<Boolean> BOOLEANS = Arbitraries.of(true, false);

	/** Texts of a few pieces that are special in JSON, Markdown or UTF-8. */
	static final Arbitrary<String> TEXTS = new OneArbitrary<>(Arbitraries
		.oneOf(Arbitraries.strings().alpha().ofMaxLength(12), Arbitraries.strings().ascii().ofMaxLength(6),
				Arbitraries.strings().withCharRange('\u4e00', '\u9fa5').ofMaxLength(6),
				Arbitraries.of("\"", "\\", "'", "</script>", "<at id=all></at>", "**", "{0}", "${a}", "\r\n", "\u0000",
						"\u001f", "\u007f", "\u00a0", "\u2028", "\ufeff", "\uffff", "\ud83d\ude00",
						"\ud83d\udc69\u200d\ud83d\ude80", "e\u0301", "\u0628", "null", "https://example.com"))
		.list()
		.ofMaxSize(3)
		.map((pieces) -> String.join("", pieces)));

	static final Arbitrary<String> FILLED_TEXTS = TEXTS.map((text) -> text + "x");

	/** A new one for each use. */
	static final Arbitrary<String> NAMES = TEXTS.map((text) -> text + "_" + COUNTER.incrementAndGet());

	/** A new one for each use. */
	static final Arbitrary<String> ELEMENT_IDS = Arbitraries.create(() -> "id_" + COUNTER.incrementAndGet());

	static final Arbitrary<HorizontalAlign> ALIGNS = Arbitraries.of(HorizontalAlign.class);

	static final Arbitrary<Integer> LINES = Arbitraries.integers().between(1, 99);

	/** A language and a text in it. */
	static final Arbitrary<Tuple2<CardLocale, String>> TRANSLATIONS = Combinators
		.combine(Arbitraries.of(CardLocale.class), TEXTS)
		.as(Tuple::of);

	static final Arbitrary<Color> COLORS = Arbitraries.oneOf(
			Arbitraries.of(Color.DEFAULT, Color.WHITE, Color.BACKGROUND_WHITE, Color.named(OWN_STYLE),
					Color.GREY.shade(0), Color.GREY.shade(650), Color.GREY.shade(950), Color.GREY.shade(1000)),
			Combinators
				.combine(
						Arbitraries.of(Color.BLUE, Color.CARMINE, Color.GREEN, Color.INDIGO, Color.LIME, Color.GREY,
								Color.ORANGE, Color.PURPLE, Color.RED, Color.SUNFLOWER, Color.TURQUOISE, Color.VIOLET,
								Color.WATHET, Color.YELLOW),
						Arbitraries.of(50, 100, 200, 300, 350, 400, 500, 600, 700, 800, 900).optional())
				.as((color, shade) -> shade.map(color::shade).orElse(color)));

	static final Arbitrary<TextSize> TEXT_SIZES = Arbitraries.of(TextSize.HEADING_0, TextSize.HEADING, TextSize.NORMAL,
			TextSize.NOTATION, TextSize.XX_LARGE, TextSize.X_SMALL, TextSize.named(OWN_STYLE));

	static final Arbitrary<Spacing> SPACINGS = Arbitraries.oneOf(
			Arbitraries.of(Spacing.SMALL, Spacing.MEDIUM, Spacing.LARGE, Spacing.EXTRA_LARGE),
			Arbitraries.integers().between(0, 99).map(Spacing::pixels));

	static final Arbitrary<Box> MARGINS = boxes(-99);

	static final Arbitrary<Box> PADDINGS = boxes(0);

	static final Arbitrary<Length> RADII = Arbitraries.oneOf(Arbitraries.integers().between(0, 999).map(Length::pixels),
			Arbitraries.integers().between(0, 100).map(Length::percent));

	static final Arbitrary<Length> WIDTHS = lengths(100, 99_999, Length.DEFAULT, Length.FILL);

	static final Arbitrary<Border> BORDERS = Combinators.combine(COLORS, RADII).as(Border::of);

	static final Arbitrary<String> LINKS = Arbitraries.of("https://example.com", "http://example.com:8080/a/b",
			"HTTPS://Example.com/?q=%E8%A5%BF&r=1#top");

	static final Arbitrary<MultiUrl> MULTI_URLS = ArbitraryBuilder.of(LINKS, MultiUrl::of)
		.maybe(LINKS, MultiUrl::android)
		.maybe(Arbitraries.just("lark://msgcard/unsupported_action"), MultiUrl::ios)
		.maybe(LINKS, MultiUrl::pc)
		.build(Function.identity());

	static final Arbitrary<ColumnSet.Action> JUMPS = LINKS.map(ColumnSet.Action::openUrl);

	/**
	 * Below ten million. For larger numbers, Java writes an exponent, and Jackson then a
	 * whole number.
	 */
	static final Arbitrary<Double> DOUBLES = Arbitraries.doubles().between(-1e6, 1e6).ofScale(4);

	/** Objects as Jackson writes them: maps, lists and values. */
	static final Arbitrary<Map<String, Object>> JSON_OBJECTS = jsonObjects(2);

	static final Arbitrary<Behavior> CALLBACKS = Arbitraries.oneOf(JSON_OBJECTS.map(Behavior::callback),
			TEXTS.map(Behavior::callback),
			Combinators.combine(TEXTS, JSON_OBJECTS).as((action, state) -> Behavior.callback(action, state)));

	static final Arbitrary<Behavior> BEHAVIORS = Arbitraries.oneOf(CALLBACKS, LINKS.map(Behavior::openUrl));

	static final Arbitrary<Icon> ICONS = Arbitraries.oneOf(FILLED_TEXTS.map(Icon::standard),
			Combinators.combine(FILLED_TEXTS, COLORS).as((token, color) -> Icon.standard(token).color(color)),
			FILLED_TEXTS.map(Icon::custom));

	private static final Arbitrary<Message> MESSAGES = Combinators
		.combine(FILLED_TEXTS, Arbitraries.<Object>oneOf(TEXTS, BOOLEANS),
				Arbitraries.<Object>oneOf(Arbitraries.longs(), DOUBLES))
		.as((code, first, second) -> Message.of(code, first, second));

	/** At most 100 characters. */
	static final Arbitrary<PlainText> PLAIN_TEXTS = plainTexts().build(Function.identity());

	static final Arbitrary<LarkMarkdown> LARK_MARKDOWNS = larkMarkdowns().build(Function.identity());

	/** Texts that may have a size of their own. */
	static final Arbitrary<Text> STYLED_TEXTS = Arbitraries.oneOf(
			plainTexts().maybe(TEXT_SIZES, PlainText::size)
				.maybe(COLORS, PlainText::color)
				.maybe(ALIGNS, PlainText::align)
				.maybe(LINES, PlainText::lines)
				.build(Text.class::cast),
			larkMarkdowns().maybe(TEXT_SIZES, LarkMarkdown::size)
				.maybe(ALIGNS, LarkMarkdown::align)
				.maybe(LINES, LarkMarkdown::lines)
				.build(Text.class::cast));

	private Values() {
	}

	private static ArbitraryBuilder<PlainText> plainTexts() {
		return ArbitraryBuilder.of(TEXTS, PlainText::of)
			.maybe(TRANSLATIONS, (text, translation) -> text.in(translation.get1(), translation.get2()))
			.maybe(TRANSLATIONS, (text, translation) -> text.in(translation.get1(), translation.get2()))
			.maybe(ELEMENT_IDS, PlainText::elementId)
			.maybe(MESSAGES, PlainText::message);
	}

	private static ArbitraryBuilder<LarkMarkdown> larkMarkdowns() {
		return ArbitraryBuilder.of(TEXTS, LarkMarkdown::of)
			.maybe(TRANSLATIONS, (text, translation) -> text.in(translation.get1(), translation.get2()))
			.maybe(ELEMENT_IDS, LarkMarkdown::elementId)
			.maybe(MESSAGES, LarkMarkdown::message);
	}

	static Arbitrary<Length> lengths(int from, int to, Length... words) {
		return Arbitraries.oneOf(Arbitraries.of(words), Arbitraries.integers().between(from, to).map(Length::pixels));
	}

	private static Arbitrary<Box> boxes(int from) {
		Arbitrary<Integer> pixels = Arbitraries.integers().between(from, 99);
		return Arbitraries.oneOf(pixels.map(Box::pixels), Combinators.combine(pixels, pixels).as(Box::pixels),
				Combinators.combine(pixels, pixels, pixels, pixels).as(Box::pixels));
	}

	private static Arbitrary<Map<String, Object>> jsonObjects(int levels) {
		return new OneArbitrary<>(Arbitraries.maps(TEXTS, json(levels)).ofMaxSize(3));
	}

	private static Arbitrary<Object> json(int levels) {
		Arbitrary<Object> values = Arbitraries
			.<Object>oneOf(TEXTS, BOOLEANS, Arbitraries.integers(), Arbitraries.longs(),
					Arbitraries.longs().between(-9, 9), DOUBLES, DOUBLES.map(Double::floatValue),
					Arbitraries.bigIntegers().between(BigInteger.TWO.pow(70).negate(), BigInteger.TWO.pow(70)),
					Arbitraries.bigDecimals().ofScale(3).between(BigDecimal.ZERO, BigDecimal.TEN),
					Arbitraries.of(CardLocale.class), Arbitraries.just(PlainText.of("x")))
			.injectNull(0.1);
		return new OneArbitrary<>((levels == 0) ? values : Arbitraries.<Object>frequencyOf(Tuple.of(6, values),
				Tuple.of(1, json(levels - 1).list().ofMaxSize(3)), Tuple.of(1, jsonObjects(levels - 1))));
	}

}
