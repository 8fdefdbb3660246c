package io.ephemeral.feishu.callback;

import io.ephemeral.feishu.card.element.CardLocale;

/**
 * What users are told where no handler can tell them.
 */
final class CallbackToasts {

	static final Toast FAILED = toast(Toast.Type.ERROR, "That did not work. Please try again later.", "操作失败，请稍后再试。");

	static final Toast BUSY = toast(Toast.Type.WARNING, "Too much is going on right now. Please try again.",
			"当前请求过多，请稍后再试。");

	static final Toast UNKNOWN_ACTION = toast(Toast.Type.INFO, "This is not available any more.", "该操作已不可用。");

	private CallbackToasts() {
	}

	static Toast of(FormBindingException ex) {
		String field = ex.field();
		if (field == null) {
			return FAILED;
		}
		return ex.isMissing() ? toast(Toast.Type.ERROR, field + ": is missing", field + "：必填")
				: toast(Toast.Type.ERROR, field + ": is not valid", field + "：格式不正确");
	}

	private static Toast toast(Toast.Type type, String english, String chinese) {
		return Toast.of(type, english).in(CardLocale.EN_US, english).in(CardLocale.ZH_CN, chinese);
	}

}
