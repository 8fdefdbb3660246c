package io.ephemeral.feishu.ephemeral;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.client.FeishuApi;
import io.ephemeral.feishu.client.FeishuApiException;
import io.ephemeral.feishu.client.FeishuAttributes;
import io.ephemeral.feishu.client.FeishuCall;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Sends and deletes ephemeral cards.
 */
public final class ReactiveEphemeralCardTemplate implements ReactiveEphemeralCardOperations {

	private static final int MESSAGE_DELETED = 18051;

	private static final FeishuCall SEND = FeishuCall.post("ephemeral.send", "/open-apis/ephemeral/v1/send");

	private static final FeishuCall DELETE = FeishuCall.post("ephemeral.delete", "/open-apis/ephemeral/v1/delete")
		.idempotent();

	private final FeishuApi api;

	private final CardPreparation preparation;

	/**
	 * Calls through a client.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client
	 */
	public ReactiveEphemeralCardTemplate(WebClient client) {
		this(client, CardPreparation.standard());
	}

	/**
	 * Calls through a client.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client
	 * @param preparation what happens to cards before they are sent
	 */
	public ReactiveEphemeralCardTemplate(WebClient client, CardPreparation preparation) {
		this(new FeishuApi(client), preparation);
	}

	private ReactiveEphemeralCardTemplate(FeishuApi api, CardPreparation preparation) {
		this.api = api;
		this.preparation = preparation;
	}

	@Override
	public ReactiveEphemeralCardOperations forTenant(TenantKey tenant) {
		return new ReactiveEphemeralCardTemplate(this.api.forTenant(tenant), this.preparation);
	}

	@Override
	public Mono<SentCard> send(ChatId chat, Viewer viewer, CardContent card) {
		return newCard(card).chat(chat).viewer(viewer).send();
	}

	@Override
	public Mono<Void> delete(MessageId message) {
		return this.api.call(DELETE.body(new DeleteRequest(message)), (response) -> response)
			.onErrorComplete(
					(error) -> error instanceof FeishuApiException refusal && refusal.code() == MESSAGE_DELETED)
			.then();
	}

	@Override
	public NewCard<Mono<SentCard>> newCard(CardContent card) {
		return CardSteps.begin(card, this::send);
	}

	private Mono<SentCard> send(CardSteps<Mono<SentCard>> card) {
		return Mono.fromSupplier(() -> this.preparation.forViewer(card.card(), card.locale()))
			.map((prepared) -> SEND.body(new SendRequest(card.chat(), card.viewer(), "interactive", prepared))
				.with(FeishuAttributes.chat(card.chat())))
			.flatMap((call) -> this.api.call(call, ReactiveEphemeralCardTemplate::messageId))
			.map((message) -> new SentCard(message, card.chat(), card.viewer()));
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
