package io.ephemeral.feishu.simulator.tenant;

/**
 * Short message that a member's client shows after a click.
 *
 * @param type {@code info}, {@code success}, {@code warning} or {@code error}
 * @param code code of the client for a failed click; 0 for any other toast
 */
public record Toast(String type, String content, int code) {

	public static Toast incomplete(String fields) {
		return new Toast("error", "Required: " + fields, 0);
	}

	public static Toast failed(ClickError error) {
		return new Toast("error", error.text() + " (" + error.code() + ")", error.code());
	}

}
