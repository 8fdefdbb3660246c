package io.ephemeral.sample.checklist;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.bot.BotIdentity;
import io.ephemeral.feishu.connection.LongConnection;
import io.ephemeral.feishu.connection.LongConnectionStatus;
import io.ephemeral.feishu.connection.LongConnectionStatus.State;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.sample.checklist.Platform.Group;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/**
 * Steps that find the group and the person, and the way of the events.
 */
final class GroupSteps {

	private static final Duration OPENING = Duration.ofSeconds(15);

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

	private final Session session;

	private final BotIdentity bot;

	private final Platform platform;

	private final Inbox inbox;

	private final @Nullable LongConnection connection;

	GroupSteps(Session session, BotIdentity bot, Platform platform, Inbox inbox, @Nullable LongConnection connection) {
		this.session = session;
		this.bot = bot;
		this.platform = platform;
		this.inbox = inbox;
		this.connection = connection;
	}

	List<ChecklistStep> steps() {
		return List.of(new ChecklistStep("Groups", "The platform lists the groups of the bot.", this::chooseGroup),
				new ChecklistStep("Connection", "The long connection is open.", this::checkConnection),
				new ChecklistStep("Message", "A message that mentions the bot arrives, with the sender's language.",
						this::receiveMessage),
				new ChecklistStep("Kind of the group", "The group is an ordinary group, not a topic group.",
						this::describeGroup));
	}

	private void chooseGroup(Notes notes) {
		List<Group> groups = this.platform.groups();
		notes.saw((groups.size() == 1) ? "The bot is in 1 group." : "The bot is in " + groups.size() + " groups.");
		if (groups.isEmpty()) {
			notes.differs("Add the bot to a group, in the settings of the group.");
			return;
		}
		for (int i = 0; i < groups.size(); i++) {
			this.session.person().show("  " + (i + 1) + "  " + groups.get(i).name());
		}
		chosen(groups).ifPresentOrElse((chat) -> {
			this.session.chat(chat);
			notes.saw("The person chose one of them.");
		}, () -> notes.saw("The person chose none of them. The message of the step *Message* chooses the group."));
	}

	private Optional<ChatId> chosen(List<Group> groups) {
		String typed = this.session.person()
			.type("Number of a group for tests, whose members may see your message and one public card:");
		while (typed != null) {
			int number = typed.matches("\\d{1,6}") ? Integer.parseInt(typed) : 0;
			if (number >= 1 && number <= groups.size()) {
				return Optional.of(groups.get(number - 1).id());
			}
			typed = this.session.person().type("Please type a number from 1 to " + groups.size() + ":");
		}
		return Optional.empty();
	}

	private void checkConnection(Notes notes) {
		if (this.connection == null) {
			throw new StepSkippedException(
					"The long connection is off (`feishu.long-connection.enabled`), so clicks must arrive over HTTP.");
		}
		LongConnectionStatus status = opened(this.connection);
		if (status.state() == State.CONNECTED) {
			notes.saw("The long connection is open.");
		}
		else {
			notes.differs("The long connection is not open: " + status.state() + ", " + status.problem() + ".");
		}
	}

	private static LongConnectionStatus opened(LongConnection connection) {
		return Mono.fromSupplier(connection::status)
			.filter((status) -> status.state() == State.CONNECTED)
			.repeatWhenEmpty((looks) -> looks.delayElements(BETWEEN_LOOKS))
			.timeout(OPENING, Mono.empty())
			.blockOptional()
			.orElseGet(connection::status);
	}

	private void receiveMessage(Notes notes) {
		try {
			noteMessage(notes, this.session.await(this.inbox.next(),
					"Mention the bot in the group, and write " + Inbox.WORD + " after it: @bot " + Inbox.WORD));
		}
		catch (StepSkippedException ex) {
			notes.skipped(ex.getMessage() + " Check the event `im.message.receive_v1` and its scope"
					+ " `im:message.group_at_msg:readonly`.");
			typedViewer().ifPresent((viewer) -> {
				this.session.viewer(viewer);
				notes.saw("The person typed an id instead.");
			});
		}
	}

	private void noteMessage(Notes notes, MessageReceived message) {
		this.session.viewer(message.sender());
		boolean elsewhere = this.session.chosenChat().filter((chat) -> !chat.equals(message.chat())).isPresent();
		this.session.chat(message.chat());
		notes.saw("A message arrived. Its sender is the viewer of the cards of all further steps.");
		if (elsewhere) {
			notes.saw(
					"It is from another group than the chosen one. The checklist continues in the group of the message.");
		}
		if (this.bot.isMentionedIn(message)) {
			notes.saw("It mentions the bot: `im:message.group_at_msg:readonly` or `im:message.group_msg` is granted.");
		}
		else {
			notes.saw("It does not mention the bot: `im:message.group_msg` is granted.");
		}
		if (message.locale() != null) {
			notes.saw("It has the language of the sender: `im:user_agent:read` is granted.");
		}
		else {
			notes.differs("It has no language of the sender: `im:user_agent:read` is missing.");
		}
		notes.record("Message", message.json());
	}

	private Optional<Viewer> typedViewer() {
		String typed = this.session.person()
			.type("No message arrived. Type your open id (ou_…) or your e-mail address, for the next steps:");
		while (typed != null) {
			try {
				return Optional.of(typed.contains("@") ? Viewer.email(typed) : Viewer.openId(typed));
			}
			catch (IllegalArgumentException ex) {
				typed = this.session.person().type("Please type an id such as ou_… or an e-mail address:");
			}
		}
		return Optional.empty();
	}

	private void describeGroup(Notes notes) {
		JsonNode chat = this.platform.chat(this.session.chat());
		String mode = chat.at("/data/chat_mode").asString("").strip();
		String display = chat.at("/data/group_message_type").asString("").strip();
		String words = "The mode of the group is `" + mode + "`, and it shows its messages as `" + display + "`.";
		if (mode.equals("group") && !display.equals("thread")) {
			notes.saw(words);
		}
		else {
			notes.differs(words + " Choose an ordinary group, because the next steps fail in this one.");
		}
		notes.record("Description of the group", chat);
	}

}
