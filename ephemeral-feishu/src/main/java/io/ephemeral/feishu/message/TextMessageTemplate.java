package io.ephemeral.feishu.message;

import java.util.Objects;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.client.BlockingCalls;
import reactor.core.publisher.Mono;

/**
 * Blocking template around {@link ReactiveTextMessageOperations}.
 */
public final class TextMessageTemplate implements TextMessageOperations {

	private final ReactiveTextMessageOperations texts;

	/**
	 * Creates a template.
	 * @param texts reactive operations to wait for
	 */
	public TextMessageTemplate(ReactiveTextMessageOperations texts) {
		this.texts = texts;
	}

	@Override
	public SentText send(ChatId chat, MessageText text) {
		return send(chat, text, MessageUuid.random());
	}

	@Override
	public SentText send(ChatId chat, MessageText text, MessageUuid uuid) {
		return await("message.send", this.texts.send(chat, text, uuid));
	}

	@Override
	public SentText send(Viewer person, MessageText text) {
		return send(person, text, MessageUuid.random());
	}

	@Override
	public SentText send(Viewer person, MessageText text, MessageUuid uuid) {
		return await("message.send", this.texts.send(person, text, uuid));
	}

	@Override
	public SentText reply(GroupMessage message, MessageText text) {
		return reply(message, text, MessageUuid.random());
	}

	@Override
	public SentText reply(GroupMessage message, MessageText text, MessageUuid uuid) {
		return await("message.reply", this.texts.reply(message, text, uuid));
	}

	@Override
	public SentText reply(MessageId message, MessageText text) {
		return reply(message, text, MessageUuid.random());
	}

	@Override
	public SentText reply(MessageId message, MessageText text, MessageUuid uuid) {
		return await("message.reply", this.texts.reply(message, text, uuid));
	}

	@Override
	public TextMessageOperations forTenant(TenantKey tenant) {
		return new TextMessageTemplate(this.texts.forTenant(tenant));
	}

	private static SentText await(String operation, Mono<SentText> call) {
		return Objects.requireNonNull(
				BlockingCalls.await(call, operation, TextMessageOperations.class, ReactiveTextMessageOperations.class));
	}

}
