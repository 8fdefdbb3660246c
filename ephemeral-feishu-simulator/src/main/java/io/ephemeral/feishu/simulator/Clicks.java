package io.ephemeral.feishu.simulator;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.Temporal;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

import io.ephemeral.feishu.simulator.card.CardChecks;
import io.ephemeral.feishu.simulator.card.CardTarget;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What happens when a member uses a card: the application is called, and its answer shows
 * on the screens.
 */
final class Clicks {

	private static final Set<String> TOAST_TYPES = Set.of("info", "success", "warning", "error");

	private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx", Locale.ROOT);

	private final Tenant tenant;

	private final EventSender events;

	private final EventPayloads payloads;

	Clicks(Tenant tenant, EventSender events, EventPayloads payloads) {
		this.tenant = tenant;
		this.events = events;
		this.payloads = payloads;
	}

	/**
	 * Uses a card.
	 * @param action tag, name, value and what was entered, as the component reports it;
	 * days and times without an offset
	 * @return what the member's client tells then, if anything
	 * @throws IllegalStateException if the card is not on the member's screen
	 */
	Mono<Optional<ShownToast>> click(SimulatedChat chat, Person member, String messageId, ObjectNode action) {
		return Mono.defer(() -> {
			synchronized (this.tenant) {
				ShownCard card = chat.cardOnScreen(member, messageId);
				Message message = this.tenant.requireMessage(messageId);
				String token = this.tenant.updateTokens().issue(messageId, member);
				complete(action, card.controls(), member.zone());
				ObjectNode payload = this.events.hasLegacyCallbacks()
						? this.payloads.legacyCardAction(message, member, token, action)
						: this.payloads.cardAction(message, member, token, action, this.tenant.now());
				return this.events.callback(payload)
					.map((answer) -> apply(answer, message, member, token))
					.onErrorResume(EventSender.ClickFailedException.class,
							(ex) -> Mono.just(Optional.of(ShownToast.failed(ex.error()))))
					.doOnNext((toast) -> toast.ifPresent((shown) -> chat.tell(member, shown)));
			}
		});
	}

	/**
	 * Adds where the member's clock stands, to the action and to each day and time.
	 */
	private static void complete(ObjectNode action, CardControls controls, ZoneId zone) {
		action.put("timezone", zone.getId());
		if (action.has("option")) {
			action.put("option", withOffset(action.path("tag").asString(""), action.path("option").asString(""), zone));
		}
		if (action.get("form_value") instanceof ObjectNode values) {
			values.properties().forEach((field) -> {
				if (field.getValue().isString()) {
					values.put(field.getKey(),
							withOffset(controls.tagOf(field.getKey()), field.getValue().asString(), zone));
				}
			});
		}
	}

	private static String withOffset(String tag, String value, ZoneId zone) {
		try {
			return switch (tag) {
				case "date_picker" -> value + " " + offset(LocalDate.parse(value).atStartOfDay(), zone);
				case "picker_time" -> value + " " + offset(LocalTime.parse(value).atDate(LocalDate.now(zone)), zone);
				case "picker_datetime" -> value + " " + offset(LocalDateTime.parse(value.replace(' ', 'T')), zone);
				default -> value;
			};
		}
		catch (DateTimeParseException ex) {
			return value;
		}
	}

	private static String offset(LocalDateTime moment, ZoneId zone) {
		ZoneOffset offset = moment.atZone(zone).getOffset();
		return OFFSET.format((Temporal) moment.atOffset(offset));
	}

	private Optional<ShownToast> apply(JsonNode answer, Message clicked, Person member, String token) {
		synchronized (this.tenant) {
			this.tenant.updateTokens().answered(token);
			Optional<ShownToast> toast = toast(answer.path("toast"), member);
			JsonNode card = cardIn(answer);
			if (this.tenant.isRecalled(clicked.id())) {
				if (!clicked.isPrivate()) {
					throw new EventSender.ClickFailedException(ClickError.CARD_GONE);
				}
			}
			else if (card != null) {
				replace(clicked, card, member);
			}
			return toast;
		}
	}

	private static Optional<ShownToast> toast(JsonNode toast, Person member) {
		if (toast.isMissingNode()) {
			return Optional.empty();
		}
		JsonNode content = toast.path("i18n").path(member.language().toLowerCase(Locale.ROOT));
		content = content.isString() ? content : toast.path("content");
		String type = toast.path("type").asString("info");
		if (!content.isString() || !TOAST_TYPES.contains(type)) {
			throw new EventSender.ClickFailedException(ClickError.WRONG_BODY);
		}
		return Optional.of(new ShownToast(type, content.asString(), 0));
	}

	private @Nullable JsonNode cardIn(JsonNode answer) {
		if (this.events.hasLegacyCallbacks()) {
			ObjectNode bare = ((ObjectNode) answer).deepCopy();
			bare.remove("toast");
			return bare.isEmpty() ? null : bare;
		}
		JsonNode card = answer.path("card");
		if (card.isMissingNode()) {
			return null;
		}
		return switch (card.path("type").asString("")) {
			case "raw" -> card.path("data");
			case "template" -> card;
			default -> throw new EventSender.ClickFailedException(ClickError.WRONG_CARD);
		};
	}

	private void replace(Message clicked, JsonNode card, Person member) {
		if (!card.isObject() || Json.bytes(card).length > Tenant.MAX_CARD_SIZE
				|| !CardChecks.violations(card, clicked.isPrivate() ? CardTarget.EPHEMERAL : CardTarget.PUBLIC)
					.isEmpty()) {
			throw new EventSender.ClickFailedException(ClickError.WRONG_CARD);
		}
		boolean wasSecondVersion = this.tenant.requireMessage(clicked.id())
			.content()
			.path("schema")
			.asString("")
			.equals("2.0");
		if (wasSecondVersion && !card.has("type") && !card.path("schema").asString("").equals("2.0")) {
			throw new EventSender.ClickFailedException(ClickError.WRONG_VERSION);
		}
		this.tenant.replaceCard(clicked.id(), card, Message.isShared(card) ? Set.of() : Set.of(member));
	}

}
