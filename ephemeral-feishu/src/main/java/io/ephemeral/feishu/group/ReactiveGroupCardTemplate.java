package io.ephemeral.feishu.group;

import java.util.function.Function;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardContent;
import io.ephemeral.feishu.card.CardPreparation;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.client.FeishuApi;
import io.ephemeral.feishu.client.FeishuAttributes;
import io.ephemeral.feishu.client.FeishuCall;
import io.ephemeral.feishu.error.ErrorReason;
import io.ephemeral.feishu.error.FeishuApiException;
import io.ephemeral.feishu.message.MessageCalls;
import io.ephemeral.feishu.message.MessageUuid;
import io.ephemeral.feishu.message.OutgoingMessage;
import io.ephemeral.feishu.seal.SealPlace;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.http.HttpMethod;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Reactive template that shows, updates and recalls public cards.
 */
public final class ReactiveGroupCardTemplate implements ReactiveGroupCardOperations {

	private static final String MESSAGE = "/open-apis/im/v1/messages/{message_id}";

	private static final FeishuCall UPDATE_CLICKED = FeishuCall
		.post("card.update", "/open-apis/interactive/v1/card/update")
		.idempotent();

	private final FeishuApi api;

	private final @Nullable TenantKey tenant;

	private final CardPreparation preparation;

	/**
	 * Creates a template.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client
	 * @param preparation preparation of cards before they are sent
	 */
	public ReactiveGroupCardTemplate(WebClient client, CardPreparation preparation) {
		this(new FeishuApi(client), null, preparation);
	}

	private ReactiveGroupCardTemplate(FeishuApi api, @Nullable TenantKey tenant, CardPreparation preparation) {
		this.api = api;
		this.tenant = tenant;
		this.preparation = preparation;
	}

	@Override
	public ReactiveGroupCardOperations forTenant(TenantKey tenant) {
		return new ReactiveGroupCardTemplate(this.api.forTenant(tenant), tenant, this.preparation);
	}

	@Override
	public Mono<GroupCard> send(ChatId chat, CardContent card, MessageUuid uuid) {
		return send(prepare(card, chat), uuid, (message) -> MessageCalls.send(chat, message));
	}

	@Override
	public Mono<GroupCard> reply(GroupMessage message, CardContent card, MessageUuid uuid) {
		return send(prepare(card, message.chat()), uuid,
				(reply) -> MessageCalls.reply(message.messageId(), reply).with(FeishuAttributes.chat(message.chat())));
	}

	@Override
	public Mono<GroupCard> reply(MessageId message, CardContent card, MessageUuid uuid) {
		return send(prepare(card, null), uuid, (reply) -> MessageCalls.reply(message, reply));
	}

	private Mono<GroupCard> send(Mono<String> card, MessageUuid uuid, Function<OutgoingMessage, FeishuCall> call) {
		return card.map((content) -> call.apply(OutgoingMessage.card(content, uuid.value())))
			.flatMap((send) -> this.api.call(send, ReactiveGroupCardTemplate::groupCard));
	}

	@Override
	public Mono<Void> update(MessageId message, CardContent card) {
		FeishuCall update = FeishuCall.of("message.update", HttpMethod.PATCH, MESSAGE, message.value()).idempotent();
		return prepare(card, null).map((content) -> update.body(new UpdateRequest(content)))
			.flatMap((call) -> this.api.call(call, (response) -> response))
			.then();
	}

	@Override
	public Mono<Void> updateClicked(ClickedCard clicked, CardContent card) {
		return Mono.fromSupplier(() -> this.preparation.forViewer(card, clicked.locale()))
			.flatMap((prepared) -> sealed(prepared, clicked.chat()))
			.map((prepared) -> UPDATE_CLICKED
				.body(new UpdateClickedRequest(clicked.token(), addressed(prepared, clicked.operator()))))
			.flatMap((call) -> this.api.call(call, (response) -> response))
			.then();
	}

	@Override
	public Mono<Void> recall(MessageId message) {
		FeishuCall recall = FeishuCall.of("message.recall", HttpMethod.DELETE, MESSAGE, message.value()).idempotent();
		return this.api.call(recall, (response) -> response)
			.onErrorComplete(
					(error) -> error instanceof FeishuApiException refusal && refusal.is(ErrorReason.ALREADY_DELETED))
			.then();
	}

	/**
	 * Returns the prepared card as JSON text.
	 * @param chat chat of the card; null if it is not known
	 */
	private Mono<String> prepare(CardContent card, @Nullable ChatId chat) {
		return Mono.fromSupplier(() -> this.preparation.forGroup(card))
			.flatMap((prepared) -> sealed(prepared, chat))
			.map(RawCard::toJson);
	}

	private Mono<RawCard> sealed(RawCard prepared, @Nullable ChatId chat) {
		return this.preparation.sealed(prepared, new SealPlace(this.tenant, chat));
	}

	/**
	 * Adds the operator to a card of JSON 1.0 that is not shared, because its update must
	 * list the viewers.
	 */
	private static RawCard addressed(RawCard card, Viewer operator) {
		JsonNode json = card.json();
		boolean shared = json.has("schema") || json.has("type")
				|| json.path("config").path("update_multi").asBoolean(false);
		if (shared || !(operator instanceof Viewer.OpenId openId)) {
			return card;
		}
		ObjectNode addressed = ((ObjectNode) json).deepCopy();
		addressed.putArray("open_ids").add(openId.value());
		return RawCard.of(addressed);
	}

	private static GroupCard groupCard(JsonNode response) {
		JsonNode data = response.required("data");
		return new GroupCard(new MessageId(data.required("message_id").stringValue()),
				new ChatId(data.required("chat_id").stringValue()));
	}

	record UpdateRequest(String content) {
	}

	record UpdateClickedRequest(String token, CardContent card) {
	}

}
