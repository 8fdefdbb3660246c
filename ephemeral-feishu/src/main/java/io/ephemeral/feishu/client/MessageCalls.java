package io.ephemeral.feishu.client;

import java.util.UUID;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.ephemeral.feishu.MessageId;

import org.springframework.http.HttpMethod;

/**
 * Calls for ordinary messages, in a chat or to one person.
 *
 * @see <a href= "https://open.feishu.cn/document/server-docs/im-v1/message/create">Send
 * message</a>
 */
public final class MessageCalls {

	/** Names the attribute that tells whom a message reaches. */
	static final String RECEIVER = MessageCalls.class.getName() + ".receiver";

	private static final String MESSAGES = "/open-apis/im/v1/messages";

	private MessageCalls() {
	}

	/**
	 * Sends a card. Repeated within an hour, the call has no second effect.
	 * @param receiverType what kind of id the receiver is, such as {@code chat_id} or
	 * {@code open_id}
	 * @param receiver whom it reaches
	 * @param card JSON of the card
	 * @param uuid another one for each message
	 * @return the call, whose response has {@code data.message_id}
	 */
	public static FeishuCall sendCard(String receiverType, String receiver, String card, UUID uuid) {
		return FeishuCall.post("message.send", MESSAGES + "?receive_id_type={type}", receiverType)
			.body(new SendRequest(receiver, "interactive", card, uuid))
			.with((attributes) -> attributes.put(RECEIVER, receiver))
			.idempotent();
	}

	/**
	 * Takes a message back.
	 * @param message id of a message that this app sent
	 * @return the call
	 */
	public static FeishuCall recall(MessageId message) {
		return FeishuCall.of("message.recall", HttpMethod.DELETE, MESSAGES + "/{message}", message).idempotent();
	}

	private record SendRequest(@JsonProperty("receive_id") String receiver,
			@JsonProperty("msg_type") String messageType, String content, UUID uuid) {
	}

}
