package io.ephemeral.feishu.callback;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonValue;
import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.element.PlainText;
import org.jspecify.annotations.Nullable;

import org.springframework.aot.hint.BindingReflectionHintsRegistrar;
import org.springframework.aot.hint.RuntimeHints;
import org.springframework.aot.hint.RuntimeHintsRegistrar;
import org.springframework.util.Assert;

/**
 * Short text that the client shows for some seconds to the user who clicked.
 *
 * @param type color and icon
 * @param content plain text
 * @param i18n texts by languages; the client shows the text in the language of its user,
 * or {@code content} if there is none
 */
public record Toast(@JsonProperty("type") Type type, @JsonProperty("content") String content,
		@JsonProperty("i18n") @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<CardLocale, String> i18n) {

	public Toast {
		Assert.hasText(content, "'content' of a toast must not be blank");
		i18n = Map.copyOf(i18n);
	}

	/**
	 * Creates a toast in one language.
	 * @param type color and icon
	 * @param content plain text
	 * @return the toast
	 */
	public static Toast of(Type type, String content) {
		return new Toast(type, content, Map.of());
	}

	/**
	 * Adds the text in another language.
	 * @param locale the language
	 * @param content plain text
	 * @return a toast with this text too
	 */
	public Toast in(CardLocale locale, String content) {
		Map<CardLocale, String> i18n = new EnumMap<>(CardLocale.class);
		i18n.putAll(this.i18n);
		i18n.put(locale, content);
		return new Toast(this.type, this.content, i18n);
	}

	/** Returns the texts as a text of a card. */
	PlainText text() {
		PlainText text = PlainText.of(this.content);
		for (Map.Entry<CardLocale, String> translation : this.i18n.entrySet()) {
			text = text.in(translation.getKey(), translation.getValue());
		}
		return text;
	}

	@Override
	public String toString() {
		return "Toast[" + this.type + "]";
	}

	/**
	 * Hints for native images.
	 */
	static final class Hints implements RuntimeHintsRegistrar {

		@Override
		public void registerHints(RuntimeHints hints, @Nullable ClassLoader classLoader) {
			new BindingReflectionHintsRegistrar().registerReflectionHints(hints.reflection(), Toast.class);
		}

	}

	/**
	 * Color and icon of a toast.
	 */
	public enum Type {

		/** Blue. */
		INFO,

		/** Green. */
		SUCCESS,

		/** Orange. */
		WARNING,

		/** Red. */
		ERROR;

		private final String code = name().toLowerCase(Locale.ROOT);

		@JsonValue
		String code() {
			return this.code;
		}

	}

}
