package io.ephemeral.feishu.callback;

import java.util.List;
import java.util.Locale;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.GroupMessage;
import io.ephemeral.feishu.MessageId;
import io.ephemeral.feishu.TenantKey;
import io.ephemeral.feishu.ThreadId;
import io.ephemeral.feishu.Viewer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Somebody has written a message that the bot may read.
 *
 * @param id the {@code event_id}
 * @param tenantKey the company; null if the platform has not said
 * @param chat where
 * @param group whether it is a group, not a conversation with the bot; topic groups are
 * groups too
 * @param messageId by which a second delivery is known
 * @param threadId thread or topic, in which a group shows no ephemeral cards; null
 * outside
 * @param sender who, by open id
 * @param bot whether the sender is a bot
 * @param type such as {@code text}, {@code post} or {@code image}
 * @param text what was written, without mentions and blanks around; empty if the type has
 * none
 * @param mentions who was mentioned, in the order of the text
 * @param locale language of the sender's client, which takes the permission
 * {@code im:user_agent:read}; null without
 * @param json all that the platform has sent
 * @see <a href=
 * "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/receive">Receive
 * message</a>
 */
public record MessageReceived(String id, @Nullable TenantKey tenantKey, ChatId chat, boolean group, MessageId messageId,
		@Nullable ThreadId threadId, Viewer sender, boolean bot, String type, String text, List<Mention> mentions,
		@Nullable Locale locale, JsonNode json) implements FeishuEvent, GroupMessage {

	public MessageReceived {
		mentions = List.copyOf(mentions);
	}

	@Override
	public String toString() {
		return "MessageReceived[" + this.messageId + "]";
	}

	/**
	 * Somebody who was mentioned.
	 *
	 * @param openId {@code ou_…}, also of a bot; null if the platform has not said, as of
	 * a mention of all
	 * @param name as it is shown
	 */
	public record Mention(@Nullable String openId, String name) {

		@Override
		public String toString() {
			return "Mention[" + this.openId + "]";
		}

	}

}
