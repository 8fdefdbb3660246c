package io.ephemeral.feishu.callback;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.callback.json.CallbackMapper;
import io.ephemeral.feishu.card.CardMessages;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.CardValidation;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.form.RecordForm;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.messageinterpolation.ParameterMessageInterpolator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.scheduler.Schedulers;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.context.support.GenericApplicationContext;
import org.springframework.validation.beanvalidation.LocalValidatorFactoryBean;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Mistakes of users in forms from records, from the submit to the response.
 */
class RecordFormMistakeTests {

	private static final RecordForm<Order> FORM = RecordForm.of(Order.class).title("Lunch").submit("order", "Order");

	private final LocalValidatorFactoryBean validators = new LocalValidatorFactoryBean();

	private final Handlers handlers = new Handlers();

	private Map<String, String> texts = Map.of();

	private FormValidator validator;

	@BeforeEach
	void createValidator() {
		this.validators.setMessageInterpolator(new ParameterMessageInterpolator());
		this.validators.afterPropertiesSet();
		this.validator = new BeanFormValidator(this.validators);
	}

	@AfterEach
	void close() {
		this.validators.close();
	}

	@Test
	void submitWhenRightThenHandlerGetsTheRecord() {
		submit(FORM, "{\"dish\": \"Noodles\", \"number\": \"2\", \"date\": \"2026-01-05 +0800\", \"hot\": true}");

		assertThat(this.handlers.received)
			.containsExactly(new Order("Noodles", 2, Optional.empty(), Optional.of(LocalDate.of(2026, 1, 5)), true));
	}

	@Test
	void submitWhenFieldsAreWrongThenFormIsShownAgainWithAllMistakes() {
		JsonNode response = submit(FORM,
				"{\"dish\": \"\", \"number\": \"many\", \"price\": \"a\", \"date\": \"soon\"}");

		assertThat(this.handlers.received).isEmpty();
		assertThat(response.has("toast")).isFalse();
		assertThat(below(response, "dish")).isEqualTo("must not be blank");
		assertThat(below(response, "number")).isEqualTo("Please enter a whole number, such as 12.");
		assertThat(below(response, "price")).isEqualTo("Please enter a number, such as 12.5.");
		assertThat(below(response, "date")).isEqualTo("This value is not possible.");
		assertThat(below(response, "hot")).isNull();
	}

	@Test
	void submitWhenConstraintsAreBrokenThenFormKeepsWhatWasTyped() {
		JsonNode response = submit(FORM, "{\"dish\": \"Rice\", \"number\": \"11\", \"hot\": true}");

		assertThat(title(response)).isEqualTo("Lunch");
		assertThat(below(response, "number")).isEqualTo("must be less than or equal to 10");
		assertThat(field(response, "dish").path("default_value").asString()).isEqualTo("Rice");
		assertThat(field(response, "number").path("default_value").asString()).isEqualTo("11");
		assertThat(field(response, "hot").path("checked").asBoolean()).isTrue();
		assertThat(response.at("/card/data").toString()).contains("\"content\":\"Order\"");
	}

	@Test
	void submitWhenNumberIsMissingOrTooLargeThenMistakeSaysSo() {
		assertThat(below(submit(FORM, "{\"dish\": \"Rice\"}"), "number")).isEqualTo("Please fill in this field.");
		assertThat(below(submit(FORM, "{\"dish\": \"Rice\", \"number\": \"99999999999\"}"), "number"))
			.isEqualTo("This number has too many digits.");
	}

	@Test
	void submitWhenRecordIsBrokenAsAWholeThenMistakeStandsAboveTheButton() {
		JsonNode response = submit(FORM, "{\"dish\": \"Ice\", \"number\": \"1\", \"hot\": true}");

		List<JsonNode> elements = elements(response);
		assertThat(elements.get(elements.size() - 2).at("/text/content").asString()).isEqualTo("Ice is never hot");
	}

	@Test
	void submitWhenCardHasLanguageThenMistakesAreInIt() {
		JsonNode response = submit(FORM, "{\"dish\": \"\", \"number\": \"many\"}", "zh-CN");

		assertThat(below(response, "dish")).isEqualTo("不能为空");
		assertThat(below(response, "number")).isEqualTo("请输入整数，例如 12。");
	}

	@Test
	void submitWhenMessagesReplaceTextsThenMistakesAreThese() {
		this.texts = Map.of("feishu.form.whole-number", "Digits only");

		assertThat(below(submit(FORM, "{\"dish\": \"Rice\", \"number\": \"many\"}"), "number"))
			.isEqualTo("Digits only");
	}

	@Test
	void formWhenShownAgainThenCanBeSubmittedAgain() {
		JsonNode response = submit(FORM, "{\"dish\": \"\", \"number\": \"1\"}");

		ObjectNode click = click(response.at("/card/data"), "{\"dish\": \"Rice\", \"number\": \"1\"}");

		assertThat(send(click.toString()).has("card")).isFalse();
		assertThat(this.handlers.received).hasSize(1);
	}

	@Test
	void submitWhenItHasNoValueThenFormIsShownAgainWithStandardTexts() {
		ObjectNode click = click(json(FORM), "{\"dish\": \"\", \"number\": \"1\"}");
		((ObjectNode) click.at("/event/action")).remove("value");

		JsonNode response = send(click.toString());

		assertThat(title(response)).isEqualTo("Order");
		assertThat(below(response, "dish")).isEqualTo("must not be blank");
		assertThat(CardActionEvent.parse(click(response.at("/card/data"), "{}").toString()).action())
			.isEqualTo("order");
	}

	@Test
	void submitWhenActionIsTypedThenShownFormKeepsItsState() {
		RecordForm<Order> form = RecordForm.of(Order.class).submit(new Change(7), "Change");

		JsonNode response = submit(form, "{\"dish\": \"\", \"number\": \"1\"}");

		CardActionEvent again = CardActionEvent.parse(click(response.at("/card/data"), "{}").toString());
		assertThat(again.action(Change.class)).isEqualTo(new Change(7));
	}

	@Test
	void methodWhenItHasNoNameThenHandlesTheFormOfItsRecord() {
		submit(RecordForm.of(Feedback.class), "{\"text\": \"Good\"}");

		assertThat(this.handlers.received).containsExactly(new Feedback("Good"));
	}

	@Test
	void submitWhenFormIsOfAnotherKindThenToastSaysIt() {
		JsonNode response = send(Clicks.submit("1", "order", "{\"dish\": \"\", \"number\": \"1\"}"));

		assertThat(response.has("card")).isFalse();
		assertThat(response.at("/toast/content").asString()).isEqualTo("dish: must not be blank");
	}

	@Test
	void submitWhenCardIsPublicThenToastSaysIt() {
		JsonNode response = send(click(CallbackMapper.INSTANCE.readTree(FORM.compose(CardTarget.PUBLIC).toJson()),
				"{\"dish\": \"\", \"number\": \"1\"}")
			.toString());

		assertThat(response.has("card")).isFalse();
		assertThat(response.at("/toast/content").asString()).isEqualTo("dish: must not be blank");
	}

	@Test
	void submitWhenFormIsTooLargeToShowThenToastSaysIt() {
		JsonNode response = submit(FORM, "{\"dish\": \"" + "x".repeat(100_000) + "\", \"number\": \"many\"}");

		assertThat(response.has("card")).isFalse();
		assertThat(response.at("/toast/content").asString()).isEqualTo("number: is not valid");
	}

	@Test
	void submitWhenValidatorIsTheApplicationsThenItsToastStandsAboveTheButton() {
		this.validator = (form) -> Toast.of(Toast.Type.ERROR, "Closed");

		JsonNode response = submit(FORM, "{\"dish\": \"Rice\", \"number\": \"1\"}");

		assertThat(elements(response))
			.anySatisfy((element) -> assertThat(element.at("/text/content").asString("")).isEqualTo("Closed"));
	}

	private JsonNode submit(RecordForm<?> form, String values) {
		return send(click(json(form), values).toString());
	}

	private JsonNode submit(RecordForm<?> form, String values, String language) {
		ObjectNode click = click(json(form), values);
		((ObjectNode) click.at("/event/action/value")).put("locale", language);
		return send(click.toString());
	}

	private static JsonNode json(RecordForm<?> form) {
		return CallbackMapper.INSTANCE.readTree(form.toJson());
	}

	/** Returns the click of a client on the submit button of a card. */
	private static ObjectNode click(JsonNode card, String values) {
		JsonNode button = elements(card.at("/body/elements")).stream()
			.filter((element) -> element.path("tag").asString().equals("button"))
			.findFirst()
			.orElseThrow();
		return (ObjectNode) CallbackMapper.INSTANCE.readTree(Clicks.click("1",
				"\"tag\": \"button\", \"name\": " + button.path("name") + ", \"value\": "
						+ button.at("/behaviors/0/value") + ", \"timezone\": \"Asia/Shanghai\", \"form_value\": "
						+ values));
	}

	private JsonNode send(String click) {
		CardMessages messages = (code, arguments, locale) -> this.texts.get(code);
		byte[] body = CallbackProcessor.builder()
			.handlers(handlers())
			.preparation(new CardPreparation(messages, Locale.ENGLISH, CardValidation.FAIL))
			.build()
			.process(click.getBytes(StandardCharsets.UTF_8), Schedulers.immediate())
			.block()
			.body();
		return CallbackMapper.INSTANCE.readTree(body);
	}

	private CardActionHandlers handlers() {
		GenericApplicationContext context = new GenericApplicationContext();
		context.getBeanFactory().registerSingleton("handlers", this.handlers);
		context.refresh();
		return new CardActionHandlers(
				new CardActionMethods(context.getBeanFactory(), Schedulers.immediate(), this.validator, Locale.ENGLISH)
					.find());
	}

	private static String title(JsonNode response) {
		return response.at("/card/data/header/title/content").asString();
	}

	private static List<JsonNode> elements(JsonNode response) {
		JsonNode body = response.isArray() ? response : response.at("/card/data/body/elements");
		return body.valueStream()
			.filter((element) -> element.path("tag").asString().equals("form"))
			.flatMap((form) -> form.path("elements").valueStream())
			.toList();
	}

	private static JsonNode field(JsonNode response, String name) {
		return elements(response).stream()
			.filter((element) -> element.path("name").asString("").equals(name))
			.findFirst()
			.orElseThrow();
	}

	/** Returns the red text directly below a field, or null if there is none. */
	private static String below(JsonNode response, String name) {
		List<JsonNode> elements = elements(response);
		JsonNode below = elements.get(elements.indexOf(field(response, name)) + 1);
		return below.at("/text/text_color").asString("").equals("red") ? below.at("/text/content").asString() : null;
	}

	record Order(@NotBlank String dish, @Max(10) int number, Optional<BigDecimal> price, Optional<LocalDate> date,
			boolean hot) {

		@AssertTrue(message = "Ice is never hot")
		boolean isPossible() {
			return !this.hot || !"Ice".equals(this.dish);
		}

	}

	record Change(int id) implements TypedAction {
	}

	record Feedback(@NotNull String text) {
	}

	static class Handlers {

		private final List<Record> received = new ArrayList<>();

		@CardAction("order")
		void order(Order order) {
			this.received.add(order);
		}

		@CardAction
		void change(Change change, Order order) {
			this.received.add(order);
		}

		@CardAction
		void feedback(Feedback feedback) {
			this.received.add(feedback);
		}

	}

}
