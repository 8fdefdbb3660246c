package io.ephemeral.feishu.group;

import java.util.Objects;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.Viewer;

/**
 * Sends texts without a card, and waits for the platform.
 */
public final class TextMessageTemplate implements TextMessageOperations {

	private final ReactiveTextMessageOperations texts;

	/**
	 * Waits for a reactive template.
	 * @param texts does the work
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
		return Objects.requireNonNull(this.texts.send(chat, text, uuid).block());
	}

	@Override
	public SentText send(Viewer person, MessageText text) {
		return send(person, text, MessageUuid.random());
	}

	@Override
	public SentText send(Viewer person, MessageText text, MessageUuid uuid) {
		return Objects.requireNonNull(this.texts.send(person, text, uuid).block());
	}

	@Override
	public SentText reply(GroupMessage message, MessageText text) {
		return reply(message, text, MessageUuid.random());
	}

	@Override
	public SentText reply(GroupMessage message, MessageText text, MessageUuid uuid) {
		return Objects.requireNonNull(this.texts.reply(message, text, uuid).block());
	}

	@Override
	public SentText reply(MessageId message, MessageText text) {
		return reply(message, text, MessageUuid.random());
	}

	@Override
	public SentText reply(MessageId message, MessageText text, MessageUuid uuid) {
		return Objects.requireNonNull(this.texts.reply(message, text, uuid).block());
	}

	@Override
	public TextMessageOperations forTenant(TenantKey tenant) {
		return new TextMessageTemplate(this.texts.forTenant(tenant));
	}

}
