package io.ephemeral.feishu.event;

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
 * Message that a person or a bot wrote and that this bot may read.
 *
 * @param id the {@code event_id}
 * @param tenantKey the tenant; null if the event does not contain it
 * @param chat the chat
 * @param group whether the chat is a group instead of a conversation with the bot; topic
 * groups are groups too
 * @param messageId id of the message, which is the same in a second delivery
 * @param threadId thread or topic of the message, in which a group shows no ephemeral
 * cards; null outside a thread
 * @param sender the sender, by open id
 * @param bot whether the sender is a bot
 * @param type type such as {@code text}, {@code post} or {@code image}
 * @param text what the sender wrote, as text or as rich text, without mentions and
 * without blanks around it; rich text has its title first and a line for each paragraph.
 * Empty if the type has no text, or the content is not of the documented shape
 * @param mentions the mentions, each once: those that the event lists, in its order, and
 * then those that only the text contains
 * @param locale language of the sender's client, which needs the scope
 * {@code im:user_agent:read}; null without it
 * @param json the whole event
 * @param content the content by its type
 * @see <a href=
 * "https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/receive">Receive
 * message</a>
 */
public record MessageReceived(String id, @Nullable TenantKey tenantKey, ChatId chat, boolean group, MessageId messageId,
		@Nullable ThreadId threadId, Viewer sender, boolean bot, String type, String text, List<Mention> mentions,
		@Nullable Locale locale, JsonNode json, MessageContent content) implements FeishuEvent, GroupMessage {

	public MessageReceived {
		mentions = List.copyOf(mentions);
	}

	/**
	 * Checks whether the text is a command, whatever follows it: {@code /remind} is one
	 * in {@code /remind me} and in rich text whose first line it is, but not in
	 * {@code /reminder}.
	 * @param command the command, such as {@code /remind}
	 * @return whether the text begins with it, and ends there or goes on after a blank or
	 * on another line
	 */
	public boolean isCommand(String command) {
		return this.text.startsWith(command)
				&& (this.text.length() == command.length() || isBlank(this.text.charAt(command.length())));
	}

	private static boolean isBlank(char character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character);
	}

	/**
	 * Checks whether the message mentions all members of the chat at once.
	 * @return whether one of the mentions is {@linkplain Mention#all() of all}
	 */
	public boolean mentionsAll() {
		return this.mentions.stream().anyMatch(Mention::all);
	}

	@Override
	public String toString() {
		return "MessageReceived[" + this.messageId + "]";
	}

	/**
	 * Mention of a person, a bot or all members.
	 *
	 * @param openId {@code ou_…}, also of a bot; null for a mention of all, or if the
	 * event does not contain it
	 * @param name name as it is shown; may be empty
	 * @param all whether all members of the chat are mentioned
	 */
	public record Mention(@Nullable String openId, String name, boolean all) {

		/**
		 * Creates a mention of one person or bot.
		 * @param openId {@code ou_…}; null if it is not known
		 * @param name name as it is shown; may be empty
		 */
		public Mention(@Nullable String openId, String name) {
			this(openId, name, false);
		}

		@Override
		public String toString() {
			return "Mention[" + (this.all ? "all" : this.openId) + "]";
		}

	}

}
