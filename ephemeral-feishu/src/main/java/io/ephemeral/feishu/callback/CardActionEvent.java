package io.ephemeral.feishu.callback;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.ViewedCard;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;
import io.ephemeral.feishu.card.element.ButtonName;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Somebody has pressed a button, submitted a form or used another component of a card.
 * <p>
 * Who pressed and where the card is, the platform says. The {@linkplain #value() value}
 * and the {@linkplain #form() form} come from the user's client, so they are to be
 * checked as any input.
 *
 * @see <a href=
 * "https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication">Card
 * callback communication</a>
 */
public final class CardActionEvent implements ViewedCard {

	/** Some programs in between put an id of their own in the place of a message's. */
	private static final String MESSAGE_PREFIX = "om_";

	private static final String TOKEN_PREFIX = "c-";

	private final String id;

	/** Whether the id is the platform's. */
	private final boolean identified;

	private final @Nullable TenantKey tenantKey;

	private final Viewer operator;

	private final @Nullable ChatId chat;

	private final @Nullable MessageId messageId;

	private final JsonNode json;

	private final JsonNode header;

	private final JsonNode event;

	private final JsonNode action;

	private final JsonNode value;

	private final JsonNode form;

	private final @Nullable String token;

	private final boolean legacy;

	private CardActionEvent(CallbackPayload payload) {
		this.json = payload.json();
		this.legacy = payload.shape() == CallbackPayload.Shape.LEGACY_CLICK;
		this.header = payload.header();
		this.event = payload.event();
		this.action = partOrEvent("action");
		this.value = WrittenJson.read(this.action.path("value"));
		this.form = FormValues.of(this.action.path("form_value"));
		JsonNode person = partOrEvent("operator");
		this.operator = operator(person);
		this.token = tokenIn(payload);
		String known = firstKnown(payload.eventId(), this.token);
		this.identified = known != null;
		this.id = (known != null) ? known : UUID.randomUUID().toString();
		String tenant = firstText(this.header.path("tenant_key"), person.path("tenant_key"),
				this.json.path("tenant_key"));
		this.tenantKey = (tenant != null) ? new TenantKey(tenant) : null;
		JsonNode[] places = { this.event.path("context"), this.event, this.json.path("context"), this.json };
		String knownChat = firstText(places, "open_chat_id", "");
		this.chat = (knownChat != null) ? new ChatId(knownChat) : null;
		String message = firstText(places, "open_message_id", MESSAGE_PREFIX);
		this.messageId = (message != null) ? new MessageId(message) : null;
	}

	static CardActionEvent of(CallbackPayload payload) {
		try {
			return new CardActionEvent(payload);
		}
		catch (IllegalArgumentException ex) {
			throw new CallbackRejectedException(Reason.MALFORMED);
		}
	}

	/**
	 * Reads a click as the platform's documents and SDKs show it, for tests of handlers.
	 * Nothing is verified.
	 * @param json the deciphered body of a callback, of the new or the old shape; the
	 * fields of its header may be at the top
	 * @return the click
	 * @throws IllegalArgumentException if the text is not such a body
	 */
	public static CardActionEvent parse(String json) {
		try {
			JsonNode body = CallbackMapper.INSTANCE.readTree(json);
			return new CardActionEvent(CallbackPayload.of(body, !CallbackPayload.isOfSecondVersion(body)));
		}
		catch (JacksonException | CallbackRejectedException ex) {
			throw new IllegalArgumentException("This is no callback of a click");
		}
	}

	/**
	 * By which a second delivery is known.
	 * @return the {@code event_id}; for a callback of the old shape its token
	 */
	public String id() {
		return this.id;
	}

	/**
	 * The company of the one who pressed.
	 * @return the tenant key, or null if the platform has not said
	 */
	public @Nullable TenantKey tenantKey() {
		return this.tenantKey;
	}

	/**
	 * Who pressed.
	 * @return by open id; by user id if the platform has told no other
	 */
	public Viewer operator() {
		return this.operator;
	}

	/**
	 * Who looks at the card: the one who pressed.
	 * @return as of {@link #operator()}
	 */
	@Override
	public Viewer viewer() {
		return operator();
	}

	/**
	 * Where the card is.
	 * @return the chat
	 * @throws IllegalStateException if the platform has not said
	 */
	@Override
	public ChatId chat() {
		if (this.chat == null) {
			throw new IllegalStateException("The click " + this.id + " has no open_chat_id");
		}
		return this.chat;
	}

	/**
	 * The card that was pressed.
	 * @return the id of its message
	 * @throws IllegalStateException if the platform has not said
	 */
	@Override
	public MessageId messageId() {
		if (this.messageId == null) {
			throw new IllegalStateException(
					"The click " + this.id + " has no open_message_id that begins with " + MESSAGE_PREFIX);
		}
		return this.messageId;
	}

	/**
	 * When it was pressed.
	 * @return the time, or null if the platform has not said
	 */
	public @Nullable Instant createdAt() {
		return PlatformValues.instant(this.header.path("create_time"));
	}

	/**
	 * By which the card can be updated twice within 30 minutes, once the click is
	 * answered.
	 * @return {@code c-…}, or null if the platform has sent none
	 */
	public @Nullable String token() {
		return this.token;
	}

	/**
	 * The place of the card in the client.
	 * @return such as {@code im_message}, or {@code im_top_notice} for a card that is
	 * pinned above a chat; null if the callback does not contain it
	 */
	public @Nullable String host() {
		return firstText(this.event.path("host"), this.json.path("host"));
	}

	/**
	 * What the application calls the action. This chooses the handler.
	 * @return the member {@code action} of the value, or a value that is a string; or
	 * else the {@linkplain ButtonName#actionIn(String) action in the name} of the
	 * component, since a submit may come without a value; null if there is none of them
	 */
	public @Nullable String action() {
		String action = firstText(value().path("action"), value());
		String name = nameInCard();
		return (action != null || name == null) ? action : ButtonName.actionIn(name);
	}

	/**
	 * What kind of component it was. This does not choose the handler.
	 * @return such as {@code button}, or null if the platform has not said; older SDKs
	 * show {@code form_submit} for the button of a form
	 */
	public @Nullable String tag() {
		return CallbackPayload.text(this.action.path("tag"));
	}

	/**
	 * The name of the component.
	 * @return the name, {@linkplain ButtonName#withoutAction(String) without the action}
	 * that a builder has added; null if it has none
	 */
	public @Nullable String name() {
		String name = nameInCard();
		return (name != null) ? ButtonName.withoutAction(name) : null;
	}

	private @Nullable String nameInCard() {
		return CallbackPayload.text(this.action.path("name"));
	}

	/**
	 * What the application has put into the component. A value that is JSON written as
	 * text is read.
	 * @return an object or a string; a missing node without, which a submit can be
	 * although its button has a value. Not to be changed
	 */
	public JsonNode value() {
		return this.value;
	}

	/**
	 * Reads the value as a record.
	 * @param <T> what it is read as
	 * @param type a record
	 * @return the value
	 * @throws FormBindingException if the value does not fit
	 * @throws IllegalStateException if the record or the type of a component fails
	 */
	public <T> T value(Class<T> type) {
		return FormBinder.bindValue(value(), type, this);
	}

	/**
	 * What was filled into a form. Values that are JSON written as text are read.
	 * @return values by the names of the components; a missing node if no form was
	 * submitted. Not to be changed
	 */
	public JsonNode form() {
		return this.form;
	}

	/**
	 * Reads a form as a record. A field that was left empty is absent. Days and times are
	 * read as any type of {@code java.time}; those with an offset are on the clock of the
	 * user's {@linkplain #zone() zone}.
	 * @param <T> what it is read as
	 * @param type a record, its components named as those of the form, or with
	 * {@code JsonProperty}
	 * @return the form
	 * @throws FormBindingException if a value does not fit, with the name of the field
	 * @throws IllegalStateException if the record or the type of a component fails
	 */
	public <T> T form(Class<T> type) {
		ObjectNode filled = FormValues.filled(form());
		try {
			return FormBinder.bind(filled, type, this);
		}
		catch (FormBindingException ex) {
			ObjectNode flat = FormValues.flat(filled);
			if (flat.equals(filled)) {
				throw ex;
			}
			return FormBinder.bind(flat, type, this);
		}
	}

	/**
	 * What was chosen, outside of a form.
	 * @return value of the option, open id, day or time; null if nothing was chosen
	 */
	public @Nullable String option() {
		return Stream.of("option", "options")
			.flatMap((name) -> FormValues.texts(this.action.path(name)))
			.findFirst()
			.orElse(null);
	}

	/**
	 * All that was chosen, outside of a form.
	 * @return options in the platform's order, empty if nothing was chosen
	 */
	public List<String> options() {
		List<String> options = FormValues.texts(this.action.path("options")).toList();
		return options.isEmpty() ? FormValues.texts(this.action.path("option")).toList() : options;
	}

	/**
	 * What was typed, outside of a form.
	 * @return the text, or null if nothing was
	 */
	public @Nullable String input() {
		return CallbackPayload.text(this.action.path("input_value"));
	}

	/**
	 * Whether a checker was ticked, outside of a form.
	 * @return false also if it was none
	 */
	public boolean checked() {
		return this.action.path("checked").asString("").strip().equalsIgnoreCase("true");
	}

	/**
	 * Where the clock of the user's client is set to.
	 * @return the zone, or null if the platform has not said
	 */
	public @Nullable ZoneId zone() {
		String zone = CallbackPayload.text(this.action.path("timezone"));
		try {
			return (zone != null) ? ZoneId.of(zone) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * The language of the card. The platform does not tell it, so it is the member
	 * {@code locale} of the value, if the application has put it there, such as
	 * {@code zh_cn} or {@code zh-CN}.
	 * @return the language, or null if there is none
	 */
	public @Nullable Locale locale() {
		String locale = CallbackPayload.text(value().path("locale"));
		return (locale != null) ? PlatformValues.locale(locale) : null;
	}

	/**
	 * All that the platform has sent.
	 * @return the deciphered body, not to be changed
	 */
	public JsonNode json() {
		return this.json;
	}

	/** The card that was pressed, if the callback contains its id. */
	@Nullable MessageId clickedMessage() {
		return this.messageId;
	}

	/** Whether the answer has the old shape too. */
	boolean isLegacy() {
		return this.legacy;
	}

	/**
	 * Returns what is the same in a second delivery. Headers that nobody signed have no
	 * say in it.
	 * @param signature signature of the callback, which takes the place of a missing id
	 */
	String deliveryId(Supplier<String> signature) {
		return this.identified ? this.id : signature.get();
	}

	/**
	 * Returns the id for logs, or words for a token, by which the card can be changed.
	 */
	String loggedId() {
		return this.id.equals(this.token) ? "of the older shape" : this.id;
	}

	@Override
	public String toString() {
		return "CardActionEvent[" + loggedId() + "]";
	}

	/**
	 * A part of the event. Some documents show it beside the event, and the old shape has
	 * the operator's ids without a part around them.
	 */
	private JsonNode partOrEvent(String name) {
		JsonNode ofEvent = this.event.path(name);
		JsonNode part = ofEvent.isObject() ? ofEvent : this.json.path(name);
		return part.isObject() ? part : this.event;
	}

	private static @Nullable String firstText(JsonNode[] places, String name, String prefix) {
		for (JsonNode place : places) {
			String text = CallbackPayload.text(place.path(name));
			if (text != null && text.startsWith(prefix)) {
				return text;
			}
		}
		return null;
	}

	/** At the top of a body there may be the verification token of the app instead. */
	private @Nullable String tokenIn(CallbackPayload payload) {
		String found = CallbackPayload.text(this.event.path("token"));
		boolean ofApp = found != null && found.equals(payload.verificationToken()) && !found.startsWith(TOKEN_PREFIX);
		return ofApp ? null : found;
	}

	private static Viewer operator(JsonNode person) {
		String openId = CallbackPayload.text(person.path("open_id"));
		return (openId != null) ? Viewer.openId(openId) : Viewer.userId(person.path("user_id").asString(""));
	}

	private static @Nullable String firstKnown(@Nullable String eventId, @Nullable String token) {
		return (eventId != null) ? eventId : token;
	}

	private static @Nullable String firstText(JsonNode... nodes) {
		for (JsonNode node : nodes) {
			String text = CallbackPayload.text(node);
			if (text != null) {
				return text;
			}
		}
		return null;
	}

}
