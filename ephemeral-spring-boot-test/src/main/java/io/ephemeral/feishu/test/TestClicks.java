package io.ephemeral.feishu.test;

import java.time.ZoneId;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.element.Behavior;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.form.RecordForm;
import io.ephemeral.feishu.simulator.event.CardControls;
import io.ephemeral.feishu.simulator.event.Clicks;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Clicks in a {@link CardActionTest}. Each click is on a new card, which is localized,
 * checked and sealed as if the application had sent it. When a method returns, the
 * handler has replied, and the work after its reply has ended. If that work fails, the
 * method throws an {@link IllegalStateException} with the failure as its cause.
 * <p>
 * This object does not change: {@link #by}, {@link #chat} and {@link #locale} return
 * another one.
 */
public final class TestClicks {

	private static final String LABEL = "Click";

	private final ClickChannel channel;

	private final Clicker clicker;

	TestClicks(ClickChannel channel) {
		this(channel, new Clicker(Viewer.openId("ou_test"), new ChatId("oc_test"), null));
	}

	private TestClicks(ClickChannel channel, Clicker clicker) {
		this.channel = channel;
		this.clicker = clicker;
	}

	/**
	 * Sets the person who clicks. The default is {@code ou_test}.
	 * @param operator the person
	 * @return the clicks of this person
	 */
	public TestClicks by(Viewer.OpenId operator) {
		return new TestClicks(this.channel, new Clicker(operator, this.clicker.chat(), this.clicker.locale()));
	}

	/**
	 * Sets the chat of the card. The default is {@code oc_test}.
	 * @param chat the chat
	 * @return the clicks in this chat
	 */
	public TestClicks chat(ChatId chat) {
		return new TestClicks(this.channel, new Clicker(this.clicker.operator(), chat, this.clicker.locale()));
	}

	/**
	 * Sets the language in which the card was sent. By default, none was requested.
	 * @param locale the language
	 * @return the clicks on cards in this language
	 */
	public TestClicks locale(Locale locale) {
		return new TestClicks(this.channel, new Clicker(this.clicker.operator(), this.clicker.chat(), locale));
	}

	/**
	 * Clicks a button.
	 * @param action action of the button, with its state
	 * @return the result
	 */
	public ClickResult on(TypedAction action) {
		return on(Behavior.callback(action));
	}

	/**
	 * Clicks a button with a sealed action.
	 * @param action action of the button, with its state
	 * @param seal condition for clicks
	 * @return the result
	 */
	public ClickResult on(TypedAction action, Seal seal) {
		return on(Behavior.callback(action, seal));
	}

	/**
	 * Clicks a button.
	 * @param action name of the action
	 * @return the result
	 */
	public ClickResult on(String action) {
		return on(Behavior.callback(action));
	}

	private ClickResult on(Behavior.Callback callback) {
		return press(Card.builder().add(Button.builder(LABEL).behavior(callback)).build(), LABEL);
	}

	/**
	 * Presses a button of a card, or a container that can be clicked as a whole. A button
	 * that submits a form submits its initial values.
	 * @param card the card
	 * @param label such as {@code Save}, in the language of the card
	 * @return the result
	 * @throws IllegalArgumentException if the card has no such button, or the client does
	 * not call the application
	 */
	public ClickResult press(CardContent card, String label) {
		CardControls controls = controls(card);
		return use(controls, controls.press(label, Map.of(), Map.of()));
	}

	/**
	 * Submits the {@link RecordForm} of a record with these values.
	 * @param form record whose simple name is the action. For another action, use
	 * {@link #submit(CardContent, Map)}
	 * @return the result
	 */
	public ClickResult submit(Record form) {
		return submit(prefilled(form), Map.of());
	}

	private static <T extends Record> RecordForm<T> prefilled(T values) {
		@SuppressWarnings("unchecked")
		Class<T> type = (Class<T>) values.getClass();
		return RecordForm.of(type).values(values);
	}

	/**
	 * Fills in the only form of a card, and presses the only button that submits it.
	 * @param card card such as a {@link RecordForm}
	 * @param values values by the names of the fields; other fields keep their initial
	 * values. A day or time is a {@code java.time} object or a text such as
	 * {@code 2026-12-24 08:30}, a person is an open id, and several options or persons
	 * are a collection
	 * @return the result
	 * @throws IllegalArgumentException if the form has no such field or option, or the
	 * client refuses the submit because a required field is empty
	 */
	public ClickResult submit(CardContent card, Map<String, ?> values) {
		CardControls controls = controls(card);
		return use(controls, controls.submit(values, people(values)));
	}

	private CardControls controls(CardContent card) {
		return new CardControls(this.channel.shown(card, this.clicker));
	}

	/** Returns the open ids among the values, because there are no members with names. */
	private static Map<String, String> people(Map<String, ?> values) {
		return values.values()
			.stream()
			.flatMap((value) -> (value instanceof Collection<?> several) ? several.stream() : Stream.of(value))
			.map(Object::toString)
			.filter((value) -> value.startsWith("ou_"))
			.distinct()
			.collect(Collectors.toMap(Function.identity(), Function.identity()));
	}

	private ClickResult use(CardControls controls, CardControls.Use use) {
		ObjectNode report = use.report();
		if (report == null) {
			throw new IllegalArgumentException("The client does not call the application"
					+ ((use.toast() != null) ? ": " + use.toast().content() : ""));
		}
		Clicks.complete(report, controls, ZoneId.systemDefault());
		return this.channel.send(report, this.clicker);
	}

	/**
	 * Submits a form with any values, which a client could send.
	 * @param action name of the action
	 * @param values values in the format of the platform: texts, such as
	 * {@code 2026-12-24 +0800} for a day, lists of texts, and booleans
	 * @return the result
	 */
	public ClickResult submit(String action, Map<String, ?> values) {
		ObjectNode report = button().put("name", action).put("timezone", ZoneId.systemDefault().getId());
		report.putObject("value").put("action", action);
		report.set("form_value", JsonMapper.shared().<JsonNode>valueToTree(values));
		return this.channel.send(report, this.clicker);
	}

	/**
	 * Clicks a component with any value, which a client could send. It is not sealed.
	 * @param json value of the component, such as <code>{"action": "eat"}</code>
	 * @return the result
	 */
	public ClickResult value(String json) {
		ObjectNode report = button();
		report.set("value", JsonMapper.shared().readTree(json));
		return this.channel.send(report, this.clicker);
	}

	private static ObjectNode button() {
		return JsonNodeFactory.instance.objectNode().put("tag", "button");
	}

}
