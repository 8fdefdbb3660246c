package io.ephemeral.feishu.simulator;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import io.ephemeral.feishu.simulator.tenant.Chat;
import io.ephemeral.feishu.simulator.tenant.Json;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.openqa.selenium.Keys;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the keyboard does on the page, in a real browser. Run by the profile
 * {@code browser}.
 */
@TestInstance(Lifecycle.PER_CLASS)
class KeyboardBrowserTests {

	private static final String OPTIONS = """
			"options": [{"text": {"content": "ada"}, "value": "1"}, {"text": {"content": "bob"}, "value": "2"},
			{"text": {"content": "bea"}, "value": "3"}, {"text": {"content": "carl"}, "value": "4"}]""";

	private static final String PEOPLE = "\"placeholder\": {\"content\": \"Who?\"}";

	@TempDir
	private static Path profile;

	private DrawnPage page;

	@BeforeAll
	void start() {
		this.page = new DrawnPage(profile);
	}

	@AfterAll
	void stop() {
		this.page.close();
	}

	@ParameterizedTest
	@CsvSource({ "select_static", "multi_select_static", "overflow" })
	void listWhenUsedByKeyboardThenMovesThroughOptions(String tag) {
		open("{\"tag\": \"%s\", %s}".formatted(tag, OPTIONS));

		focus("[aria-haspopup]");
		this.page.press(Keys.ARROW_DOWN);
		assertThat(focused()).isEqualTo("ada");
		this.page.press(Keys.END);
		assertThat(focused()).isEqualTo("carl");
		this.page.press(Keys.ARROW_DOWN);
		assertThat(focused()).isEqualTo("ada");
		this.page.press(Keys.ARROW_UP);
		assertThat(focused()).isEqualTo("carl");
		this.page.press(Keys.HOME);
		assertThat(focused()).isEqualTo("ada");
		this.page.press("b");
		assertThat(focused()).isEqualTo("bob");
		this.page.press("b");
		assertThat(focused()).isEqualTo("bea");
		this.page.press(Keys.ESCAPE);
		this.page.becomesTrue("return !document.querySelector('.menu')");
		assertThat(this.page.focused().getDomAttribute("aria-haspopup")).isNotNull();
	}

	@ParameterizedTest
	@CsvSource({ "select_person", "multi_select_person" })
	void peopleWhenUsedByKeyboardThenMovesThroughThem(String tag) {
		open("{\"tag\": \"%s\", %s}".formatted(tag, PEOPLE));

		focus(".select");
		this.page.press("c");
		assertThat(focused()).isEqualTo("carl");
		this.page.press(Keys.HOME);
		assertThat(focused()).isEqualTo("ada");
		this.page.press(Keys.ARROW_DOWN, Keys.ENTER);

		assertThat(this.page.find(".select").get(0).getText()).contains("bob");
	}

	@Test
	void wordWhenTypedThenFindsItsOption() {
		open("{\"tag\": \"select_static\", %s}".formatted(OPTIONS));

		focus(".select");
		// Letters belong to one word if no time passes between them.
		this.page.run("const now = Date.now(); Date.now = () => now;");
		this.page.press("be");
		this.page.press(Keys.SPACE);

		assertThat(this.page.find(".select").get(0).getText()).isEqualTo("bea");
	}

	@Test
	void imagesWhenUsedByKeyboardThenMovesThroughThem() {
		open("""
				{"tag": "select_img", "options": [{"img_key": "img_a"}, {"img_key": "img_b"}, {"img_key": "img_c"}]}""");

		focus("[role=radio]");
		this.page.press(Keys.END, Keys.ARROW_LEFT, Keys.SPACE);

		assertThat(this.page.find("[aria-checked=true] img").get(0).getDomAttribute("alt")).isEqualTo("img_b");
	}

	@Test
	void selectWhenDisabledThenStaysClosed() {
		open("{\"tag\": \"select_static\", \"disabled\": true, \"disabled_tips\": {\"content\": \"Later\"}, %s}"
			.formatted(OPTIONS));

		focus(".select");
		this.page.press(Keys.ARROW_DOWN, "b");

		assertThat(this.page.find(".menu")).isEmpty();
		assertThat(this.page.find(".told p").get(0).getText()).isEqualTo("Later");
	}

	@Test
	void containerWhenItHasControlsThenAllAreReachedAndPressed() {
		open("""
				{"tag": "interactive_container", "behaviors": [{"type": "callback", "value": "whole"}], "elements": [
				{"tag": "markdown", "content": "row, [link](https://example.com)"}, {"tag": "button", "text": {"content": "inside"},
				"behaviors": [{"type": "callback", "value": "inside"}]}, {"tag": "interactive_container", "elements": [
				{"tag": "markdown", "content": "inner"}], "behaviors": [{"type": "callback", "value": "inner"}]}]}""");

		focus(".card [role=button]");
		assertThat(pressed(Keys.ENTER)).contains("\"whole\"");
		assertThat(pressed(Keys.SPACE)).contains("\"whole\"");
		focus(".card [role=button]");
		List<String> reached = new ArrayList<>();
		for (int step = 0; step < 3; step++) {
			this.page.press(Keys.TAB);
			reached.add(focused());
		}
		assertThat(reached).containsExactly("link", "inside", "inner");
		assertThat(pressed(Keys.ENTER)).contains("\"inner\"").doesNotContain("whole");
		this.page.pressWithShift(Keys.TAB);
		assertThat(pressed(Keys.ENTER)).contains("\"inside\"").doesNotContain("whole");
	}

	@ParameterizedTest
	@CsvSource({ ".interactive-container .markdown, whole", ".interactive-container .button, inside" })
	void containerWhenClickedThenOneCallbackIsReported(String place, String value) {
		open("""
				{"tag": "interactive_container", "behaviors": [{"type": "callback", "value": "whole"}], "elements": [
				{"tag": "markdown", "content": "row"}, {"tag": "button", "text": {"content": "b"},
				"behaviors": [{"type": "callback", "value": "inside"}]}]}""");

		this.page.find(place).get(0).click();
		this.page.becomesTrue("return !!document.querySelector('.told')");

		assertThat(this.page.find(".told p")).singleElement()
			.satisfies((told) -> assertThat(told.getText()).contains(value));
	}

	@Test
	void frameWhenClickedThenNothingIsReported() {
		open("""
				{"tag": "interactive_container", "elements": [{"tag": "markdown", "content": "frame"}]}""");

		this.page.find(".interactive-container .markdown").get(0).click();

		assertThat(this.page.find(".told")).isEmpty();
	}

	@Test
	void panelWhenItsTitleHasALinkThenOpensByKeyboard() {
		open("""
				{"tag": "collapsible_panel", "header": {"title": {"tag": "markdown", "content": "[a](https://example.com)"}},
				"elements": [{"tag": "markdown", "content": "inside"}]}""");

		focus(".panel-header [role=button]");
		this.page.press(Keys.ENTER);

		assertThat(this.page.card().getText()).contains("inside");
		assertThat(this.page.find(".panel-header [aria-expanded=true]")).hasSize(1);
	}

	private void open(String element) {
		Chat chat = this.page.createChat(element);
		this.page.show(Json.parse("{\"schema\": \"2.0\", \"body\": {\"elements\": [" + element + "]}}"), chat);
		this.page.open(chat, "pc", "light");
	}

	private void focus(String selector) {
		this.page.run("document.querySelector(arguments[0]).focus()", selector);
	}

	/** The text of what has the focus, without the letter of an avatar. */
	private String focused() {
		return this.page.focused().getText().replaceAll("^[A-Z]\\s+", "").strip();
	}

	private String pressed(Keys key) {
		this.page.run("document.querySelector('.told')?.remove()");
		this.page.press(key);
		this.page.becomesTrue("return !!document.querySelector('.told')");
		return this.page.find(".told p").get(0).getText();
	}

}
