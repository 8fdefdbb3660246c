package io.ephemeral.benchmarks;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

import com.google.gson.JsonObject;
import com.lark.oapi.card.enums.MessageCardButtonTypeEnum;
import com.lark.oapi.card.model.IMessageCardActionElement;
import com.lark.oapi.card.model.MessageCard;
import com.lark.oapi.card.model.MessageCardAction;
import com.lark.oapi.card.model.MessageCardElement;
import com.lark.oapi.card.model.MessageCardEmbedButton;
import com.lark.oapi.card.model.MessageCardHeader;
import com.lark.oapi.card.model.MessageCardMarkdown;
import com.lark.oapi.card.model.MessageCardPlainText;
import com.lark.oapi.core.utils.Jsons;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardValidator;
import io.ephemeral.feishu.card.Header;
import io.ephemeral.feishu.card.HeaderTemplate;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.Column;
import io.ephemeral.feishu.card.element.ColumnSet;
import io.ephemeral.feishu.card.element.DateTimePicker;
import io.ephemeral.feishu.card.element.Form;
import io.ephemeral.feishu.card.element.Input;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.rule.CardTarget;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Benchmark of cards. It writes, reads and validates cards, and compares this with plain
 * Jackson with maps and with the official SDK, which has a model of JSON 1.0 and uses
 * Gson.
 */
final class CardBenchmark {

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {
	};

	private CardBenchmark() {
	}

	public static void main(String[] arguments) {
		System.out.printf("Java %s; in brackets the ratio to the first of each group:%n%n",
				System.getProperty("java.version"));
		MessageCard sdk = sdkQuestion();
		compareWriting("Write a question", question())
			.with("SDK, JSON 1.0", () -> Jsons.DEFAULT.toJson(sdk).getBytes(StandardCharsets.UTF_8))
			.print();
		compareWriting("Write a form", form()).print();
		compareWriting("Write a card of " + size(large()) + " bytes", large()).print();
		byte[] sdkJson = Jsons.DEFAULT.toJson(sdk).getBytes(StandardCharsets.UTF_8);
		compareReading("Read a question", question())
			.with("SDK, JSON 1.0, as a tree",
					() -> Jsons.DEFAULT.fromJson(new String(sdkJson, StandardCharsets.UTF_8), JsonObject.class))
			.print();
		compareReading("Read a form", form()).print();
		compareReading("Read a card of " + size(large()) + " bytes", large()).print();
		compareChecking(large());
	}

	private static Comparison compareWriting(String title, Card card) {
		Map<String, Object> map = MAPPER.readValue(card.toJson(), MAP);
		return new Comparison(title).with("map", () -> MAPPER.writeValueAsBytes(map))
			.with("typed card", () -> MAPPER.writeValueAsBytes(card));
	}

	private static Comparison compareReading(String title, Card card) {
		byte[] json = MAPPER.writeValueAsBytes(card);
		return new Comparison(title).with("map", () -> MAPPER.readValue(json, MAP))
			.with("tree", () -> MAPPER.readTree(json))
			.with("typed card", () -> Card.parse(new String(json, StandardCharsets.UTF_8)));
	}

	private static void compareChecking(Card card) {
		CardValidator validator = new CardValidator();
		RawCard raw = RawCard.parse(card.toJson());
		Map<String, Object> map = MAPPER.readValue(card.toJson(), MAP);
		Supplier<Object> write = () -> MAPPER.writeValueAsBytes(card);
		new Comparison("Check a card of " + size(card) + " bytes").with("write it twice", () -> {
			int first = write.get().hashCode();
			return first + write.get().hashCode();
		})
			.with("check the typed card", () -> validator.validate(card, CardTarget.EPHEMERAL))
			.with("check the raw card", () -> validator.validate(raw, CardTarget.EPHEMERAL))
			.with("write its map twice", () -> {
				int first = MAPPER.writeValueAsBytes(map).length;
				return first + MAPPER.writeValueAsBytes(map).length;
			})
			.print();
	}

	private static int size(Card card) {
		return MAPPER.writeValueAsBytes(card).length;
	}

	private static Card question() {
		return Card.builder()
			.header(Header.of("Lunch?").template(HeaderTemplate.BLUE))
			.add(Markdown.of("**Noodles** or *rice*? 西湖醋鱼也可以。"))
			.add(Button.builder("Noodles").type(Button.Type.PRIMARY).callback("noodles"))
			.add(Button.builder("Rice").callback("rice"))
			.build();
	}

	private static MessageCard sdkQuestion() {
		return MessageCard.newBuilder()
			.header(MessageCardHeader.newBuilder()
				.title(MessageCardPlainText.newBuilder().content("Lunch?").build())
				.template("blue")
				.build())
			.elements(new MessageCardElement[] {
					MessageCardMarkdown.newBuilder().content("**Noodles** or *rice*? 西湖醋鱼也可以。").build(),
					MessageCardAction.newBuilder()
						.actions(new IMessageCardActionElement[] {
								sdkButton("Noodles", MessageCardButtonTypeEnum.PRIMARY, "noodles"),
								sdkButton("Rice", MessageCardButtonTypeEnum.DEFAULT, "rice") })
						.build() })
			.build();
	}

	private static MessageCardEmbedButton sdkButton(String text, MessageCardButtonTypeEnum type, String action) {
		return MessageCardEmbedButton.newBuilder()
			.text(MessageCardPlainText.newBuilder().content(text).build())
			.buttonType(type)
			.value(new LinkedHashMap<>(Map.of("action", action)))
			.build();
	}

	private static Card form() {
		return Card.builder()
			.header(Header.of("Set a reminder").template(HeaderTemplate.BLUE))
			.add(Form.builder("reminder")
				.add(Input.builder("text").label("What").placeholder("Water the plants").required().maxLength(200))
				.add(DateTimePicker.builder("when").placeholder("When").required())
				.add(ColumnSet.inForm()
					.column(Column.inForm()
						.add(Button.submit("save", "Save").type(Button.Type.PRIMARY).callback("save")))
					.column(Column.inForm().add(Button.reset("clear", "Clear")))))
			.build();
	}

	/**
	 * Returns a list of people with their messages, near the limits of 200 elements and
	 * 30 KB.
	 */
	private static Card large() {
		Card.Builder card = Card.builder().title("Answers");
		for (int person = 0; person < 32; person++) {
			card.add(ColumnSet.builder()
				.column(Column.builder()
					.weight(3)
					.add(Markdown.builder("**Person " + person + "** wrote: " + "as you like it; 都可以。 ".repeat(12)))
					.add(Markdown.of("*yesterday*")))
				.column(Column.builder()
					.weight(1)
					.add(Button.builder("Reply").type(Button.Type.PRIMARY_TEXT).callback(Map.of("person", person)))));
		}
		return card.build();
	}

}
