package io.ephemeral.feishu.ephemeral;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.client.FeishuApi;
import io.ephemeral.feishu.client.FeishuApiException;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Sends and deletes ephemeral cards.
 */
public final class ReactiveEphemeralCardTemplate implements ReactiveEphemeralCardOperations {

	private static final int MESSAGE_DELETED = 18051;

	private final FeishuApi api;

	/**
	 * Calls through a client.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client
	 */
	public ReactiveEphemeralCardTemplate(WebClient client) {
		this.api = new FeishuApi(client);
	}

	@Override
	public Mono<SentCard> send(ChatId chat, Viewer viewer, CardContent card) {
		return this.api
			.post("ephemeral.send", "/open-apis/ephemeral/v1/send", new SendRequest(chat, viewer, "interactive", card),
					ReactiveEphemeralCardTemplate::messageId)
			.map((message) -> new SentCard(message, chat, viewer));
	}

	@Override
	public Mono<Void> delete(MessageId message) {
		return this.api
			.post("ephemeral.delete", "/open-apis/ephemeral/v1/delete", new DeleteRequest(message),
					(response) -> response)
			.onErrorComplete(
					(error) -> error instanceof FeishuApiException refusal && refusal.code() == MESSAGE_DELETED)
			.then();
	}

	@Override
	public NewCard<Mono<SentCard>> newCard(CardContent card) {
		return (chat) -> (viewer) -> () -> send(chat, viewer, card);
	}

	private static MessageId messageId(JsonNode response) {
		return new MessageId(response.required("data").required("message_id").stringValue());
	}

	private record SendRequest(@JsonProperty("chat_id") ChatId chat, @JsonUnwrapped Viewer viewer,
			@JsonProperty("msg_type") String messageType, CardContent card) {
	}

	private record DeleteRequest(@JsonProperty("message_id") MessageId message) {
	}

}
