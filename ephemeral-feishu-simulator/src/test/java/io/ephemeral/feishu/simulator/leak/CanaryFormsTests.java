package io.ephemeral.feishu.simulator.leak;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.ephemeral.feishu.simulator.tenant.Json;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.StringNode;

import static org.assertj.core.api.Assertions.assertThat;

class CanaryFormsTests {

	private static final List<String> WORDS = List.of("4711 EUR", "\"50%\" off \\o/", "浇花去", "a+b=c & <d>",
			"two\nlines", "Grün 🎂 Tag");

	@ParameterizedTest
	@MethodSource("forms")
	void patternWhenWordsAreInAnyFormThenFindsThem(UnaryOperator<String> form) {
		assertThat(WORDS).allSatisfy(
				(words) -> assertThat(CanaryForms.of(words).matcher(form.apply(words)).find()).as(form.apply(words))
					.isTrue());
	}

	private static Stream<UnaryOperator<String>> forms() {
		return Stream.of((words) -> "before " + words + " after", (words) -> words.toUpperCase(Locale.ROOT),
				(words) -> words.toLowerCase(Locale.ROOT), CanaryFormsTests::json, (words) -> json(json(words)),
				CanaryFormsTests::ascii, (words) -> json(ascii(words)), CanaryFormsTests::url,
				(words) -> url(url(words)), (words) -> url(words).replace("+", "%20"), (words) -> json(url(words)),
				CanaryFormsTests::entities, (words) -> base64("", words), (words) -> base64("1", words),
				(words) -> base64("22", words), (words) -> base64("{\"text\":", words),
				(words) -> Base64.getUrlEncoder().encodeToString(words.getBytes(StandardCharsets.UTF_8)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "4711 USD", "4712 EUR", "471 1EUR", "Europe 4711", "4711 and EUR" })
	void patternWhenWordsDifferThenFindsNothing(String text) {
		assertThat(CanaryForms.of("4711 EUR").matcher(text).find()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "4711_eur", "4711.EUR", "4711-EUR", "4711  EUR", "4711\u00a0EUR", "4711&nbsp;EUR" })
	void patternWhenOtherCharactersSeparateWordsThenFindsThem(String text) {
		assertThat(CanaryForms.of("4711 EUR").matcher(text).find()).isTrue();
	}

	private static String json(String text) {
		return Json.text(StringNode.valueOf(text));
	}

	/** Escapes everything, as some writers of JSON do for other alphabets. */
	private static String ascii(String text) {
		StringBuilder escaped = new StringBuilder();
		text.chars().forEach((unit) -> escaped.append("\\u%04x".formatted(unit)));
		return escaped.toString();
	}

	private static String url(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	private static String entities(String text) {
		StringBuilder escaped = new StringBuilder();
		text.codePoints().forEach((codePoint) -> escaped.append("&#").append(codePoint).append(';'));
		return escaped.toString();
	}

	private static String base64(String prefix, String text) {
		return Base64.getEncoder().encodeToString((prefix + text + "…").getBytes(StandardCharsets.UTF_8));
	}

}
