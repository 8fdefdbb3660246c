package io.ephemeral.feishu.autoconfigure;

import java.util.UUID;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.client.FeishuApi;
import io.ephemeral.feishu.client.MessageCalls;
import io.ephemeral.feishu.simulator.SimulatedChat;
import reactor.core.publisher.Mono;

/**
 * What is called, and where the fault is.
 */
enum FaultOperation {

	SEND("Send an ephemeral card", "/open-apis/ephemeral/v1/send"),

	DELETE("Delete an ephemeral card", "/open-apis/ephemeral/v1/delete"),

	PUBLISH("Send a public card", "/open-apis/im/v1/messages"),

	RECALL("Recall a public card", "/open-apis/im/v1/messages/:message_id"),

	READ_CHAT("Read about a chat, by a call of the application's own", "/open-apis/im/v1/chats/:chat_id"),

	OBTAIN_TOKEN("Obtain a token, in order to send an ephemeral card",
			"/open-apis/auth/v3/tenant_access_token/internal");

	private final String title;

	private final String path;

	FaultOperation(String title, String path) {
		this.title = title;
		this.path = path;
	}

	String title() {
		return this.title;
	}

	/** Of the requests that meet the fault. */
	String path() {
		return this.path;
	}

	/** Of the requests that are counted: by how many were obtained, tokens do no harm. */
	String countedPath() {
		return ((this == OBTAIN_TOKEN) ? SEND : this).path;
	}

	/**
	 * Does what must have been done before, and needs no token of the client that is
	 * looked at.
	 * @return the id of the message; absent where none is needed
	 */
	Mono<String> prepare(FaultRun.Client client, SimulatedChat chat) {
		return switch (this) {
			case DELETE -> send(client, chat);
			case RECALL -> publish(client, chat);
			default -> Mono.empty();
		};
	}

	Mono<?> call(FaultRun.Client client, SimulatedChat chat, String messageId) {
		return switch (this) {
			case SEND, OBTAIN_TOKEN -> send(client, chat);
			case DELETE -> client.cards().delete(new MessageId(messageId));
			case PUBLISH -> publish(client, chat);
			case RECALL -> new FeishuApi(client.webClient()).call(MessageCalls.recall(new MessageId(messageId)),
					(body) -> "recalled");
			case READ_CHAT -> client.webClient()
				.get()
				.uri("/open-apis/im/v1/chats/{id}", chat.id())
				.retrieve()
				.bodyToMono(String.class);
		};
	}

	private static Mono<String> send(FaultRun.Client client, SimulatedChat chat) {
		return client.cards()
			.send(new ChatId(chat.id()), Viewer.openId(chat.openId("ada")), FaultRun.CARD)
			.map((sent) -> sent.messageId().value());
	}

	private static Mono<String> publish(FaultRun.Client client, SimulatedChat chat) {
		return new FeishuApi(client.webClient()).call(
				MessageCalls.sendCard("chat_id", chat.id(), FaultRun.CARD.toJson(), UUID.randomUUID()),
				(body) -> body.required("data").required("message_id").stringValue());
	}

}
