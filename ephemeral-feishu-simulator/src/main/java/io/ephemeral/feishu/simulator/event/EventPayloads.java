package io.ephemeral.feishu.simulator.event;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

import io.ephemeral.feishu.simulator.tenant.App;
import io.ephemeral.feishu.simulator.tenant.ChatMode;
import io.ephemeral.feishu.simulator.tenant.Click;
import io.ephemeral.feishu.simulator.tenant.Ids;
import io.ephemeral.feishu.simulator.tenant.Message;
import io.ephemeral.feishu.simulator.tenant.Person;
import io.ephemeral.feishu.simulator.tenant.WrittenMessage;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * JSON of events and callbacks before encryption.
 */
public record EventPayloads(String appId, String tenantKey, String verificationToken) {

	ObjectNode cardAction(Click click, JsonNode action, Instant now) {
		Person operator = click.member();
		// Callbacks count in microseconds, events in milliseconds.
		ObjectNode payload = envelope("card.action.trigger", ChronoUnit.MICROS.between(Instant.EPOCH, now));
		ObjectNode event = payload.putObject("event");
		event.putObject("operator")
			.put("tenant_key", this.tenantKey)
			.put("user_id", operator.userId())
			.put("open_id", operator.openId())
			.put("union_id", operator.unionId());
		event.put("token", click.token()).set("action", action);
		event.put("host", "im_message")
			.putObject("context")
			.put("open_message_id", click.message().id())
			.put("open_chat_id", click.message().chat().id());
		return payload;
	}

	/**
	 * Creates a click of the older shape, {@code card.action.trigger_v1}.
	 */
	ObjectNode legacyCardAction(Click click, JsonNode action) {
		Person operator = click.member();
		ObjectNode payload = object().put("open_id", operator.openId())
			.put("user_id", operator.userId())
			.put("open_message_id", click.message().id())
			.put("open_chat_id", click.message().chat().id())
			.put("tenant_key", this.tenantKey)
			.put("token", click.token());
		payload.set("action", action);
		return payload;
	}

	ObjectNode messageReceived(Message message, Person sender, WrittenMessage written) {
		ObjectNode payload = envelope("im.message.receive_v1", message.createdAt().toEpochMilli());
		ObjectNode event = payload.putObject("event");
		event.putObject("sender")
			.put("sender_type", "user")
			.put("tenant_key", this.tenantKey)
			.set("sender_id", ids(sender.unionId(), sender.userId(), sender.openId()));
		ObjectNode received = event.putObject("message")
			.put("message_id", message.id())
			.put("create_time", Long.toString(message.createdAt().toEpochMilli()))
			.put("update_time", Long.toString(message.createdAt().toEpochMilli()))
			.put("chat_id", message.chat().id())
			.put("chat_type", (message.chat().mode() == ChatMode.DIRECT) ? "p2p" : "group")
			.put("message_type", written.type())
			.put("content", written.content())
			.put("user_agent", "Mozilla/5.0 (Feishu simulator) LarkLocale/" + sender.language());
		if (message.threadId() != null) {
			received.put("thread_id", message.threadId());
		}
		if (!written.mentions().isEmpty()) {
			ArrayNode mentions = received.putArray("mentions");
			written.mentions().forEach((mention) -> mentions.add(mention(mention)));
		}
		return payload;
	}

	private ObjectNode mention(WrittenMessage.Mention mention) {
		Person person = mention.person();
		ObjectNode ids = (person != null) ? ids(person.unionId(), person.userId(), person.openId())
				: ids("on_" + Ids.of(this.appId), null, App.botOpenId(this.appId));
		return object().put("key", mention.key())
			.put("mentioned_type", (person != null) ? "user" : "bot")
			.put("name", mention.name())
			.put("tenant_key", this.tenantKey)
			.set("id", ids);
	}

	/**
	 * Creates the event of an app ticket, which has the older envelope.
	 */
	ObjectNode appTicket(String ticket, Instant now) {
		ObjectNode payload = object().put("ts", "%d.%06d".formatted(now.getEpochSecond(), now.getNano() / 1000))
			.put("uuid", Ids.random())
			.put("token", this.verificationToken)
			.put("type", "event_callback");
		payload.putObject("event").put("app_id", this.appId).put("app_ticket", ticket).put("type", "app_ticket");
		return payload;
	}

	public ObjectNode challenge(String challenge) {
		return object().put("challenge", challenge)
			.put("token", this.verificationToken)
			.put("type", "url_verification");
	}

	private ObjectNode envelope(String type, long createTime) {
		ObjectNode payload = object().put("schema", "2.0");
		payload.putObject("header")
			.put("event_id", Ids.random())
			.put("token", this.verificationToken)
			.put("create_time", Long.toString(createTime))
			.put("event_type", type)
			.put("tenant_key", this.tenantKey)
			.put("app_id", this.appId);
		return payload;
	}

	private static ObjectNode ids(String unionId, @Nullable String userId, String openId) {
		return object().put("union_id", unionId).put("user_id", (userId != null) ? userId : "").put("open_id", openId);
	}

	private static ObjectNode object() {
		return JsonNodeFactory.instance.objectNode();
	}

	@Override
	public String toString() {
		return "EventPayloads[appId=" + this.appId + "]";
	}

}
