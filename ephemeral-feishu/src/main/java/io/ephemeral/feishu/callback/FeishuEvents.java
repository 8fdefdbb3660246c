package io.ephemeral.feishu.callback;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.ThreadId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;
import io.ephemeral.feishu.callback.json.MessageReader;
import io.ephemeral.feishu.callback.json.PlatformValues;
import io.ephemeral.feishu.event.AppTicketReceived;
import io.ephemeral.feishu.event.BotMenuPressed;
import io.ephemeral.feishu.event.FeishuEvent;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.event.OtherEvent;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reader of events.
 */
final class FeishuEvents {

	private static final Log logger = LogFactory.getLog(FeishuEvents.class);

	private static final String MESSAGE = "im.message.receive_v1";

	private static final String BOT_MENU = "application.bot.menu_v6";

	private static final String APP_TICKET = "app_ticket";

	/** Maximum number of logged types, much more than the platform has. */
	private static final int MOST_TYPES = 1000;

	private static final Set<String> LOGGED = ConcurrentHashMap.newKeySet();

	private static final Pattern LOCALE = Pattern.compile("LarkLocale/([A-Za-z]{2,3}_[A-Za-z]{2})\\b");

	private FeishuEvents() {
	}

	/**
	 * Returns an event that is not read yet.
	 * @throws CallbackRejectedException if the callback has no id or no type
	 */
	static Unread of(CallbackPayload payload) {
		String id = payload.eventId();
		if (id == null || payload.eventType().isBlank()) {
			throw new CallbackRejectedException(Reason.MALFORMED);
		}
		return new Unread(payload, id);
	}

	private static FeishuEvent read(String id, CallbackPayload payload) {
		try {
			return switch (payload.eventType()) {
				case MESSAGE -> message(id, payload);
				case BOT_MENU -> botMenu(id, payload);
				case APP_TICKET -> appTicket(id, payload);
				default -> other(id, payload, "has no class in this library");
			};
		}
		catch (IllegalArgumentException ex) {
			// A documented id is missing, such as that of a sender.
			return other(id, payload, "lacks an id that the documents require");
		}
	}

	/**
	 * Returns the platform's type of an event with its own record.
	 * @return the type; {@code other} for all other events, so that the number of values
	 * is small
	 */
	static String type(FeishuEvent event) {
		if (event instanceof MessageReceived) {
			return MESSAGE;
		}
		if (event instanceof BotMenuPressed) {
			return BOT_MENU;
		}
		return (event instanceof AppTicketReceived) ? APP_TICKET : "other";
	}

	private static FeishuEvent other(String id, CallbackPayload payload, String reason) {
		String type = payload.eventType();
		if (LOGGED.size() < MOST_TYPES && LOGGED.add(type + " " + reason)) {
			logger.debug("An event of the type " + type + " " + reason
					+ ", so listeners receive it as OtherEvent; this is logged once");
		}
		return new OtherEvent(id, type, tenantKey(payload), payload.json());
	}

	private static FeishuEvent message(String id, CallbackPayload payload) {
		JsonNode message = payload.event().path("message");
		JsonNode sender = payload.event().path("sender");
		MessageReader reader = new MessageReader(message);
		return new MessageReceived(id, tenantKey(payload), new ChatId(message.path("chat_id").asString("")),
				!message.path("chat_type").asString("").equals("p2p"),
				new MessageId(message.path("message_id").asString("")), threadId(message),
				openId(sender.path("sender_id")), !sender.path("sender_type").asString("user").equals("user"),
				message.path("message_type").asString(""), reader.text(), reader.mentions(),
				locale(message.path("user_agent").asString("")), payload.json(), reader.content());
	}

	private static @Nullable Locale locale(String userAgent) {
		Matcher matcher = LOCALE.matcher(userAgent);
		return matcher.find() ? PlatformValues.locale(matcher.group(1)) : null;
	}

	private static FeishuEvent botMenu(String id, CallbackPayload payload) {
		JsonNode event = payload.event();
		return new BotMenuPressed(id, tenantKey(payload), openId(event.path("operator").path("operator_id")),
				event.path("event_key").asString(""), PlatformValues.instant(event.path("timestamp")), payload.json());
	}

	private static FeishuEvent appTicket(String id, CallbackPayload payload) {
		return new AppTicketReceived(id, null, payload.event().path("app_id").asString(""),
				payload.event().path("app_ticket").asString(""), pushedAt(payload.json().path("ts").asString("")),
				payload.json());
	}

	/**
	 * Reads seconds with a fraction. If they are absent, the current time is returned.
	 */
	private static Instant pushedAt(String seconds) {
		try {
			return Instant.EPOCH.plusMillis(new BigDecimal(seconds).movePointRight(3).longValue());
		}
		catch (NumberFormatException ex) {
			return Instant.now();
		}
	}

	private static @Nullable ThreadId threadId(JsonNode message) {
		String threadId = PlatformValues.text(message.path("thread_id"));
		return (threadId != null) ? new ThreadId(threadId) : null;
	}

	private static Viewer openId(JsonNode ids) {
		return Viewer.openId(ids.path("open_id").asString(""));
	}

	private static @Nullable TenantKey tenantKey(CallbackPayload payload) {
		String tenantKey = PlatformValues.text(payload.header().path("tenant_key"));
		return (tenantKey != null) ? new TenantKey(tenantKey) : null;
	}

	/**
	 * Event that is read when its content is needed for the first time. That is usually
	 * on the thread of its listener, so that the thread of a connection reads no
	 * messages.
	 */
	static final class Unread {

		private final CallbackPayload payload;

		private final String id;

		private @Nullable FeishuEvent event;

		private Unread(CallbackPayload payload, String id) {
			this.payload = payload;
			this.id = id;
		}

		String id() {
			return this.id;
		}

		/**
		 * Returns the id by which a second delivery is recognized. According to the
		 * documentation, a message can arrive with two event ids.
		 */
		String deliveryId() {
			String messageId = this.payload.eventType().equals(MESSAGE)
					? PlatformValues.text(this.payload.event().path("message").path("message_id")) : null;
			return (messageId != null) ? messageId : this.id;
		}

		boolean isAppTicket() {
			return this.payload.eventType().equals(APP_TICKET);
		}

		/** Two threads at once may get equal events instead of the same one. */
		FeishuEvent read() {
			FeishuEvent event = this.event;
			if (event == null) {
				event = FeishuEvents.read(this.id, this.payload);
				this.event = event;
			}
			return event;
		}

		/** Returns the name of the event's class for logs, even if it cannot be read. */
		String name() {
			return (switch (this.payload.eventType()) {
				case MESSAGE -> MessageReceived.class;
				case BOT_MENU -> BotMenuPressed.class;
				case APP_TICKET -> AppTicketReceived.class;
				default -> OtherEvent.class;
			}).getSimpleName();
		}

	}

}
