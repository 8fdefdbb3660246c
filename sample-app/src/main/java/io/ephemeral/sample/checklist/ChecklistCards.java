package io.ephemeral.sample.checklist;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.Header;
import io.ephemeral.feishu.card.HeaderTemplate;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.element.Behavior;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.Checker;
import io.ephemeral.feishu.card.element.DatePicker;
import io.ephemeral.feishu.card.element.DateTimePicker;
import io.ephemeral.feishu.card.element.Form;
import io.ephemeral.feishu.card.element.Input;
import io.ephemeral.feishu.card.element.InteractiveContainer;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.element.MultiSelectPerson;
import io.ephemeral.feishu.card.element.MultiSelectStatic;
import io.ephemeral.feishu.card.element.Overflow;
import io.ephemeral.feishu.card.element.SelectImage;
import io.ephemeral.feishu.card.element.SelectPerson;
import io.ephemeral.feishu.card.element.SelectStatic;
import io.ephemeral.feishu.card.element.TimePicker;
import tools.jackson.databind.JsonNode;

/**
 * Cards of the checklist. The questions to the person name them by their titles.
 */
final class ChecklistCards {

	private static final int LARGE = 31 * 1024;

	private ChecklistCards() {
	}

	static Card plain(String title) {
		return titled(title).build();
	}

	static Card button(String title, String button) {
		return titled(title).add(Button.builder(button).callback(Clicks.ACTION)).build();
	}

	static RawCard older(String title) {
		return RawCard.of(Map.of("header", header(title), "elements", List.of(text("A card of JSON 1.0."))));
	}

	static RawCard olderButton(String title, String button) {
		Map<String, Object> element = Map.of("tag", "button", "text", plainText(button), "value",
				Map.of("action", Clicks.ACTION));
		return RawCard.of(Map.of("header", header(title), "elements",
				List.of(text("A card of JSON 1.0."), Map.of("tag", "action", "actions", List.of(element)))));
	}

	/**
	 * Returns a form with each component that a form may have.
	 * @param image key of an image of this app; without it, the form has no choice of
	 * images
	 */
	static Card form(Optional<String> image) {
		Form.Builder form = Form.builder("everything")
			.add(Input.builder("text").label("Text").placeholder("Type test"))
			.add(SelectStatic.builder("dish").placeholder("Dish").option("Noodles", "noodles").option("Rice", "rice"))
			.add(MultiSelectStatic.builder("sides")
				.placeholder("Sides")
				.option("Soup", "soup")
				.option("Salad", "salad")
				.required(false))
			.add(SelectPerson.builder("cook").placeholder("Cook"))
			.add(MultiSelectPerson.builder("guests").placeholder("Guests").required(false))
			.add(DatePicker.builder("day").placeholder("Day"))
			.add(TimePicker.builder("time").placeholder("Time"))
			.add(DateTimePicker.builder("when").placeholder("Day and time"))
			.add(Checker.builder("Hungry").name("hungry").callback(Clicks.ACTION));
		image.ifPresent((key) -> form.add(SelectImage.builder("picture").option(key, "first").option(key, "second")));
		form.add(Button.submit("send", "Send").type(Button.Type.PRIMARY).callback(Clicks.ACTION));
		return titled("Form").add(form).build();
	}

	static Card components(Optional<String> image) {
		Card.Builder card = titled("Components")
			.add(InteractiveContainer.builder(Behavior.callback(Clicks.ACTION)).add(Markdown.of("Container")))
			.add(Overflow.builder()
				.elementId("menu")
				.option("Later", "later")
				.option("Never", "never")
				.callback(Clicks.ACTION))
			.add(Input.builder("text").label("Text").placeholder("Type test").callback(Clicks.ACTION))
			.add(SelectStatic.builder("dish")
				.placeholder("Dish")
				.option("Noodles", "noodles")
				.option("Rice", "rice")
				.callback(Clicks.ACTION))
			.add(SelectPerson.builder("cook").placeholder("Cook").callback(Clicks.ACTION))
			.add(DatePicker.builder("day").placeholder("Day").callback(Clicks.ACTION))
			.add(TimePicker.builder("time").placeholder("Time").callback(Clicks.ACTION))
			.add(DateTimePicker.builder("when").placeholder("Day and time").callback(Clicks.ACTION))
			.add(Checker.builder("Hungry").name("hungry").callback(Clicks.ACTION));
		image.ifPresent((key) -> card
			.add(SelectImage.builder("picture").option(key, "first").option(key, "second").callback(Clicks.ACTION)));
		return card.build();
	}

	/**
	 * Returns a form whose button has no behavior, so that only its name selects the
	 * handler.
	 */
	static RawCard formWithoutValue() {
		Map<String, Object> input = Map.of("tag", "input", "name", "text", "label", plainText("Text"));
		Map<String, Object> button = Map.of("tag", "button", "name", Clicks.ACTION, "form_action_type", "submit",
				"text", plainText("Send"));
		return second("Button without a value",
				Map.of("tag", "form", "name", "short", "elements", List.of(input, button)));
	}

	static JsonNode translated() {
		return second("Languages", Map.of("tag", "div", "text", Map.of("tag", "plain_text", "content", "Not translated",
				"i18n_content", Map.of("zh_cn", "中文", "en_us", "English", "ja_jp", "日本語"))))
			.json();
	}

	static JsonNode invalid() {
		return second("Invalid", Map.of("tag", "no_such_component")).json();
	}

	static JsonNode large() {
		return second("Large", Map.of("tag", "markdown", "content", "x".repeat(LARGE))).json();
	}

	static JsonNode json(CardContent card) {
		return RawCard.parse(card.toJson()).json();
	}

	private static Card.Builder titled(String title) {
		return Card.builder()
			.header(Header.of(title).template(HeaderTemplate.BLUE))
			.add(Markdown.of("A card of the checklist. It vanishes at the end of the step."));
	}

	private static RawCard second(String title, Map<String, ?> element) {
		return RawCard
			.of(Map.of("schema", "2.0", "header", header(title), "body", Map.of("elements", List.of(element))));
	}

	private static Map<String, Object> header(String title) {
		return Map.of("title", plainText(title));
	}

	private static Map<String, Object> text(String content) {
		return Map.of("tag", "div", "text", plainText(content));
	}

	private static Map<String, Object> plainText(String content) {
		return Map.of("tag", "plain_text", "content", content);
	}

}
