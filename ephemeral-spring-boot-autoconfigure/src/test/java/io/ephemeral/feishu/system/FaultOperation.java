package io.ephemeral.feishu.system;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.ephemeral.SentCard;
import io.ephemeral.feishu.group.ClickedCard;
import io.ephemeral.feishu.group.GroupCard;
import io.ephemeral.feishu.message.MessageUuid;
import io.ephemeral.feishu.simulator.SimulatedChat;
import reactor.core.publisher.Mono;

/**
 * Operation that is called, and the place of the fault.
 */
enum FaultOperation {

	SEND("Send an ephemeral card", "/open-apis/ephemeral/v1/send"),

	DELETE("Delete an ephemeral card", "/open-apis/ephemeral/v1/delete"),

	REPLACE("Replace an ephemeral card: the new one is sent", "/open-apis/ephemeral/v1/send"),

	DELETE_REPLACED("Replace an ephemeral card: the old one is deleted", "/open-apis/ephemeral/v1/delete"),

	UPDATE_CLICKED("Update a card after a click", "/open-apis/interactive/v1/card/update"),

	PUBLISH("Send a public card", "/open-apis/im/v1/messages"),

	REPLY("Reply with a public card", "/open-apis/im/v1/messages/:message_id/reply"),

	UPDATE("Update a public card", "/open-apis/im/v1/messages/:message_id"),

	RECALL("Recall a public card", "/open-apis/im/v1/messages/:message_id"),

	CHECK_CHAT("Ask for the kind of chat, in order to send an ephemeral card", "/open-apis/im/v1/chats/:chat_id"),

	READ_CHAT("Read about a chat, by a call of the application's own", "/open-apis/im/v1/chats/:chat_id"),

	OBTAIN_TOKEN("Obtain a token, in order to send an ephemeral card",
			"/open-apis/auth/v3/tenant_access_token/internal"),

	OBTAIN_APP_TOKEN("Obtain an app token of a store app, in order to send an ephemeral card",
			"/open-apis/auth/v3/app_access_token"),

	OBTAIN_TENANT_TOKEN("Obtain a tenant's token of a store app, in order to send an ephemeral card",
			"/open-apis/auth/v3/tenant_access_token");

	private final String title;

	private final String path;

	FaultOperation(String title, String path) {
		this.title = title;
		this.path = path;
	}

	String title() {
		return this.title;
	}

	/** Returns the path of the requests that meet the fault. */
	String path() {
		return this.path;
	}

	/**
	 * Returns the path of the requests that are counted. Requests for tokens are not
	 * counted, because they are harmless.
	 */
	String countedPath() {
		return (obtainsToken() ? SEND : this).path;
	}

	boolean obtainsToken() {
		return this == OBTAIN_TOKEN || isOfStoreApp();
	}

	boolean isOfStoreApp() {
		return this == OBTAIN_APP_TOKEN || this == OBTAIN_TENANT_TOKEN;
	}

	/**
	 * Returns whether the call removes cards instead of showing one.
	 */
	boolean removes() {
		return this == DELETE || this == RECALL;
	}

	/**
	 * Prepares the call, without a token of the tested client.
	 * @return the id of the message, or the token of the click; empty where none is
	 * needed
	 */
	String prepare(FaultRun.Client client, SimulatedChat chat) {
		return switch (this) {
			case DELETE, REPLACE, DELETE_REPLACED -> id(send(client, chat, FaultRun.BEFORE));
			case REPLY, UPDATE, RECALL -> id(publish(client, chat, FaultRun.BEFORE));
			case UPDATE_CLICKED -> {
				id(publish(client, chat, FaultRun.BEFORE));
				yield client.click(chat.seenBy("ada").get(0));
			}
			default -> "";
		};
	}

	Mono<?> call(FaultRun.Client client, SimulatedChat chat, String prepared) {
		return switch (this) {
			case SEND, CHECK_CHAT, OBTAIN_TOKEN, OBTAIN_APP_TOKEN, OBTAIN_TENANT_TOKEN ->
				send(client, chat, FaultRun.AFTER);
			case DELETE -> client.cards().delete(new MessageId(prepared));
			case REPLACE, DELETE_REPLACED -> client.cards()
				.replace(new SentCard(new MessageId(prepared), new ChatId(chat.id()), ada(chat)), FaultRun.AFTER);
			case UPDATE_CLICKED ->
				client.group().updateClicked(new ClickedCard(prepared, ada(chat), null), FaultRun.AFTER);
			case PUBLISH -> publish(client, chat, FaultRun.AFTER);
			case REPLY -> client.group().reply(new MessageId(prepared), FaultRun.AFTER, MessageUuid.random());
			case UPDATE -> client.group().update(new MessageId(prepared), FaultRun.AFTER);
			case RECALL -> client.group().recall(new MessageId(prepared));
			case READ_CHAT -> client.webClient()
				.get()
				.uri("/open-apis/im/v1/chats/{id}", chat.id())
				.retrieve()
				.bodyToMono(String.class);
		};
	}

	private static Mono<MessageId> send(FaultRun.Client client, SimulatedChat chat, RawCard card) {
		return client.cards().send(new ChatId(chat.id()), ada(chat), card).map(SentCard::messageId);
	}

	private static Mono<MessageId> publish(FaultRun.Client client, SimulatedChat chat, RawCard card) {
		return client.group().send(new ChatId(chat.id()), card, MessageUuid.random()).map(GroupCard::messageId);
	}

	private static String id(Mono<MessageId> sending) {
		return sending.map(MessageId::value).blockOptional().orElseThrow();
	}

	private static Viewer ada(SimulatedChat chat) {
		return Viewer.openId(chat.openId("ada"));
	}

}
