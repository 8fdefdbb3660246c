package io.ephemeral.feishu.client;

import java.util.HashMap;
import java.util.LinkedHashMap;
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

	static final String GENERAL = "";

	private static final String CHECK_CREDENTIALS = "check feishu.app-id and feishu.app-secret";

	private static final String CHECK_CARD = "check the content of the card";

	private static final String CHECK_CHAT = "check the chat id";

	private static final String ADD_BOT = "add the bot to the group";

	private static final String ENABLE_BOT = "enable the bot of the app in the developer console and publish a version";

	private static final String ENABLE_APP = "enable the app in the developer console and install it in this company";

	private static final String WAIT = "wait before the next call";

	private static final String SHRINK = "make the card smaller than 30 KB";

	/**
	 * By the name of an operation or the part before its dot; {@link #GENERAL} comes
	 * last.
	 */
	private static final Map<String, ErrorTable> TABLES = tables();

	/** What the codes within the message of a card that could not be created mean. */
	private static final Map<Integer, String> CARD_HINTS = cardHints();

	private static final ErrorCode UNKNOWN = new ErrorCode(ErrorCategory.UNKNOWN, null, "");

	private ErrorCodes() {
	}

	static ErrorCode of(String operation, int code) {
		int dot = operation.indexOf('.');
		for (String name : new String[] { operation, (dot > 0) ? operation.substring(0, dot) : operation, GENERAL }) {
			ErrorTable table = TABLES.get(name);
			ErrorCode found = (table != null) ? table.get(code) : null;
			if (found != null) {
				return found;
			}
		}
		return UNKNOWN;
	}

	static @Nullable String cardHint(int innerCode) {
		return CARD_HINTS.get(innerCode);
	}

	static Map<String, ErrorTable> tables() {
		Map<String, ErrorTable> tables = new LinkedHashMap<>();
		tables.put("auth", token());
		tables.put("ephemeral.delete", ephemeralDelete());
		tables.put("card.update", cardUpdate());
		tables.put("message", message());
		tables.put("chat", chat());
		tables.put(GENERAL, general());
		return tables;
	}

	/** Ephemeral cards have no table of their own. */
	private static ErrorTable general() {
		ErrorTable table = new ErrorTable("General error codes");
		limitsAndTokens(table);
		appsAndScopes(table);
		chatsAndPeople(table);
		cardsAndRequests(table);
		return table;
	}

	private static void limitsAndTokens(ErrorTable table) {
		table.source("Rate limits")
			.row(ErrorCategory.RATE_LIMITED, WAIT, 11232, 11233, 11247, 230020, 1000004, 1000005, 99991400)
			.row(ErrorCategory.QUOTA_EXHAUSTED, "the monthly quota of API calls is used up", 99991403);
		table.source("Access tokens")
			.row(ErrorCategory.TOKEN, "the token is refused; check feishu.app-id, feishu.app-secret and feishu.region",
					20013, 20014, 99991661, 99991663, 99991664, 99991665, 99991671)
			.row(ErrorCategory.CREDENTIALS, CHECK_CREDENTIALS, 10005, 10015, 99991543)
			.row(ErrorCategory.CREDENTIALS, "wait for the next app ticket, which the platform pushes", 10012)
			.row(ErrorCategory.CREDENTIALS, "check the tenant key, and that the company has installed the app", 10013)
			.row(ErrorCategory.CREDENTIALS, "only store apps have app tickets", 10016);
	}

	private static void appsAndScopes(ErrorTable table) {
		table.source("General error codes")
			.row(ErrorCategory.NOT_AUTHORIZED,
					"grant the app one of the scopes im:message, im:message:send_as_bot or im:message:update, and publish a version",
					11223, 99991672, 99991676)
			.row(ErrorCategory.NOT_AUTHORIZED, "the call needs the token of a user", 99991668, 99991677, 99991679)
			.row(ErrorCategory.NOT_AUTHORIZED, "add this machine's address to the IP allow-list of the app", 99991401)
			.row(ErrorCategory.APP_UNAVAILABLE, ENABLE_APP, 10014, 11207, 11210, 99991662, 99991673)
			.row(ErrorCategory.APP_UNAVAILABLE, ENABLE_BOT, 11205, 11240);
	}

	private static void chatsAndPeople(ErrorTable table) {
		table.source("General error codes")
			.row(ErrorCategory.BOT_NOT_IN_CHAT, ADD_BOT, 10002, 10030, 11201)
			.row(ErrorCategory.VIEWER_NOT_REACHABLE, "the viewer must be a member of the group", 11206)
			.row(ErrorCategory.VIEWER_NOT_REACHABLE,
					"take an open id that this app obtained; the ids of other apps are not valid", 99992361)
			.row(ErrorCategory.VIEWER_NOT_REACHABLE, "check the id of the viewer", 10004, 11101, 11105, 99992351,
					99992360)
			.row(ErrorCategory.VIEWER_NOT_REACHABLE, "put the viewer into the app's range of availability", 11225,
					18120)
			.row(ErrorCategory.VIEWER_NOT_REACHABLE, "the viewer has left the company", 11236)
			.row(ErrorCategory.CHAT_NOT_FOUND, CHECK_CHAT, 10029, 11100, 11213, 11215, 11231, 99992355, 99992356)
			.row(ErrorCategory.CHAT_UNSUPPORTED, "the chat is no group", 11228)
			.row(ErrorCategory.CHAT_UNSUPPORTED, "topic groups and one-to-one chats take no ephemeral cards", 18053)
			.row(ErrorCategory.GONE, "the group is dissolved or banned", 11237, 11242)
			.row(ErrorCategory.GONE, "the message is deleted", 18051);
		table.source("Send message")
			.row(ErrorCategory.BOT_NOT_IN_CHAT, ADD_BOT, 230002)
			.row(ErrorCategory.APP_UNAVAILABLE, ENABLE_BOT, 230006)
			.row(ErrorCategory.VIEWER_NOT_REACHABLE, "put the viewer into the app's range of availability", 230013,
					230053)
			.row(ErrorCategory.VIEWER_NOT_REACHABLE, "the viewer has left the company", 230029)
			.row(ErrorCategory.GONE, "the group is dissolved or banned", 232009);
		table.source("Update a sent message card").row(ErrorCategory.GONE, "the message is deleted", 230011, 230110);
	}

	private static void cardsAndRequests(ErrorTable table) {
		table.source("General error codes")
			.row(ErrorCategory.CARD_REFUSED, CHECK_CARD, 11246, 18054)
			.row(ErrorCategory.CARD_REFUSED, SHRINK, 19036)
			.row(ErrorCategory.CONTENT_REFUSED, "the words are sensitive, or audited by the company", 11248, 11312)
			.row(ErrorCategory.BUSY, "the same request is being carried out", 18121)
			.row(ErrorCategory.INTERNAL, "the platform failed", 1500, 1663, 1668, 2200, 5000, 10101, 10500, 55001)
			.row(ErrorCategory.INVALID_REQUEST, null, 9499, 10001, 10003);
		table.source("Create card entity").row(ErrorCategory.CARD_REFUSED, SHRINK, 200860);
		table.source("Send message")
			.row(ErrorCategory.CARD_REFUSED, CHECK_CARD, 230099)
			.row(ErrorCategory.CARD_REFUSED, SHRINK, 230025)
			.row(ErrorCategory.CONTENT_REFUSED, "the words are sensitive, or audited by the company", 230022)
			.row(ErrorCategory.CONTENT_REFUSED, "the company does not let such data leave it", 230028)
			.row(ErrorCategory.BUSY, "the same request is being carried out", 230049);
	}

	private static ErrorTable token() {
		return new ErrorTable("Access tokens").row(ErrorCategory.CREDENTIALS, CHECK_CREDENTIALS, 10003);
	}

	private static ErrorTable ephemeralDelete() {
		return new ErrorTable("Delete message cards that are only visible to certain people").row(ErrorCategory.GONE,
				"the card is deleted already", 18051);
	}

	private static ErrorTable cardUpdate() {
		return new ErrorTable("Delayed update of message cards")
			.row(ErrorCategory.CARD_REFUSED, CHECK_CARD, 10002, 11311, 100030)
			.row(ErrorCategory.CARD_REFUSED, SHRINK, 100000)
			.row(ErrorCategory.CARD_REFUSED, "check the open ids of an exclusive card", 200320, 300090)
			.row(ErrorCategory.GONE, "the message of the card is recalled", 200000)
			.row(ErrorCategory.NOT_AUTHORIZED, "the card belongs to another app", 200310)
			.row(ErrorCategory.INVALID_REQUEST, "the token of a callback begins with c-", 300020)
			.row(ErrorCategory.GONE, "the token of the callback is good for 30 minutes and two updates", 300030,
					300040);
	}

	private static ErrorTable message() {
		ErrorTable table = new ErrorTable("Send message").row(ErrorCategory.INVALID_REQUEST, null, 230001, 230055)
			.row(ErrorCategory.INVALID_REQUEST, CHECK_CHAT, 230034)
			.row(ErrorCategory.CHAT_UNSUPPORTED, null, 230015, 230038, 230054, 230075)
			.row(ErrorCategory.BOT_NOT_IN_CHAT, "let the bot speak in the group", 230018, 230035)
			.row(ErrorCategory.NOT_AUTHORIZED,
					"grant the missing scope, or let the app work with external groups, and publish a version", 230027)
			.row(ErrorCategory.NOT_AUTHORIZED, "a bot acts on its own messages and files only", 230017)
			.row(ErrorCategory.GONE, "the topic is gone", 230019)
			.row(ErrorCategory.APP_UNAVAILABLE, "the company has deleted its encryption key", 230036);
		table.source("Reply to a message")
			.row(ErrorCategory.CHAT_UNSUPPORTED, "the chat takes no replies in a thread", 230071)
			.row(ErrorCategory.NOT_AUTHORIZED, "the bot does not see the message", 230050)
			.row(ErrorCategory.GONE, "the message takes no replies any more", 230072, 230111);
		table.source("Update a sent message card").row(ErrorCategory.GONE, "a card can be updated for 14 days", 230031);
		table.source("Recall a message")
			.row(ErrorCategory.GONE, "the time to recall the message is over", 230009)
			.row(ErrorCategory.NOT_AUTHORIZED, "a bot recalls its own messages only", 230026);
		return table;
	}

	private static ErrorTable chat() {
		return new ErrorTable("Get group info").row(ErrorCategory.APP_UNAVAILABLE, ENABLE_APP, 232004, 232034)
			.row(ErrorCategory.APP_UNAVAILABLE, ENABLE_BOT, 232025)
			.row(ErrorCategory.CHAT_NOT_FOUND, CHECK_CHAT, 232006)
			.row(ErrorCategory.CHAT_NOT_FOUND, "the group belongs to another company", 232010)
			.row(ErrorCategory.BOT_NOT_IN_CHAT, ADD_BOT, 232011)
			.row(ErrorCategory.NOT_AUTHORIZED, "let the app work with external groups, and publish a version", 232033)
			.row(ErrorCategory.NOT_AUTHORIZED,
					"grant the app one of the scopes im:chat, im:chat:read or im:chat:readonly, and publish a version",
					99991672, 99991676);
	}

	/** Pages "Send message" and "Create card entity". */
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

}
