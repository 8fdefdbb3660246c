package io.ephemeral.feishu.simulator.event;

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

import io.ephemeral.feishu.simulator.tenant.Chat;
import io.ephemeral.feishu.simulator.tenant.Click;
import io.ephemeral.feishu.simulator.tenant.ClickError;
import io.ephemeral.feishu.simulator.tenant.ClickFailure;
import io.ephemeral.feishu.simulator.tenant.ClickReply;
import io.ephemeral.feishu.simulator.tenant.Person;
import io.ephemeral.feishu.simulator.tenant.Tenant;
import io.ephemeral.feishu.simulator.tenant.Toast;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Clicks of members. Each one calls the application and shows the reply on the screens.
 */
public final class Clicks {

	private static final Set<String> TOAST_TYPES = Set.of("info", "success", "warning", "error");

	private static final DateTimeFormatter OFFSET = DateTimeFormatter.ofPattern("xx", Locale.ROOT);

	private final Tenant tenant;

	private final EventSender events;

	private final EventPayloads payloads;

	public Clicks(Tenant tenant, EventSender events, EventPayloads payloads) {
		this.tenant = tenant;
		this.events = events;
		this.payloads = payloads;
	}

	/**
	 * Uses a card.
	 * @param action tag, name, value and input, as the component reports them; days and
	 * times without an offset
	 * @return the toast that the member's client shows afterwards, if any
	 * @throws IllegalStateException if the card is not on the member's screen
	 */
	public Mono<Optional<Toast>> click(Chat chat, Person member, String messageId, ObjectNode action) {
		return Mono.defer(() -> {
			Click click = this.tenant.click(chat, member, messageId);
			complete(action, new CardControls(click.card()), member.zone());
			return this.events.callback(payload(click, action))
				.map((answer) -> this.tenant.answer(click, () -> reply(answer, member)))
				.onErrorResume(ClickFailure.class, (ex) -> Mono.just(Optional.of(Toast.failed(ex.error()))))
				.doOnNext((toast) -> toast.ifPresent((shown) -> this.tenant.showToast(chat, member, shown)));
		});
	}

	private ObjectNode payload(Click click, ObjectNode action) {
		return this.events.hasLegacyCallbacks() ? this.payloads.legacyCardAction(click, action)
				: this.payloads.cardAction(click, action, this.tenant.now());
	}

	/**
	 * Adds the member's time zone to the action, and its offset to each day and time.
	 * @param action what a component reports
	 * @param controls components of its card
	 */
	public static void complete(ObjectNode action, CardControls controls, ZoneId zone) {
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

	private ClickReply reply(JsonNode answer, Person member) {
		return new ClickReply(toast(answer.path("toast"), member), cardIn(answer));
	}

	private static Optional<Toast> toast(JsonNode toast, Person member) {
		if (toast.isMissingNode()) {
			return Optional.empty();
		}
		JsonNode content = toast.path("i18n").path(member.language().toLowerCase(Locale.ROOT));
		content = content.isString() ? content : toast.path("content");
		String type = toast.path("type").asString("info");
		if (!content.isString() || !TOAST_TYPES.contains(type)) {
			throw new ClickFailure(ClickError.WRONG_BODY);
		}
		return Optional.of(new Toast(type, content.asString(), 0));
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
			default -> throw new ClickFailure(ClickError.WRONG_CARD);
		};
	}

}
