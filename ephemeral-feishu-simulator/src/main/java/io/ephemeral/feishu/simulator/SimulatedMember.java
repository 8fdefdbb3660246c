package io.ephemeral.feishu.simulator;

import java.util.List;
import java.util.Optional;

import io.ephemeral.feishu.simulator.tenant.Person;

/**
 * Member of a chat. The same name in two chats is the same person, with the same ids.
 */
public final class SimulatedMember {

	private final SimulatedChat chat;

	private final Person person;

	SimulatedMember(SimulatedChat chat, Person person) {
		this.chat = chat;
		this.person = person;
	}

	/**
	 * Returns the name of this member.
	 * @return such as {@code ada}
	 */
	public String name() {
		return this.person.name();
	}

	/**
	 * Returns the id that is valid for the app of this simulator only.
	 * @return {@code ou_…}
	 */
	public String openId() {
		return this.person.openId();
	}

	/**
	 * Returns the id in the tenant.
	 * @return an id without prefix
	 */
	public String userId() {
		return this.person.userId();
	}

	/**
	 * Returns the e-mail address.
	 * @return such as {@code ada@example.com}
	 */
	public String email() {
		return this.person.email();
	}

	/**
	 * Returns whether a client of this person is connected and shows new ephemeral cards.
	 * @return whether this person is online now
	 */
	public boolean online() {
		return this.person.isOnline();
	}

	/**
	 * Sends a message to everybody in the chat. The application receives the event
	 * {@code im.message.receive_v1} if the bot is in the chat; this method waits for its
	 * response, 3 seconds at most.
	 * @param message the message
	 * @return the id of the message
	 * @throws IllegalStateException if this person has left the chat, or the bot is in it
	 * and no event URL is known, see {@link FeishuSimulator#sendEventsTo}; nobody sees
	 * the message then
	 */
	public String sends(MemberMessage message) {
		return this.chat.say(name(), message);
	}

	/**
	 * Writes a text to everybody in the chat, see {@link #sends(MemberMessage)}.
	 * @param text such as {@code /remind}; several lines become rich text
	 * @return the id of the message
	 * @throws IllegalStateException if this person has left the chat, or the bot is in it
	 * and no event URL is known, see {@link FeishuSimulator#sendEventsTo}; nobody sees
	 * the message then
	 */
	public String says(String text) {
		return sends(MemberMessage.text(text));
	}

	/**
	 * Writes a text that begins with a mention of the bot, see {@link #says(String)}.
	 * Without the permission to read all messages of a group, an application receives
	 * only these.
	 * @param text text behind the mention
	 * @return the id of the message
	 * @throws IllegalStateException if this person has left the chat, or the bot is in it
	 * and no event URL is known, see {@link FeishuSimulator#sendEventsTo}; nobody sees
	 * the message then
	 */
	public String mentionsBot(String text) {
		return sends(MemberMessage.builder().mentionBot().text(text).build());
	}

	/**
	 * Writes a text that begins with a mention of all members, see {@link #says(String)}.
	 * @param text text behind the mention
	 * @return the id of the message
	 * @throws IllegalStateException if this person has left the chat, or the bot is in it
	 * and no event URL is known, see {@link FeishuSimulator#sendEventsTo}; nobody sees
	 * the message then
	 */
	public String mentionsAll(String text) {
		return sends(MemberMessage.builder().mentionAll().text(text).build());
	}

	/**
	 * Returns the direct chat of this person with the bot, which is the same for every
	 * group. It shows the cards that the bot sends to the person instead of a group. It
	 * takes no ephemeral cards.
	 * @return the chat, empty until the first message
	 */
	public SimulatedChat directChat() {
		return this.chat.directChat(this.person);
	}

	/**
	 * Returns the cards that this member sees in the chat, see
	 * {@link SimulatedChat#seenBy(String)}.
	 * @return the cards, oldest first
	 */
	public List<ShownCard> sees() {
		return this.chat.seenBy(name());
	}

	/**
	 * Returns the chat of this member.
	 * @return the chat
	 */
	public SimulatedChat chat() {
		return this.chat;
	}

	/**
	 * Returns the toasts after clicks of this member in this chat, oldest first.
	 * @return the toasts
	 */
	public List<ShownToast> toasts() {
		return this.chat.toasts(this.person);
	}

	/**
	 * Returns the latest of {@link #toasts()}.
	 * @return the toast; empty if there was none yet
	 */
	public Optional<ShownToast> lastToast() {
		List<ShownToast> toasts = toasts();
		return toasts.isEmpty() ? Optional.empty() : Optional.of(toasts.get(toasts.size() - 1));
	}

	Person person() {
		return this.person;
	}

	@Override
	public String toString() {
		return name() + " in " + this.chat;
	}

}
