package io.ephemeral.feishu.message;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.client.FeishuAttributes;
import io.ephemeral.feishu.client.FeishuCall;

import org.springframework.http.HttpMethod;

/**
 * Factory of calls for messages in a chat or to one person.
 *
 * @see <a href= "https://open.feishu.cn/document/server-docs/im-v1/message/create">Send
 * message</a>
 */
public final class MessageCalls {

	private static final String MESSAGES = "/open-apis/im/v1/messages";

	private MessageCalls() {
	}

	/**
	 * Creates a call that sends a message to a chat. A repetition within an hour has no
	 * effect.
	 * @param chat the chat
	 * @param message the message
	 * @return the call, whose response has {@code data.message_id} and
	 * {@code data.chat_id}
	 */
	public static FeishuCall send(ChatId chat, OutgoingMessage message) {
		return FeishuCall.post("message.send", MESSAGES + "?receive_id_type=chat_id")
			.body(new SendRequest(chat.value(), message))
			.with(FeishuAttributes.chat(chat))
			.idempotent();
	}

	/**
	 * Creates a call that sends a message to one person. A repetition within an hour has
	 * no effect.
	 * @param person the receiver
	 * @param message the message
	 * @return the call, whose response has {@code data.message_id} and
	 * {@code data.chat_id}
	 */
	public static FeishuCall send(Viewer person, OutgoingMessage message) {
		return FeishuCall.post("message.send", MESSAGES + "?receive_id_type={type}", receiverType(person))
			.body(new SendRequest(person.value(), message))
			.with(FeishuAttributes.receiver(person))
			.idempotent();
	}

	private static String receiverType(Viewer person) {
		if (person instanceof Viewer.OpenId) {
			return "open_id";
		}
		return (person instanceof Viewer.UserId) ? "user_id" : "email";
	}

	/**
	 * Creates a call that replies to a public message. A repetition within an hour has no
	 * effect.
	 * @param message id of the message
	 * @param reply the reply
	 * @return the call, whose response has {@code data.message_id} and
	 * {@code data.chat_id}
	 */
	public static FeishuCall reply(MessageId message, OutgoingMessage reply) {
		return FeishuCall.post("message.reply", MESSAGES + "/{message_id}/reply", message.value())
			.body(reply)
			.idempotent();
	}

	/**
	 * Creates a call that recalls a message.
	 * @param message id of a message that this app sent
	 * @return the call
	 */
	public static FeishuCall recall(MessageId message) {
		return FeishuCall.of("message.recall", HttpMethod.DELETE, MESSAGES + "/{message}", message).idempotent();
	}

	record SendRequest(@JsonProperty("receive_id") String receiver, @JsonUnwrapped OutgoingMessage message) {
	}

}
