package io.ephemeral.feishu.client;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * The codes of the platform. The same number may mean different things in different
 * operations, so each operation has a table of its own, above the general one.
 *
 * @see <a href="https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN">General
 * error codes</a>
 */
final class ErrorCodes {

	private static final String CHECK_CREDENTIALS = "check feishu.app-id and feishu.app-secret";

	private static final String CHECK_CARD = "check the content of the card";

	private static final String ADD_BOT = "add the bot to the group";

	private static final String WAIT = "wait before the next call";

	private static final String SHRINK = "make the card smaller than 30 KB";

	private static final Map<Integer, ErrorCode> GENERAL = general();

	/** By the first part of an operation's name; its own codes come first. */
	private static final Map<String, Map<Integer, ErrorCode>> OPERATIONS = Map.of("auth", token(), "ephemeral.delete",
			ephemeralDelete(), "card.update", cardUpdate(), "message", message());

	/** What the codes within the message of a card that could not be created mean. */
	private static final Map<Integer, String> CARD_HINTS = cardHints();

	private static final ErrorCode UNKNOWN = new ErrorCode(ErrorCategory.UNKNOWN, null);

	private ErrorCodes() {
	}

	static ErrorCode of(String operation, int code) {
		ErrorCode special = table(operation).get(code);
		return (special != null) ? special : GENERAL.getOrDefault(code, UNKNOWN);
	}

	private static Map<Integer, ErrorCode> table(String operation) {
		Map<Integer, ErrorCode> exact = OPERATIONS.get(operation);
		int dot = operation.indexOf('.');
		return (exact != null) ? exact
				: OPERATIONS.getOrDefault((dot > 0) ? operation.substring(0, dot) : operation, Map.of());
	}

	static @Nullable String cardHint(int innerCode) {
		return CARD_HINTS.get(innerCode);
	}

	/**
	 * D "General error codes" and section "Rate limits"; ephemeral cards have no table.
	 */
	private static Map<Integer, ErrorCode> general() {
		Map<Integer, ErrorCode> codes = new HashMap<>();
		add(codes, ErrorCategory.RATE_LIMITED, WAIT, 11232, 11233, 11247, 230020, 1000004, 1000005, 99991400);
		add(codes, ErrorCategory.TOKEN,
				"the token is refused; check feishu.app-id, feishu.app-secret and feishu.region", 20013, 20014,
				99991661, 99991663, 99991664, 99991665, 99991671);
		add(codes, ErrorCategory.CREDENTIALS, CHECK_CREDENTIALS, 10005, 10015, 99991543);
		add(codes, ErrorCategory.CREDENTIALS, "wait for the next app ticket, which the platform pushes", 10012);
		add(codes, ErrorCategory.CREDENTIALS, "check the tenant key, and that the company has installed the app",
				10013);
		add(codes, ErrorCategory.CREDENTIALS, "only store apps have app tickets", 10016);
		add(codes, ErrorCategory.NOT_AUTHORIZED,
				"grant the app one of the scopes im:message, im:message:send_as_bot or im:message:update, and publish a version",
				11223, 99991672, 99991676);
		add(codes, ErrorCategory.NOT_AUTHORIZED, "the call needs the token of a user", 99991668, 99991677, 99991679);
		add(codes, ErrorCategory.NOT_AUTHORIZED, "add this machine's address to the IP allow-list of the app",
				99991401);
		add(codes, ErrorCategory.QUOTA_EXHAUSTED, "the monthly quota of API calls is used up", 99991403);
		add(codes, ErrorCategory.APP_UNAVAILABLE,
				"enable the app in the developer console and install it in this company", 10014, 11207, 11210, 99991662,
				99991673);
		add(codes, ErrorCategory.APP_UNAVAILABLE,
				"enable the bot of the app in the developer console and publish a version", 11205, 11240, 230006);
		add(codes, ErrorCategory.BOT_NOT_IN_CHAT, ADD_BOT, 10002, 10030, 11201, 230002);
		add(codes, ErrorCategory.VIEWER_NOT_REACHABLE, "the viewer must be a member of the group", 11206);
		add(codes, ErrorCategory.VIEWER_NOT_REACHABLE,
				"take an open id that this app obtained; the ids of other apps are not valid", 99992361);
		add(codes, ErrorCategory.VIEWER_NOT_REACHABLE, "check the id of the viewer", 10004, 11101, 11105, 99992351,
				99992360);
		add(codes, ErrorCategory.VIEWER_NOT_REACHABLE, "put the viewer into the app's range of availability", 11225,
				18120, 230013, 230053);
		add(codes, ErrorCategory.VIEWER_NOT_REACHABLE, "the viewer has left the company", 11236, 230029);
		add(codes, ErrorCategory.CHAT_NOT_FOUND, "check the chat id", 10029, 11100, 11213, 11215, 11231, 99992355,
				99992356);
		add(codes, ErrorCategory.CHAT_UNSUPPORTED, "the chat is no group", 11228);
		add(codes, ErrorCategory.CHAT_UNSUPPORTED, "topic groups and one-to-one chats take no ephemeral cards", 18053);
		add(codes, ErrorCategory.GONE, "the group is dissolved or banned", 11237, 11242, 232009);
		add(codes, ErrorCategory.GONE, "the message is deleted", 18051, 230011, 230110);
		add(codes, ErrorCategory.CARD_REFUSED, CHECK_CARD, 11246, 18054, 230099);
		add(codes, ErrorCategory.CARD_REFUSED, SHRINK, 19036, 200860, 230025);
		add(codes, ErrorCategory.CONTENT_REFUSED, "the words are sensitive, or audited by the company", 11248, 11312,
				230022);
		add(codes, ErrorCategory.CONTENT_REFUSED, "the company does not let such data leave it", 230028);
		add(codes, ErrorCategory.BUSY, "the same request is being carried out", 18121, 230049);
		add(codes, ErrorCategory.INTERNAL, "the platform failed", 1500, 1663, 1668, 2200, 5000, 10101, 10500, 55001);
		add(codes, ErrorCategory.INVALID_REQUEST, null, 9499, 10001, 10003);
		return codes;
	}

	/** D "Access tokens". */
	private static Map<Integer, ErrorCode> token() {
		Map<Integer, ErrorCode> codes = new HashMap<>();
		add(codes, ErrorCategory.CREDENTIALS, CHECK_CREDENTIALS, 10003);
		return codes;
	}

	/** D "Delete message cards that are only visible to certain people". */
	private static Map<Integer, ErrorCode> ephemeralDelete() {
		Map<Integer, ErrorCode> codes = new HashMap<>();
		add(codes, ErrorCategory.GONE, "the card is deleted already", 18051);
		return codes;
	}

	/** D "Delayed update of message cards". */
	private static Map<Integer, ErrorCode> cardUpdate() {
		Map<Integer, ErrorCode> codes = new HashMap<>();
		add(codes, ErrorCategory.CARD_REFUSED, CHECK_CARD, 10002, 11311, 100030);
		add(codes, ErrorCategory.CARD_REFUSED, SHRINK, 100000);
		add(codes, ErrorCategory.CARD_REFUSED, "check the open ids of an exclusive card", 200320, 300090);
		add(codes, ErrorCategory.GONE, "the message of the card is recalled", 200000);
		add(codes, ErrorCategory.NOT_AUTHORIZED, "the card belongs to another app", 200310);
		add(codes, ErrorCategory.INVALID_REQUEST, "the token of a callback begins with c-", 300020);
		add(codes, ErrorCategory.GONE, "the token of the callback is good for 30 minutes and two updates", 300030,
				300040);
		return codes;
	}

	/** D "Send message", "Reply", "Update a sent message card", "Recall a message". */
	private static Map<Integer, ErrorCode> message() {
		Map<Integer, ErrorCode> codes = new HashMap<>();
		add(codes, ErrorCategory.INVALID_REQUEST, null, 230001, 230034, 230055);
		add(codes, ErrorCategory.CHAT_UNSUPPORTED, null, 230015, 230038, 230054, 230071, 230075);
		add(codes, ErrorCategory.BOT_NOT_IN_CHAT, "let the bot speak in the group", 230018, 230035);
		add(codes, ErrorCategory.NOT_AUTHORIZED,
				"grant the missing scope, or let the app work with external groups, and publish a version", 230027);
		add(codes, ErrorCategory.NOT_AUTHORIZED, "a bot acts on its own messages and files only", 230017, 230026,
				230050);
		add(codes, ErrorCategory.GONE, "the time to act on the message is over", 230009, 230031);
		add(codes, ErrorCategory.GONE, "the message or its topic is gone", 230019, 230072, 230111);
		add(codes, ErrorCategory.APP_UNAVAILABLE, "the company has deleted its encryption key", 230036);
		return codes;
	}

	/** D "Send message", sub codes of 230099; D "cardkit card create". */
	private static Map<Integer, String> cardHints() {
		Map<Integer, String> hints = new HashMap<>();
		hints.put(100290, "an id of a mentioned or shown person is not valid");
		hints.put(11310,
				"the card has too many elements or tables, its template is not visible to the app, or it is being used");
		hints.put(200380, "publish the template");
		hints.put(200381, "grant the template to the app");
		hints.put(200550, "mend the chart_spec");
		hints.put(200570, "an image key is not valid");
		hints.put(200621, "the card is no JSON that the platform understands");
		hints.put(200732, "a template variable has the wrong type");
		hints.put(200737, "a template variable has the wrong format");
		hints.put(200861, "the card has a tag that JSON 2.0 does not have");
		hints.put(200914, "mend the rows of the table");
		hints.put(200915, "a row of the table has a value without a column");
		hints.put(300220, "set config.enable_forward to false");
		hints.put(300230, "audio_id must be unique");
		hints.put(300240, "the sound was uploaded by another app");
		hints.put(300301, "element_id must be unique");
		hints.put(300302, "config.update_multi must be true");
		hints.put(300305, "the card has more than 200 elements");
		return hints;
	}

	private static void add(Map<Integer, ErrorCode> table, ErrorCategory category, @Nullable String hint,
			int... codes) {
		for (int code : codes) {
			table.put(code, new ErrorCode(category, hint));
		}
	}

}
