package io.ephemeral.feishu.ephemeral;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.client.FeishuApi;
import io.ephemeral.feishu.client.FeishuAttributes;
import io.ephemeral.feishu.client.FeishuCall;
import io.ephemeral.feishu.error.ErrorReason;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.limit.CallPriority;
import io.ephemeral.feishu.message.MessageCalls;
import io.ephemeral.feishu.message.OutgoingMessage;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Calls of the platform for the card of one viewer.
 */
final class CardCalls {

	private static final FeishuCall SEND = FeishuCall.post("ephemeral.send", "/open-apis/ephemeral/v1/send");

	private static final FeishuCall DELETE = FeishuCall.post("ephemeral.delete", "/open-apis/ephemeral/v1/delete")
		.idempotent();

	private final FeishuApi api;

	private final @Nullable TenantKey tenant;

	private final UnaryOperator<FeishuCall> manner;

	CardCalls(WebClient client) {
		this(new FeishuApi(client), null, UnaryOperator.identity());
	}

	private CardCalls(FeishuApi api, @Nullable TenantKey tenant, UnaryOperator<FeishuCall> manner) {
		this.api = api;
		this.tenant = tenant;
		this.manner = manner;
	}

	CardCalls forTenant(TenantKey tenant) {
		return new CardCalls(this.api.forTenant(tenant), tenant, this.manner);
	}

	/**
	 * Sets the maximum wait for the limits of the platform.
	 */
	CardCalls waiting(Duration maxWait) {
		return with(FeishuAttributes.maxWait(maxWait));
	}

	/**
	 * Sets bulk priority and the maximum wait for the limits of the platform.
	 */
	CardCalls inBulk(Duration maxWait) {
		return with(FeishuAttributes.priority(CallPriority.BULK)).waiting(maxWait);
	}

	private CardCalls with(Consumer<Map<String, Object>> attribute) {
		return new CardCalls(this.api, this.tenant, (call) -> this.manner.apply(call).with(attribute));
	}

	/**
	 * Returns the tenant of the calls; null for the app's own.
	 */
	@Nullable TenantKey tenant() {
		return this.tenant;
	}

	Mono<MessageId> send(ChatId chat, Viewer viewer, CardContent card) {
		FeishuCall call = SEND.body(new SendRequest(chat, viewer, "interactive", card))
			.with(FeishuAttributes.chat(chat));
		return this.api.call(this.manner.apply(call), CardCalls::messageId);
	}

	Mono<MessageId> sendDirectly(Viewer viewer, CardContent card) {
		return Mono
			.fromSupplier(
					() -> MessageCalls.send(viewer, OutgoingMessage.card(card.toJson(), UUID.randomUUID().toString())))
			.flatMap((call) -> this.api.call(this.manner.apply(call), CardCalls::messageId));
	}

	/**
	 * Deletes a card. If the card is already deleted, the call succeeds.
	 */
	Mono<Void> delete(MessageId message, Delivery delivery) {
		FeishuCall call = switch (delivery) {
			case EPHEMERAL -> DELETE.body(new DeleteRequest(message));
			case DIRECT_MESSAGE -> MessageCalls.recall(message);
			case OWN_ROUTE -> throw new IllegalArgumentException(
					"A card that orElse(…) delivered cannot be deleted here; delete it with the code that sent it");
		};
		return this.api.call(this.manner.apply(call), (response) -> response)
			.onErrorComplete(
					(error) -> error instanceof FeishuApiException refusal && refusal.is(ErrorReason.ALREADY_DELETED))
			.then();
	}

	private static MessageId messageId(JsonNode response) {
		return new MessageId(response.required("data").required("message_id").stringValue());
	}

	record SendRequest(@JsonProperty("chat_id") ChatId chat, @JsonUnwrapped Viewer viewer,
			@JsonProperty("msg_type") String messageType, CardContent card) {
	}

	record DeleteRequest(@JsonProperty("message_id") MessageId message) {
	}

}
