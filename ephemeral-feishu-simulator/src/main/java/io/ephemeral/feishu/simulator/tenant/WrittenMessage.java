package io.ephemeral.feishu.simulator.tenant;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Content of a message that a member sends.
 *
 * @param type the {@code message_type} of the event
 * @param content the {@code content} of the event
 * @param shown text that the chat shows
 * @param mentions mentions in the order of their keys
 */
public record WrittenMessage(String type, String content, String shown, List<Mention> mentions) {

	public WrittenMessage {
		mentions = List.copyOf(mentions);
	}

	@Override
	public String toString() {
		return "WrittenMessage[" + this.type + "]";
	}

	/**
	 * Mention of a member or of the bot.
	 *
	 * @param key placeholder in the text
	 * @param person the member; absent for the bot
	 */
	public record Mention(String key, @Nullable Person person) {

		public String name() {
			return (this.person != null) ? this.person.name() : Tenant.BOT_NAME;
		}

	}

}
