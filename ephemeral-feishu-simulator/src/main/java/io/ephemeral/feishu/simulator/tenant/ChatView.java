package io.ephemeral.feishu.simulator.tenant;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * State of a chat at one moment.
 *
 * @param hasBot whether the bot is in the chat
 * @param members present members, in the order in which they joined
 */
public record ChatView(Chat chat, boolean hasBot, List<MemberView> members) {

	/**
	 * Returns the first member; absent in an empty chat.
	 */
	public @Nullable Person owner() {
		return this.members.isEmpty() ? null : this.members.get(0).person();
	}

	/**
	 * Screen of a member.
	 *
	 * @param messages messages on the screen, oldest first
	 * @param toasts all toasts so far, oldest first
	 */
	public record MemberView(Person person, List<ScreenMessage> messages, List<Toast> toasts) {

	}

}
