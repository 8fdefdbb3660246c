package io.ephemeral.feishu.simulator;

import java.util.List;

/**
 * Screens of all members of a chat as text.
 */
final class ChatSketch {

	private final StringBuilder text = new StringBuilder();

	private ChatSketch() {
	}

	static String of(SimulatedChat chat) {
		ChatSketch sketch = new ChatSketch();
		sketch.line(0, chat.toString());
		chat.members().forEach((member) -> sketch.draw(chat, member));
		return sketch.text.toString();
	}

	private void draw(SimulatedChat chat, SimulatedMember member) {
		line(1, member.name() + (member.online() ? "" : " (offline)"));
		List<ShownMessage> messages = chat.messagesSeenBy(member.name());
		messages.forEach(this::draw);
		List<ShownToast> toasts = member.toasts();
		toasts.forEach((toast) -> line(2, "(toast, " + toast.type() + ") " + toast.content()));
		if (messages.isEmpty() && toasts.isEmpty()) {
			line(2, "nothing");
		}
	}

	private void draw(ShownMessage message) {
		if (message instanceof ShownText written) {
			line(2, written.sender() + ": " + written.text().replace("\n", "\n    "));
		}
		else if (message instanceof ShownCard card) {
			draw(card);
		}
	}

	private void draw(ShownCard card) {
		String title = card.title().isEmpty() ? "Card without title" : card.title();
		line(2, "┌─ " + title + (card.onlyYou() ? "  (only visible to you)" : ""));
		card.sketch().forEach((line) -> line(2, "│ " + line));
		line(2, "└─");
	}

	private void line(int indentation, String content) {
		this.text.append("  ".repeat(indentation)).append(content).append('\n');
	}

}
