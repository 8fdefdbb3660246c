package io.ephemeral.feishu.callback;

import java.util.Locale;

import io.ephemeral.feishu.card.CardMessages;
import io.ephemeral.feishu.card.element.CardLocale;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.StaticMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class CallbackToastsTests {

	private final StaticMessageSource messages = new StaticMessageSource();

	private final CallbackToasts toasts = new CallbackToasts(
			(code, arguments, locale) -> this.messages.getMessage(code, arguments, null, locale));

	@Test
	void toastWhenApplicationHasNoTextThenIsEnglishOrChinese() {
		Toast toast = new CallbackToasts(CardMessages.none()).failed();

		assertThat(toast.content()).isEqualTo("That did not work. Please try again later.");
		assertThat(toast.i18n()).containsOnlyKeys(CardLocale.EN_US, CardLocale.ZH_CN, CardLocale.ZH_HK,
				CardLocale.ZH_TW);
		assertThat(toast.i18n()).containsEntry(CardLocale.ZH_TW, "操作失败，请稍后再试。");
	}

	@Test
	void toastWhenApplicationHasTextThenIsShownInItsLanguageOnly() {
		this.messages.addMessage("feishu.callback.toast.busy", Locale.GERMANY, "Gerade ist viel los.");

		assertThat(this.toasts.busy().i18n()).containsEntry(CardLocale.DE_DE, "Gerade ist viel los.")
			.containsEntry(CardLocale.EN_US, "Too much is going on right now. Please try again.");
	}

	@Test
	void toastWhenApplicationHasEnglishTextThenOtherLanguagesReadIt() {
		this.messages.addMessage("feishu.callback.toast.unknown-action", Locale.US, "Too late.");

		assertThat(this.toasts.unknownAction().content()).isEqualTo("Too late.");
	}

	@Test
	void toastWhenTextIsBlankThenBuiltInOneIsShown() {
		this.messages.addMessage("feishu.callback.toast.failed", Locale.US, " ");

		assertThat(this.toasts.failed().content()).isEqualTo("That did not work. Please try again later.");
	}

	@Test
	void toastWhenAboutFieldThenNamesIt() {
		this.messages.addMessage("feishu.callback.toast.missing", Locale.US, "Please fill in {0}.");
		this.messages.addMessage("feishu.callback.toast.invalid", Locale.US, "Please look at {0} again.");

		assertThat(this.toasts.of(new FormBindingException(Form.class, "people", true)).content())
			.isEqualTo("Please fill in people.");
		assertThat(this.toasts.of(new FormBindingException(Form.class, "people", false)).content())
			.isEqualTo("Please look at people again.");
	}

	@Test
	void toastWhenNotAboutOneFieldThenIsGeneral() {
		assertThat(this.toasts.of(new FormBindingException(Form.class, null, false))).isEqualTo(this.toasts.failed());
	}

	record Form(int people) {
	}

}
