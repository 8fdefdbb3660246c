package io.ephemeral.feishu.form;

import java.util.Locale;

import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.element.Message;
import io.ephemeral.feishu.card.element.PlainText;

import org.springframework.util.StringUtils;

/**
 * Texts of forms that messages of the application can replace.
 */
final class FormText {

	private static final String PREFIX = "feishu.form.";

	private FormText() {
	}

	/** Creates a text that is the same in all forms. */
	static PlainText of(String code, String english, String chinese) {
		return message(PREFIX + code, inBoth(english, chinese));
	}

	/** Creates a text without a code. */
	static PlainText inBoth(String english, String chinese) {
		return PlainText.of(english).in(CardLocale.ZH_CN, chinese);
	}

	/** Creates a text with its own code. */
	static PlainText message(String code, String text) {
		return message(code, PlainText.of(text));
	}

	static PlainText message(String code, PlainText text) {
		return text.message(Message.of(code));
	}

	/** Returns the words of a Java name, such as {@code Due date} for {@code dueDate}. */
	static String readable(String name) {
		String words = name.replaceAll("(?<=[\\p{Ll}\\d])(?=\\p{Lu})", " ").replace('_', ' ').strip();
		return StringUtils.capitalize(words.toLowerCase(Locale.ROOT));
	}

}
