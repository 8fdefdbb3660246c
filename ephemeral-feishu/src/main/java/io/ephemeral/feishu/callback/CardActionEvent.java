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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

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

	private final String id;

	private final @Nullable TenantKey tenantKey;

	private final Viewer operator;

	private final @Nullable ChatId chat;

	private final @Nullable MessageId messageId;

	private final JsonNode json;

	private final JsonNode event;

	private final JsonNode action;

	private final boolean legacy;

	private CardActionEvent(CallbackPayload payload) {
		this.json = payload.json();
		this.legacy = payload.shape() == CallbackPayload.Shape.LEGACY_CLICK;
		JsonNode inner = payload.event();
		this.event = inner.isObject() ? inner : this.json;
		this.action = inside("action");
		JsonNode person = inside("operator");
		this.operator = operator(person.isObject() ? person : this.event);
		this.id = idOf(payload);
		String tenant = firstText(payload.header().path("tenant_key"), person.path("tenant_key"),
				this.json.path("tenant_key"));
		this.tenantKey = (tenant != null) ? new TenantKey(tenant) : null;
		String chatId = context("open_chat_id");
		this.chat = (chatId != null) ? new ChatId(chatId) : null;
		String message = context("open_message_id");
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
	 * Reads a click as the platform's documents show it, for tests of handlers. Nothing
	 * is verified.
	 * @param json the deciphered body of a callback, of the new or the old shape
	 * @return the click
	 * @throws IllegalArgumentException if the text is not such a body
	 */
	public static CardActionEvent parse(String json) {
		try {
			JsonNode body = CallbackMapper.INSTANCE.readTree(json);
			return new CardActionEvent(CallbackPayload.of(body, !body.has("schema")));
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
			throw new IllegalStateException("The click " + this.id + " has no open_message_id");
		}
		return this.messageId;
	}

	/**
	 * When it was pressed.
	 * @return the time, or null if the platform has not said
	 */
	public @Nullable Instant createdAt() {
		return PlatformValues.instant(this.json.path("header").path("create_time"));
	}

	/**
	 * By which the card can be updated twice within 30 minutes, once the click is
	 * answered.
	 * @return {@code c-…}, or null if the platform has sent none
	 */
	public @Nullable String token() {
		return CallbackPayload.text(this.event.path("token"));
	}

	/**
	 * What the application calls the action. This chooses the handler.
	 * @return the member {@code action} of the value, or a value that is a string, or
	 * else the name of the component; null if there is neither
	 */
	public @Nullable String action() {
		return firstText(value().path("action"), value(), this.action.path("name"));
	}

	/**
	 * What kind of component it was.
	 * @return such as {@code button}, or null if the platform has not said
	 */
	public @Nullable String tag() {
		return CallbackPayload.text(this.action.path("tag"));
	}

	/**
	 * The name of the component.
	 * @return the name, or null if it has none
	 */
	public @Nullable String name() {
		return CallbackPayload.text(this.action.path("name"));
	}

	/**
	 * What the application has put into the component.
	 * @return an object or a string; a missing node without. Not to be changed
	 */
	public JsonNode value() {
		return this.action.path("value");
	}

	/**
	 * Reads the value as a record.
	 * @param <T> what it is read as
	 * @param type a record
	 * @return the value
	 * @throws FormBindingException if the value does not fit
	 */
	public <T> T value(Class<T> type) {
		return FormBinder.bind(value(), type, this);
	}

	/**
	 * What was filled into a form.
	 * @return values by the names of the components; a missing node if no form was
	 * submitted. Not to be changed
	 */
	public JsonNode form() {
		return this.action.path("form_value");
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
	 */
	public <T> T form(Class<T> type) {
		return FormBinder.bind(form(), type, this);
	}

	/**
	 * What was chosen, outside of a form.
	 * @return value of the option, open id, day or time; null if nothing was chosen
	 */
	public @Nullable String option() {
		List<String> options = options();
		return options.isEmpty() ? null : options.get(0);
	}

	/**
	 * All that was chosen, outside of a form.
	 * @return options in the platform's order, empty if nothing was chosen
	 */
	public List<String> options() {
		JsonNode options = this.action.has("options") ? this.action.path("options") : this.action.path("option");
		return (options.isArray() ? options.valueStream() : Stream.of(options)).map((option) -> option.asString(""))
			.filter((option) -> !option.isBlank())
			.toList();
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
		return this.action.path("checked").asString("").equals("true");
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

	/** Whether the answer has the old shape too. */
	boolean isLegacy() {
		return this.legacy;
	}

	/**
	 * By which a second delivery is known. Of the old shape that is a header if there is
	 * no token, together with what was pressed, since the header is not signed.
	 */
	String deliveryId(Supplier<@Nullable String> refreshToken) {
		String token = (this.legacy && token() == null) ? refreshToken.get() : null;
		return (token != null) ? token + this.json : this.id;
	}

	@Override
	public String toString() {
		return "CardActionEvent[" + this.id + "]";
	}

	/** Some documents show a part beside the event instead of in it. */
	private JsonNode inside(String name) {
		JsonNode part = this.event.get(name);
		return (part != null) ? part : this.json.path(name);
	}

	private @Nullable String context(String name) {
		return firstText(inside("context").path(name), inside(name));
	}

	private static Viewer operator(JsonNode person) {
		String openId = CallbackPayload.text(person.path("open_id"));
		return (openId != null) ? Viewer.openId(openId) : Viewer.userId(person.path("user_id").asString(""));
	}

	private String idOf(CallbackPayload payload) {
		String eventId = payload.eventId();
		String known = (eventId != null) ? eventId : token();
		return (known != null) ? known : UUID.randomUUID().toString();
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
