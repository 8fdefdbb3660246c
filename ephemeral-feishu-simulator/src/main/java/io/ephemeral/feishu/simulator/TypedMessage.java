package io.ephemeral.feishu.simulator;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ephemeral.feishu.simulator.tenant.Message;
import io.ephemeral.feishu.simulator.tenant.Tenant;
import io.ephemeral.feishu.simulator.tenant.WrittenMessage;

/**
 * Message that a member types on the page.
 */
final class TypedMessage {

	private static final Pattern MENTION = Pattern.compile("@(all|" + Tenant.BOT_NAME + ")(?:\\h|(?=\\R)|$)",
			Pattern.CASE_INSENSITIVE);

	private TypedMessage() {
	}

	/**
	 * Reads a text. A name at its beginning is a mention, of the bot or of all members.
	 */
	static WrittenMessage of(String text) {
		return message(text).written();
	}

	private static MemberMessage message(String text) {
		MemberMessage.Builder message = MemberMessage.builder();
		Matcher mention = MENTION.matcher(text);
		if (!mention.lookingAt()) {
			return message.text(text).build();
		}
		String rest = text.substring(mention.end());
		boolean all = mention.group(1).equalsIgnoreCase("all");
		return (all ? message.mentionAll() : message.mentionBot()).text(rest).build();
	}

}
