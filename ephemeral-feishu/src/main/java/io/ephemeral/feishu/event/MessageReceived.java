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
 * Event for a message of a person or a bot that this bot may read.
 *
 * @param id the {@code event_id}
 * @param tenantKey the tenant; null if the event does not contain it
 * @param chat the chat
 * @param group whether the chat is a group instead of a direct chat with the bot; topic
 * groups are groups too
 * @param messageId id of the message, which is the same in a second delivery
 * @param threadId thread or topic of the message, where ephemeral cards cannot be shown;
 * null outside of a thread
 * @param sender the sender, by open id
 * @param bot whether the sender is a bot
 * @param type type such as {@code text}, {@code post} or {@code image}
 * @param text words of a text or rich text, without mentions and without blanks around
 * them; rich text has its title first and a line for each paragraph. Empty if the type
 * has no text, or if the content does not have the documented shape
 * @param mentions the mentions, without duplicates: first those in the list of the event,
 * then those that only the text contains
 * @param locale language of the sender's client; null without the scope
 * {@code im:user_agent:read}
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
	 * Checks whether the text starts with a command. For example, {@code /remind} is a
	 * command in {@code /remind me} and in rich text with {@code /remind} as its first
	 * line, but not in {@code /reminder}.
	 * @param command the command, such as {@code /remind}
	 * @return whether the text starts with the command, followed by a blank, a new line
	 * or the end of the text
	 */
	public boolean isCommand(String command) {
		return this.text.startsWith(command)
				&& (this.text.length() == command.length() || isBlank(this.text.charAt(command.length())));
	}

	private static boolean isBlank(char character) {
		return Character.isWhitespace(character) || Character.isSpaceChar(character);
	}

	/**
	 * Checks whether the message mentions all members of the chat.
	 * @return whether one of the mentions is a {@linkplain Mention#all() mention of all
	 * members}
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
	 * @param openId open id of the person or bot, usually {@code ou_…}; null for a
	 * mention of all members, or if the event does not contain it
	 * @param name displayed name; may be empty
	 * @param all whether all members of the chat are mentioned
	 */
	public record Mention(@Nullable String openId, String name, boolean all) {

		/**
		 * Creates a mention of one person or bot.
		 * @param openId open id, usually {@code ou_…}; null if it is not known
		 * @param name displayed name; may be empty
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
