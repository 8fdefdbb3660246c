package io.ephemeral.feishu.message;

import java.util.function.Function;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.client.FeishuApi;
import io.ephemeral.feishu.client.FeishuAttributes;
import io.ephemeral.feishu.client.FeishuCall;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

import org.springframework.web.reactive.function.client.WebClient;

/**
 * Reactive template that sends texts.
 */
public final class ReactiveTextMessageTemplate implements ReactiveTextMessageOperations {

	private final FeishuApi api;

	/**
	 * Creates a template.
	 * @param client an
	 * {@linkplain io.ephemeral.feishu.client.FeishuWebClient#authenticated authenticated}
	 * client
	 */
	public ReactiveTextMessageTemplate(WebClient client) {
		this(new FeishuApi(client));
	}

	private ReactiveTextMessageTemplate(FeishuApi api) {
		this.api = api;
	}

	@Override
	public Mono<SentText> send(ChatId chat, MessageText text, MessageUuid uuid) {
		return send(text, uuid, (message) -> MessageCalls.send(chat, message));
	}

	@Override
	public Mono<SentText> send(Viewer person, MessageText text, MessageUuid uuid) {
		return send(text, uuid, (message) -> MessageCalls.send(person, message));
	}

	@Override
	public Mono<SentText> reply(GroupMessage message, MessageText text, MessageUuid uuid) {
		return send(text, uuid,
				(reply) -> MessageCalls.reply(message.messageId(), reply).with(FeishuAttributes.chat(message.chat())));
	}

	@Override
	public Mono<SentText> reply(MessageId message, MessageText text, MessageUuid uuid) {
		return send(text, uuid, (reply) -> MessageCalls.reply(message, reply));
	}

	private Mono<SentText> send(MessageText text, MessageUuid uuid, Function<OutgoingMessage, FeishuCall> call) {
		return this.api.call(call.apply(OutgoingMessage.text(text.toJson(), uuid.value())),
				ReactiveTextMessageTemplate::sentText);
	}

	private static SentText sentText(JsonNode response) {
		JsonNode data = response.required("data");
		return new SentText(new MessageId(data.required("message_id").stringValue()),
				new ChatId(data.required("chat_id").stringValue()));
	}

	@Override
	public ReactiveTextMessageOperations forTenant(TenantKey tenant) {
		return new ReactiveTextMessageTemplate(this.api.forTenant(tenant));
	}

}
