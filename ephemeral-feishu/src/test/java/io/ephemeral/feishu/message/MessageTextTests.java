package io.ephemeral.feishu.message;

import java.util.List;

import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.RandomText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

class MessageTextTests {

	private static final String INVISIBLE = "\u200B";

	private static final JsonMapper JSON = new JsonMapper();

	@ParameterizedTest
	@ValueSource(strings = { "Done", "a\nb", "2 < 3", "a <", "\"{}\\", "午餐 😀", "a > b & c" })
	void textWhenItHasNoTagThenIsShownAsItIs(String text) {
		assertThat(markup(MessageText.of(text))).isEqualTo(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "<at user_id=\"all\"></at>", "<AT user_id='ou_1'>Ada</AT>", "x<at id=all/>",
			"<<at id=all>", "<b>bold</b>" })
	void textWhenItHasATagThenTagIsBroken(String text) {
		assertThat(markup(MessageText.of(text))).doesNotContainPattern("<[^\u200B\\s]")
			.isNotEqualTo(text)
			.satisfies((markup) -> assertThat(markup.replace(INVISIBLE, "")).isEqualTo(text));
	}

	@Test
	void textWhenTagIsPutTogetherOfPartsThenIsBroken() {
		MessageText text = MessageText.builder().text("<").text("").text("at user_id=\"all\">").build();

		assertThat(markup(text)).isEqualTo("<" + INVISIBLE + "at user_id=\"all\">");
	}

	@Test
	void textWhenRandomThenMentionsNobodyAndIsKept() {
		RandomText.forEach((random) -> {
			String written = random.next() + random.oneOf(List.of("<at user_id=\"all\">", "<at", "x"));

			String markup = markup(MessageText.builder().text(written).mentionAll().build());

			String shown = markup.substring(0, markup.length() - "<at user_id=\"all\"></at>".length());
			assertThat(shown).doesNotContainIgnoringCase("<at");
			assertThat(shown.replace(INVISIBLE, "").length()).isEqualTo(written.replace(INVISIBLE, "").length());
		});
	}

	@Test
	void mentionWhenAddedThenIsATag() {
		MessageText text = MessageText.builder()
			.mention(Viewer.openId("ou_1"))
			.text(" and ")
			.mention(Viewer.userId("u1"))
			.text(", ")
			.mentionAll()
			.build();

		assertThat(markup(text))
			.isEqualTo("<at user_id=\"ou_1\"></at> and <at user_id=\"u1\"></at>, <at user_id=\"all\"></at>");
	}

	@ParameterizedTest
	@CsvSource({ "'u\"><at user_id=\"all'", "'u 1'", "'<u'" })
	void mentionWhenIdCannotBeWrittenThenIsRefused(String id) {
		assertThatIllegalArgumentException().isThrownBy(() -> MessageText.builder().mention(Viewer.userId(id)));
	}

	@Test
	void mentionWhenByEmailThenIsRefused() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> MessageText.builder().mention(Viewer.email("ada@example.com")))
			.withMessageContaining("open id");
	}

	@Test
	void textWhenHalfAPairThenIsReplaced() {
		assertThat(markup(MessageText.of("a\ud83d"))).isEqualTo("a\uFFFD");
	}

	@Test
	void textWhenOfTheLargestSizeThenIsTaken() {
		int around = "{\"text\":\"\"}".length();

		assertThatNoException().isThrownBy(() -> MessageText.of("x".repeat(150 * 1024 - around)));
		assertThatIllegalArgumentException().isThrownBy(() -> MessageText.of("x".repeat(150 * 1024 - around + 1)))
			.withMessageContaining("150 KB");
		assertThatIllegalArgumentException().isThrownBy(() -> MessageText.of("餐".repeat(50 * 1024)));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", "\n" })
	void textWhenBlankThenIsRefused(String text) {
		assertThatIllegalArgumentException().isThrownBy(() -> MessageText.of(text));
	}

	@Test
	void textWhenPrintedThenIsNotShown() {
		assertThat(MessageText.of("secret")).asString().doesNotContain("secret");
		assertThat(MessageText.of("secret")).isEqualTo(MessageText.of("secret"))
			.hasSameHashCodeAs(MessageText.of("secret"));
	}

	private static String markup(MessageText text) {
		return JSON.readTree(text.toJson()).path("text").stringValue();
	}

}
