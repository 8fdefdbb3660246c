package io.ephemeral.feishu.client;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What to do about a code of the platform.
 *
 * @see <a href="https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN">General
 * error codes</a>
 */
final class Hints {

	private static final Map<Integer, String> HINTS = new HashMap<>();

	static {
		add("check feishu.app-id and feishu.app-secret", 10003, 10005, 10014, 10015, 99991543);
		add("the token is refused; check feishu.app-id, feishu.app-secret and feishu.region", 20013, 20014, 99991661,
				99991663, 99991664, 99991665, 99991671);
		add("enable the app in the developer console and install it in this company", 11207, 11210, 99991662, 99991673);
		add("enable the bot of the app in the developer console and publish a version", 11205, 11240);
		add("grant the app one of the scopes im:message, im:message:send_as_bot or im:message:update, and publish a version",
				11223, 99991672, 99991676);
		add("add this machine's address to the IP allow-list of the app", 99991401);
		add("the monthly quota of API calls is used up", 99991403);
		add("add the bot to the group", 10002, 10030, 11201);
		add("the viewer must be a member of the group", 11206);
		add("take an open id that this app obtained; the ids of other apps are not valid", 99992361);
		add("check the id of the viewer", 10004, 11101, 11105, 99992351, 99992360);
		add("check the chat id", 10029, 11100, 11213, 11215, 11228, 11231, 99992355, 99992356);
		add("topic groups and one-to-one chats take no ephemeral cards", 18053);
		add("make the card smaller than 30 KB", 19036);
		add("check the content of the card", 11246, 18054);
		add("wait before the next call", 11232, 11233, 11247, 230020, 1000004, 1000005, 99991400);
	}

	private Hints() {
	}

	static @Nullable String of(int code) {
		return HINTS.get(code);
	}

	private static void add(String hint, int... codes) {
		for (int code : codes) {
			HINTS.put(code, hint);
		}
	}

}
