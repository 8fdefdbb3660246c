package io.ephemeral.sample;

import java.util.LinkedHashMap;
import java.util.Map;

import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.Header;
import io.ephemeral.feishu.card.HeaderTemplate;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.TemplateCard;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.DateTimePicker;
import io.ephemeral.feishu.card.element.Form;
import io.ephemeral.feishu.card.element.Input;
import io.ephemeral.feishu.card.element.Markdown;

/**
 * Example cards, one of each kind.
 */
final class ExampleCards {

	private ExampleCards() {
	}

	static Map<String, String> asJson() {
		Map<String, String> cards = new LinkedHashMap<>();
		cards.put("Question", question().toJson());
		cards.put("Form", form().toJson());
		cards.put("Template", template().toJson());
		cards.put("JSON 1.0", json().toJson());
		return cards;
	}

	private static CardContent question() {
		return Card.builder()
			.header(Header.of("Lunch?").subtitle("Only you are asked").template(HeaderTemplate.TURQUOISE))
			.add(Markdown.of("**Noodles** or *rice*? 西湖醋鱼也可以。"))
			.add(Button.builder("Noodles").type(Button.Type.PRIMARY).callback("example"))
			.add(Button.builder("Menu").openUrl("https://example.com/menu"))
			.build();
	}

	private static CardContent form() {
		return Card.builder()
			.header(Header.of("Set a reminder").template(HeaderTemplate.BLUE))
			.add(Markdown.of("Nobody else in this group sees the form."))
			.add(Form.builder("reminder")
				.add(Input.builder("text").label("What").placeholder("Water the plants").required().maxLength(200))
				.add(DateTimePicker.builder("when").placeholder("When").required())
				.add(Button.submit("save", "Save").type(Button.Type.PRIMARY).callback("example")))
			.build();
	}

	private static CardContent template() {
		return TemplateCard.of("AAqigYkzabcef").version("1.0.0").variable("title", "Reminder").variable("guests", 3);
	}

	private static CardContent json() {
		return RawCard
			.parse("""
					{
					  "header": { "title": { "tag": "plain_text", "content": "An older card" }, "template": "grey" },
					  "elements": [
					    { "tag": "div", "text": { "tag": "lark_md", "content": "Cards of the **1.0** structure work as well." } },
					    { "tag": "action", "actions": [
					      { "tag": "button", "text": { "tag": "plain_text", "content": "Fine" }, "value": { "action": "older-example" } }
					    ] }
					  ]
					}""");
	}

}
