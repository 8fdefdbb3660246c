package io.ephemeral.feishu.callback;

import java.util.EnumMap;
import java.util.Map;

import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.CardMessages;
import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.element.Markdown;
import io.ephemeral.feishu.card.element.MarkdownText;
import io.ephemeral.feishu.seal.SealRefusedException;

import org.springframework.util.StringUtils;

/**
 * Toasts for clicks without a reply of a handler, in the languages of the application's
 * texts, and otherwise in English and Chinese.
 */
public final class CallbackToasts {

	private static final String PREFIX = "feishu.callback.toast.";

	private final CardMessages messages;

	/**
	 * Creates the toasts.
	 * @param messages texts of the application
	 */
	public CallbackToasts(CardMessages messages) {
		this.messages = messages;
	}

	/**
	 * Returns whether the library has a toast for an error, other than the one for all
	 * failures.
	 * @param error error of a handler
	 * @return true for mistakes in forms, and for too much work
	 */
	public static boolean explains(Throwable error) {
		return error instanceof InvalidFormException || error instanceof WorkRefusedException
				|| (error instanceof FormBindingException binding && binding.isOfForm());
	}

	Toast failed() {
		return toast(Toast.Type.ERROR, "failed", "That did not work. Please try again later.", "操作失败，请稍后再试。");
	}

	/** Returns a card with the text of {@link #failed()}. */
	Card failedCard() {
		Toast toast = failed();
		Markdown.Builder text = Markdown.builder(MarkdownText.escape(toast.content()));
		toast.i18n().forEach((locale, content) -> text.in(locale, MarkdownText.escape(content)));
		return Card.builder().add(text).build();
	}

	Toast busy() {
		return toast(Toast.Type.WARNING, "busy", "Too much is going on right now. Please try again.", "当前请求过多，请稍后再试。");
	}

	Toast unknownAction() {
		return toast(Toast.Type.INFO, "unknown-action", "This is not available any more.", "该操作已不可用。");
	}

	/**
	 * Returns the toast for a user who lacks a right.
	 * @return text of the code {@code feishu.callback.toast.denied}
	 */
	public Toast denied() {
		return toast(Toast.Type.WARNING, "denied", "You are not allowed to do this.", "您没有权限执行此操作。");
	}

	Toast of(SealRefusedException ex) {
		return switch (ex.reason()) {
			case FOREIGN -> toast(Toast.Type.WARNING, "foreign", "This is for someone else.", "该操作仅限指定成员使用。");
			case FORGED -> toast(Toast.Type.ERROR, "forged", "This could not be verified.", "无法验证该操作。");
			case EXPIRED -> toast(Toast.Type.WARNING, "expired", "It is too late for this.", "该操作已过期。");
			case USED -> toast(Toast.Type.INFO, "used", "This was already done.", "该操作已完成，不能重复使用。");
		};
	}

	Toast of(FormBindingException ex) {
		String field = ex.field();
		if (field == null) {
			return failed();
		}
		return ex.isMissing() ? toast(Toast.Type.ERROR, "missing", field + ": is missing", field + "：必填", field)
				: toast(Toast.Type.ERROR, "invalid", field + ": is not valid", field + "：格式不正确", field);
	}

	private Toast toast(Toast.Type type, String code, String english, String chinese, Object... arguments) {
		Map<CardLocale, String> texts = new EnumMap<>(CardLocale.class);
		texts.put(CardLocale.EN_US, english);
		CardLocale.matching(CardLocale.ZH_CN.locale()).forEach((locale) -> texts.put(locale, chinese));
		for (CardLocale locale : CardLocale.values()) {
			String text = this.messages.find(PREFIX + code, arguments, locale.locale());
			if (StringUtils.hasText(text)) {
				texts.put(locale, text);
			}
		}
		return new Toast(type, texts.getOrDefault(CardLocale.EN_US, english), texts);
	}

}
