package io.ephemeral.feishu.callback;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.ViewedCard;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;
import io.ephemeral.feishu.callback.json.CallbackMapper;
import io.ephemeral.feishu.callback.json.PlatformValues;
import io.ephemeral.feishu.callback.json.WrittenJson;
import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.card.element.ButtonName;
import io.ephemeral.feishu.seal.OpenedSeal;
import io.ephemeral.feishu.seal.SealPlace;
import io.ephemeral.feishu.seal.SealRefusedException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Click on a component of a card: a button, the submit of a form, a picker or another
 * component.
 * <p>
 * The user and the chat come from the platform. The {@linkplain #value() value} and the
 * {@linkplain #form() form} come from the user's client, so check them like any input. A
 * value with a {@link Seal} is as the application wrote it.
 *
 * @see <a href=
 * "https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-callback-communication">Card
 * callback communication</a>
 */
public final class CardActionEvent implements ViewedCard {

	/**
	 * Prefix of message ids. Some programs between the platform and the application
	 * replace the id with their own id.
	 */
	private static final String MESSAGE_PREFIX = "om_";

	private static final String TOKEN_PREFIX = "c-";

	private final String id;

	/** Whether the id comes from the platform. */
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

	/** Seal from which the value comes; null if it comes from the client. */
	private final @Nullable OpenedSeal seal;

	private CardActionEvent(CallbackPayload payload) {
		this.seal = null;
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
		String tenant = firstText(new JsonNode[] { this.header, person, this.json }, "tenant_key", "");
		this.tenantKey = (tenant != null) ? new TenantKey(tenant) : null;
		JsonNode[] places = { this.event.path("context"), this.event, this.json.path("context"), this.json };
		String knownChat = firstText(places, "open_chat_id", "");
		this.chat = (knownChat != null) ? new ChatId(knownChat) : null;
		String message = firstText(places, "open_message_id", MESSAGE_PREFIX);
		this.messageId = (message != null) ? new MessageId(message) : null;
	}

	/** Creates the same click with the value that was sealed. */
	private CardActionEvent(CardActionEvent click, JsonNode value, OpenedSeal seal) {
		this.seal = seal;
		this.value = value;
		this.json = click.json;
		this.legacy = click.legacy;
		this.header = click.header;
		this.event = click.event;
		this.action = click.action;
		this.form = click.form;
		this.operator = click.operator;
		this.token = click.token;
		this.identified = click.identified;
		this.id = click.id;
		this.tenantKey = click.tenantKey;
		this.chat = click.chat;
		this.messageId = click.messageId;
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
	 * Reads a click in the format of the platform's documentation and SDKs, for tests of
	 * handlers. No signature is checked.
	 * @param json the deciphered body of a callback, of the newer or the older shape; the
	 * fields of its header may be at the top
	 * @return the click
	 * @throws IllegalArgumentException if the text is not the body of a click
	 */
	public static CardActionEvent parse(String json) {
		try {
			JsonNode body = CallbackMapper.INSTANCE.readTree(json);
			return new CardActionEvent(CallbackPayload.of(body, !CallbackPayload.isOfSecondVersion(body)));
		}
		catch (JacksonException | CallbackRejectedException ex) {
			throw new IllegalArgumentException("The JSON is not the callback of a click");
		}
	}

	/**
	 * Returns the id of the click, which is the same in a second delivery.
	 * @return the {@code event_id}; the token for a callback of the older shape
	 */
	public String id() {
		return this.id;
	}

	/**
	 * Returns the tenant of the user who clicked.
	 * @return the tenant key; null if the callback does not contain it
	 */
	public @Nullable TenantKey tenantKey() {
		return this.tenantKey;
	}

	/**
	 * Returns the user who clicked.
	 * @return the user by open id, or by user id if the callback contains no open id
	 */
	public Viewer operator() {
		return this.operator;
	}

	/**
	 * Returns the viewer of the card, who is the user who clicked.
	 * @return the same as {@link #operator()}
	 */
	@Override
	public Viewer viewer() {
		return operator();
	}

	/**
	 * Returns the chat of the card.
	 * @return the chat
	 * @throws IllegalStateException if the callback does not contain it
	 */
	@Override
	public ChatId chat() {
		if (this.chat == null) {
			throw new IllegalStateException("The click " + this.id + " has no open_chat_id");
		}
		return this.chat;
	}

	/**
	 * Returns the place of the card, to which the seals of its successor are bound.
	 * @return the tenant and the chat, as far as the callback contains them
	 */
	public SealPlace place() {
		return new SealPlace(this.tenantKey, this.chat);
	}

	/**
	 * Returns the id of the clicked card.
	 * @return the message id
	 * @throws IllegalStateException if the callback does not contain it
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
	 * Returns the time of the click.
	 * @return the time; null if the callback does not contain it
	 */
	public @Nullable Instant createdAt() {
		return PlatformValues.instant(this.header.path("create_time"));
	}

	/**
	 * Returns the token of the click. After the response to the click, it allows two
	 * updates of the card within 30 minutes.
	 * @return the token, such as {@code c-…}; null if the callback does not contain it
	 */
	public @Nullable String token() {
		return this.token;
	}

	/**
	 * Returns the place of the card in the client.
	 * @return a place such as {@code im_message}, or {@code im_top_notice} for a card
	 * that is pinned above a chat; null if the callback does not contain it
	 */
	public @Nullable String host() {
		return firstText(this.event.path("host"), this.json.path("host"));
	}

	/**
	 * Returns the name of the action, which selects the handler.
	 * @return the member {@code action} of the value, or the value itself if it is a
	 * string. Otherwise the {@linkplain ButtonName#actionIn(String) action in the name}
	 * of the component, because a submit may arrive without a value. Null if there is no
	 * action
	 */
	public @Nullable String action() {
		String action = firstText(value().path("action"), value());
		String name = nameInCard();
		return (action != null || name == null) ? action : ButtonName.actionIn(name);
	}

	/**
	 * Reads the action as a record.
	 * @param <T> type of the action
	 * @param type the record, or a sealed interface that permits records, of which the
	 * {@linkplain #action() name} selects one
	 * @return the action with its state
	 * @throws FormBindingException if the value does not match the record, for example
	 * because the submit of a form arrived without it
	 * @throws SealRefusedException if the record is a
	 * {@link io.ephemeral.feishu.action.SealedAction} and the click has no valid seal
	 * @throws IllegalStateException if the click has another action, or the record cannot
	 * be created
	 */
	public <T extends TypedAction> T action(Class<T> type) {
		return type.cast(new ActionRecords(type).read(this));
	}

	/**
	 * Returns the tag of the component. It does not select the handler.
	 * @return a tag such as {@code button}; null if the callback does not contain it.
	 * Older SDKs return {@code form_submit} for the button of a form
	 */
	public @Nullable String tag() {
		return PlatformValues.text(this.action.path("tag"));
	}

	/**
	 * Returns the name of the component.
	 * @return the name, {@linkplain ButtonName#withoutAction(String) without the action}
	 * that a builder has added; null if the component has no name
	 */
	public @Nullable String name() {
		String name = nameInCard();
		return (name != null) ? ButtonName.withoutAction(name) : null;
	}

	private @Nullable String nameInCard() {
		return PlatformValues.text(this.action.path("name"));
	}

	/**
	 * Returns the value that the application set on the component. If the value is a text
	 * that contains JSON, the JSON is returned.
	 * @return an object or a string; do not change it. A missing node if there is no
	 * value, which can happen in a submit although its button has a value
	 */
	public JsonNode value() {
		return this.value;
	}

	/**
	 * Reads the value as a record.
	 * @param <T> type of the record
	 * @param type a record
	 * @return the value
	 * @throws FormBindingException if the value does not match the record
	 * @throws IllegalStateException if the record, or the type of one of its components,
	 * cannot be created
	 */
	public <T> T value(Class<T> type) {
		return FormBinder.bindValue(value(), type, this);
	}

	/**
	 * Returns the values of a submitted form. If a value is a text that contains JSON,
	 * the JSON is returned.
	 * @return values by the names of the components; do not change them. A missing node
	 * if no form was submitted
	 */
	public JsonNode form() {
		return this.form;
	}

	/**
	 * Reads a form as a record. An empty field is absent, and a checker that is absent is
	 * not checked. Dates and times can have any type of {@code java.time}; types with an
	 * offset use the user's {@linkplain #zone() zone}.
	 * @param <T> type of the record
	 * @param type a record whose components have the names of the form's components, or
	 * {@code JsonProperty} with these names
	 * @return the form
	 * @throws FormBindingException if a value does not match the record; the exception
	 * has the name of the field
	 * @throws IllegalStateException if the record, or the type of one of its components,
	 * cannot be created
	 */
	public <T> T form(Class<T> type) {
		ObjectNode filled = FormBinder.withFlags(FormValues.filled(form()), type);
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
	 * Returns the selection, outside of a form.
	 * @return value of the option, open id, date or time; null if nothing was selected
	 */
	public @Nullable String option() {
		return Stream.of("option", "options")
			.flatMap((name) -> FormValues.texts(this.action.path(name)))
			.findFirst()
			.orElse(null);
	}

	/**
	 * Returns all selected options, outside of a form.
	 * @return options in the platform's order; empty if nothing was selected
	 */
	public List<String> options() {
		List<String> options = FormValues.texts(this.action.path("options")).toList();
		return options.isEmpty() ? FormValues.texts(this.action.path("option")).toList() : options;
	}

	/**
	 * Returns the text of an input, outside of a form.
	 * @return the text; null if there is none
	 */
	public @Nullable String input() {
		return PlatformValues.text(this.action.path("input_value"));
	}

	/**
	 * Returns whether a checker was checked, outside of a form.
	 * @return whether it was checked; false for other components
	 */
	public boolean checked() {
		return this.action.path("checked").asString("").strip().equalsIgnoreCase("true");
	}

	/**
	 * Returns the time zone of the user's client.
	 * @return the zone; null if the callback does not contain it
	 */
	public @Nullable ZoneId zone() {
		String zone = PlatformValues.text(this.action.path("timezone"));
		try {
			return (zone != null) ? ZoneId.of(zone) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	/**
	 * Returns the language of the card. The platform does not send it, so the library
	 * adds it to the value as the member {@code locale}, if the application sent the card
	 * in a requested language. The application can also set this member itself, such as
	 * {@code zh_cn} or {@code zh-CN}.
	 * @return the language; null if the value does not contain it
	 */
	public @Nullable Locale locale() {
		String locale = PlatformValues.text(value().path("locale"));
		return (locale != null) ? PlatformValues.locale(locale) : null;
	}

	/**
	 * Returns the whole callback.
	 * @return the deciphered body; do not change it
	 */
	public JsonNode json() {
		return this.json;
	}

	/** Returns the id of the clicked card; null if the callback does not contain it. */
	@Nullable MessageId clickedMessage() {
		return this.messageId;
	}

	/** Returns all ids by which an application can name the user who clicked. */
	Set<Viewer> operators() {
		JsonNode person = partOrEvent("operator");
		String userId = PlatformValues.text(person.path("user_id"));
		return Stream.concat(Stream.of(this.operator), Stream.ofNullable(userId).map(Viewer::userId))
			.collect(Collectors.toUnmodifiableSet());
	}

	/** Returns what the platform reports about the component and its use. */
	JsonNode component() {
		return this.action;
	}

	/**
	 * Returns whether the component claims to be sealed. A submit without a value claims
	 * it by its name.
	 */
	boolean claimsSeal() {
		String name = nameInCard();
		return value().has(Seal.MEMBER) || (name != null && ButtonName.isSealed(name));
	}

	/**
	 * Returns whether the value comes from a valid {@link Seal}.
	 * @return true if nobody but this application can have written the value
	 */
	public boolean isSealed() {
		return this.seal != null;
	}

	/** Returns the same click with the state that was sealed. */
	CardActionEvent unsealed(OpenedSeal seal) {
		ObjectNode value = ((ObjectNode) this.value).deepCopy();
		return new CardActionEvent(this, value.retain("action", "locale").setAll((ObjectNode) seal.state()), seal);
	}

	/**
	 * Returns the value of a component that carries on this one: with the same state, and
	 * with the same conditions if it was sealed.
	 * @return an object; only the action if the click has no value
	 */
	ObjectNode carriedOn() {
		ObjectNode value = this.value.isObject() ? ((ObjectNode) this.value).deepCopy()
				: CallbackMapper.INSTANCE.createObjectNode().put("action", action());
		return (this.seal != null) ? value.set(Seal.MEMBER, this.seal.conditions()) : value;
	}

	/** Returns whether the click has the older shape, which the response needs too. */
	boolean isLegacy() {
		return this.legacy;
	}

	/**
	 * Returns an id that is the same in a second delivery. It does not depend on unsigned
	 * headers.
	 * @param signature signature of the callback, used if the click has no id
	 */
	String deliveryId(Supplier<String> signature) {
		return this.identified ? this.id : signature.get();
	}

	/**
	 * Returns the id for logs. A token is not returned, because it allows changes of the
	 * card.
	 */
	String loggedId() {
		return this.id.equals(this.token) ? "of the older shape" : this.id;
	}

	@Override
	public String toString() {
		return "CardActionEvent[" + loggedId() + "]";
	}

	/**
	 * Returns a part of the event. Some pages of the documentation have it beside the
	 * event, and the older shape has the operator's ids at the top.
	 */
	private JsonNode partOrEvent(String name) {
		JsonNode ofEvent = this.event.path(name);
		JsonNode part = ofEvent.isObject() ? ofEvent : this.json.path(name);
		return part.isObject() ? part : this.event;
	}

	private static @Nullable String firstText(JsonNode[] places, String name, String prefix) {
		for (JsonNode place : places) {
			String text = PlatformValues.text(place.path(name));
			if (text != null && text.startsWith(prefix)) {
				return text;
			}
		}
		return null;
	}

	/**
	 * Returns the token of the click. A token at the top of a body may be the
	 * verification token of the app instead.
	 */
	private @Nullable String tokenIn(CallbackPayload payload) {
		String found = PlatformValues.text(this.event.path("token"));
		boolean ofApp = found != null && found.equals(payload.verificationToken()) && !found.startsWith(TOKEN_PREFIX);
		return ofApp ? null : found;
	}

	private static Viewer operator(JsonNode person) {
		String openId = PlatformValues.text(person.path("open_id"));
		return (openId != null) ? Viewer.openId(openId) : Viewer.userId(person.path("user_id").asString(""));
	}

	private static @Nullable String firstKnown(@Nullable String eventId, @Nullable String token) {
		return (eventId != null) ? eventId : token;
	}

	private static @Nullable String firstText(JsonNode... nodes) {
		for (JsonNode node : nodes) {
			String text = PlatformValues.text(node);
			if (text != null) {
				return text;
			}
		}
		return null;
	}

}
