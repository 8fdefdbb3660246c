package io.ephemeral.feishu.error;

import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;

/**
 * Codes of the platform. The same code may have different meanings in different
 * operations, so an operation may have its own table, which precedes the general one.
 *
 * @see <a href="https://open.feishu.cn/document/ukTMukTMukTM/ugjM14COyUjL4ITN">General
 * error codes</a>
 */
final class ErrorCodes {

	static final String GENERAL = "";

	/** Start of a hint about scopes. */
	static final String GRANT = "grant the app one of the scopes ";

	/** End of a hint about scopes. */
	static final String PUBLISH = ", and publish a version";

	private static final String CHECK_CREDENTIALS = "check feishu.app-id and feishu.app-secret";

	/**
	 * Hint for an unknown app. An app of the other platform, Feishu or Lark, is unknown
	 * too.
	 */
	private static final String CHECK_APP = "check feishu.app-id, feishu.app-secret and feishu.region";

	private static final String CHECK_CARD = "check the content of the card";

	private static final String CHECK_CHAT = "check the chat id";

	private static final String ADD_BOT = "add the bot to the group";

	private static final String ENABLE_BOT = "enable the bot of the app in the developer console and publish a version";

	private static final String ENABLE_APP = "enable the app in the developer console and install it in this tenant";

	private static final String WAIT = "wait before the next call";

	private static final String SHRINK = "make the card smaller than 30 KB";

	private static final String CHECK_MESSAGE = "check the message id; the id of an ephemeral card is not valid here";

	private static final Words BOT = Words.of("bot |robot ");

	private static final Words MESSAGE_ID = Words.of("message id|messageid|invalid ids");

	private static final String TOO_MANY = "limit|over|exceed|too many";

	/**
	 * Tables by the name of an operation or the part before its dot; {@link #GENERAL} is
	 * last.
	 */
	private static final Map<String, ErrorTable> TABLES = tables();

	private static final ErrorCode UNKNOWN = new ErrorCode(ErrorCategory.UNKNOWN, null, "");

	private static final ErrorCode THROTTLED = new ErrorCode(ErrorCategory.RATE_LIMITED, WAIT, "Rate limits");

	private static final ErrorCode FAILED = new ErrorCode(ErrorCategory.INTERNAL, null, "");

	private ErrorCodes() {
	}

	/**
	 * Finds the meaning of a refusal.
	 * @param operation name of the operation
	 * @param status HTTP status of the response, used for unknown codes
	 * @param code code of the platform
	 * @param words reason from the platform; empty if there is none
	 */
	static ErrorCode of(String operation, HttpStatusCode status, int code, String words) {
		ErrorCode known = of(operation, code, words);
		boolean decidedByStatus = known.category() == ErrorCategory.UNKNOWN
				|| known.category().retryClass() == RetryClass.IF_IDEMPOTENT;
		if (decidedByStatus && status.value() == HttpStatus.TOO_MANY_REQUESTS.value()) {
			return THROTTLED;
		}
		return (known.category() == ErrorCategory.UNKNOWN && status.is5xxServerError()) ? FAILED : known;
	}

	static ErrorCode of(String operation, int code, String words) {
		int dot = operation.indexOf('.');
		for (String name : new String[] { operation, (dot > 0) ? operation.substring(0, dot) : operation, GENERAL }) {
			ErrorTable table = TABLES.get(name);
			ErrorCode found = (table != null) ? table.get(code, words) : null;
			if (found != null) {
				return found;
			}
		}
		return UNKNOWN;
	}

	/**
	 * Finds the meaning of the inner code of a card that could not be created.
	 * @return the meaning; null if the code is unknown or not about a card
	 */
	static @Nullable ErrorCode ofCard(int innerCode, String words) {
		ErrorCode found = of(GENERAL, innerCode, words);
		return (found.category() == ErrorCategory.CARD_REFUSED) ? found : null;
	}

	static Map<String, ErrorTable> tables() {
		Map<String, ErrorTable> tables = new LinkedHashMap<>();
		tables.put("auth", token());
		tables.put("connection", connection());
		tables.put("ephemeral.delete", ephemeralDelete());
		tables.put("card.update", cardUpdate());
		tables.put("message", message());
		tables.put("chat", chat());
		tables.put(GENERAL, general());
		return tables;
	}

	/** Returns the general table, which also applies to ephemeral cards. */
	private static ErrorTable general() {
		ErrorTable table = new ErrorTable("General error codes");
		limitsAndTokens(table);
		appsAndScopes(table);
		chatsAndPeople(table);
		cardsAndRequests(table);
		partsOfCards(table);
		cardEntities(table);
		return table;
	}

	private static void limitsAndTokens(ErrorTable table) {
		table.source("Rate limits")
			.row(ErrorCategory.RATE_LIMITED, WAIT, 11232, 11233, 11247, 230020, 1000004, 1000005, 99991400)
			.because(ErrorReason.TARGET_RATE_LIMITED, 11233, 230020)
			.row(ErrorCategory.QUOTA_EXHAUSTED, "the monthly quota of API calls is used up", 99991403);
		table.source("Access tokens")
			.row(ErrorCategory.TOKEN, "the token is refused; check feishu.app-id, feishu.app-secret and feishu.region",
					20013, 20014, 99991661, 99991663, 99991664, 99991665, 99991671)
			.row(ErrorCategory.CREDENTIALS, CHECK_CREDENTIALS, 10015)
			.row(ErrorCategory.CREDENTIALS, CHECK_APP, 10005, 99991543)
			.row(ErrorCategory.CREDENTIALS, "wait for the next app ticket, which the platform pushes", 10012)
			.because(ErrorReason.APP_TICKET_STALE, 10012)
			.row(ErrorCategory.CREDENTIALS, "check the tenant key, and that the tenant has installed the app", 10013)
			.row(ErrorCategory.CREDENTIALS, "only store apps have app tickets", 10016);
		table.source("Long connection")
			.row(ErrorCategory.CREDENTIALS, CHECK_APP, 1000040345)
			.row(ErrorCategory.CREDENTIALS,
					"set feishu.region, or feishu.base-url, to the platform on which the app is registered: feishu or lark",
					1000040351);
	}

	private static void appsAndScopes(ErrorTable table) {
		table.source("General error codes")
			.row(ErrorCategory.NOT_AUTHORIZED,
					GRANT + "im:message, im:message:send_as_bot or im:message:update" + PUBLISH, 11223, 99991672,
					99991676)
			.row(ErrorCategory.NOT_AUTHORIZED,
					"the call needs the token of a user; set it with FeishuAttributes.accessToken(…)", 99991668,
					99991677, 99991679)
			.row(ErrorCategory.NOT_AUTHORIZED, "add this machine's address to the IP allow-list of the app", 99991401)
			.because(ErrorReason.ADDRESS_NOT_ALLOWED, 99991401)
			.when(Words.of("app id", "not exist|invalid|not found"), ErrorCategory.CREDENTIALS, CHECK_APP, 10014)
			.row(ErrorCategory.APP_UNAVAILABLE, ENABLE_APP, 10014, 11207, 11210, 99991662, 99991673)
			.row(ErrorCategory.APP_UNAVAILABLE, ENABLE_BOT, 11205, 11240);
	}

	private static void chatsAndPeople(ErrorTable table) {
		table.source("General error codes")
			.when(BOT, ErrorCategory.BOT_NOT_IN_CHAT, ADD_BOT, 10002)
			.when(Words.NONE, ErrorCategory.BOT_NOT_IN_CHAT, ADD_BOT, 10002)
			.row(ErrorCategory.UNKNOWN, null, 10002)
			.row(ErrorCategory.BOT_NOT_IN_CHAT, ADD_BOT, 10030, 11201)
			.row(ErrorCategory.VIEWER_NOT_REACHABLE, "the viewer must be a member of the group", 11206)
			.row(ErrorCategory.VIEWER_NOT_REACHABLE,
					"use an open id that this app received, because the ids of other apps are not valid", 99992361)
			.row(ErrorCategory.VIEWER_NOT_REACHABLE, "check the id of the viewer", 10004, 11101, 11105, 99992351,
					99992360)
			.row(ErrorCategory.VIEWER_NOT_REACHABLE,
					"add the viewer to the availability range of the app in the developer console", 11225, 18120)
			.row(ErrorCategory.VIEWER_NOT_REACHABLE, "the viewer has left the tenant", 11236)
			.row(ErrorCategory.CHAT_NOT_FOUND, CHECK_CHAT, 10029, 11100, 11213, 11215, 11231, 99992355, 99992356)
			.row(ErrorCategory.CHAT_UNSUPPORTED, "the chat is not a group", 11228)
			.row(ErrorCategory.CHAT_UNSUPPORTED, "topic groups and direct chats do not support ephemeral cards", 18053)
			.row(ErrorCategory.GONE, "the group is dissolved or banned", 11237, 11242)
			.row(ErrorCategory.GONE, "the message is deleted", 18051)
			.because(ErrorReason.ALREADY_DELETED, 18051);
		table.source("Send message")
			.row(ErrorCategory.BOT_NOT_IN_CHAT, ADD_BOT, 230002)
			.row(ErrorCategory.APP_UNAVAILABLE, ENABLE_BOT, 230006)
			.row(ErrorCategory.VIEWER_NOT_REACHABLE,
					"add the viewer to the availability range of the app in the developer console", 230013, 230053)
			.row(ErrorCategory.VIEWER_NOT_REACHABLE, "the viewer has left the tenant", 230029)
			.row(ErrorCategory.GONE, "the group is dissolved or banned", 232009);
		table.source("Update a sent message card")
			.row(ErrorCategory.GONE, "the message is deleted", 230011, 230110)
			.because(ErrorReason.ALREADY_DELETED, 230011, 230110);
	}

	private static void cardsAndRequests(ErrorTable table) {
		table.source("General error codes")
			.row(ErrorCategory.CARD_REFUSED, CHECK_CARD, 11246, 18054)
			.row(ErrorCategory.CARD_REFUSED, SHRINK, 19036)
			.row(ErrorCategory.CONTENT_REFUSED,
					"change the text, because the platform or the tenant blocks words in it", 11248, 11312)
			.row(ErrorCategory.BUSY, "the same request is being carried out", 18121)
			.row(ErrorCategory.INTERNAL, "the platform failed", 1500, 1663, 1668, 2200, 5000, 10101, 10500, 55001)
			.row(ErrorCategory.INVALID_REQUEST, null, 9499, 10001, 10003, 99992402)
			.row(ErrorCategory.INVALID_REQUEST, "check the message id", 99992354);
		table.source("Send message")
			.row(ErrorCategory.CARD_REFUSED, CHECK_CARD, 230099)
			.row(ErrorCategory.CARD_REFUSED, SHRINK, 230025)
			.row(ErrorCategory.CONTENT_REFUSED,
					"change the text, because the platform or the tenant blocks words in it", 230022)
			.row(ErrorCategory.CONTENT_REFUSED, "the tenant's rules against data leaks block the content", 230028)
			.row(ErrorCategory.BUSY, "the same request is being carried out", 230049)
			.when(MESSAGE_ID, ErrorCategory.INVALID_REQUEST, CHECK_MESSAGE, 230001)
			.row(ErrorCategory.INVALID_REQUEST, null, 230001);
		table.source("Send messages in batches")
			.row(ErrorCategory.NOT_AUTHORIZED,
					"the app's test messages are restricted; check its settings in the developer console", 230100);
	}

	/**
	 * Adds inner codes, which are in the words about a card. Some operations also return
	 * them as their own codes.
	 */
	private static void partsOfCards(ErrorTable table) {
		table.source("Send message")
			.row(ErrorCategory.CARD_REFUSED, "an id of a mentioned or shown person is not valid", 100290)
			.when(Words.of("table", TOO_MANY), ErrorCategory.CARD_REFUSED,
					"the card has too many tables, including those in Markdown; the platform sometimes refuses more than three",
					11310)
			.when(Words.of("element", TOO_MANY), ErrorCategory.CARD_REFUSED, "the card has more than 200 elements",
					11310)
			.when(Words.of("name", "duplicat|repeat|not unique|must be unique"), ErrorCategory.CARD_REFUSED,
					"the names of interactive components and forms must be unique in the card", 11310)
			.when(Words.of("name", "required|missing|empty|blank"), ErrorCategory.CARD_REFUSED,
					"a form, and each interactive component in it, needs a name", 11310)
			.when(Words.of("template", "visible|invisible|permission"), ErrorCategory.CARD_REFUSED,
					"allow the app to use the template", 11310)
			.when(Words.of("action is lock|action lock|action locked"), ErrorCategory.CARD_REFUSED,
					"an interaction with the card is in progress; repeat the call later", 11310)
			.when(Words.of("card id|cardid", "invalid"), ErrorCategory.CARD_REFUSED,
					"check the id of the card, and repeat the call once, because the platform sometimes sends this code by mistake",
					11310)
			.row(ErrorCategory.CARD_REFUSED, CHECK_CARD, 11310)
			.row(ErrorCategory.CARD_REFUSED, "publish the template", 200380)
			.row(ErrorCategory.CARD_REFUSED, "allow the app to use the template", 200381)
			.row(ErrorCategory.CARD_REFUSED, "correct the chart_spec", 200550)
			.row(ErrorCategory.CARD_REFUSED, "an image key is not valid", 200570)
			.when(Words.of("unknown property"), ErrorCategory.CARD_REFUSED,
					"remove the property, or move it to its place in the schema of the card", 200621)
			.row(ErrorCategory.CARD_REFUSED, "check the structure of the card", 200621)
			.row(ErrorCategory.CARD_REFUSED, "a template variable has the wrong type", 200732)
			.row(ErrorCategory.CARD_REFUSED, "a template variable has the wrong format", 200737)
			.row(ErrorCategory.CARD_REFUSED, CHECK_CARD, 200800)
			.row(ErrorCategory.CARD_REFUSED, "the card has a tag that JSON 2.0 does not define", 200861)
			.row(ErrorCategory.CARD_REFUSED, "correct the rows of the table", 200914)
			.row(ErrorCategory.CARD_REFUSED, "a row of the table has a value without a column", 200915)
			.row(ErrorCategory.CARD_REFUSED, "set config.enable_forward to false", 300220)
			.row(ErrorCategory.CARD_REFUSED, "audio_id must be unique", 300230)
			.row(ErrorCategory.CARD_REFUSED, "the audio file was uploaded by another app", 300240);
		table.source("Create card entity")
			.row(ErrorCategory.CARD_REFUSED, SHRINK, 200860)
			.when(Words.of("format error|only alphabets|20 characters|start with"), ErrorCategory.CARD_REFUSED,
					"element_id begins with a letter and has at most 20 letters, digits and underscores", 300301)
			.when(Words.of("duplicat|repeat|not unique|must be unique|already exist"), ErrorCategory.CARD_REFUSED,
					"element_id must be unique", 300301)
			.row(ErrorCategory.CARD_REFUSED, CHECK_CARD, 300301)
			.row(ErrorCategory.CARD_REFUSED, "config.update_multi must be true", 300302)
			.row(ErrorCategory.CARD_REFUSED, "the card has more than 200 elements", 300305);
	}

	/** Adds codes of card entities, which only the application's own calls use. */
	private static void cardEntities(ErrorTable table) {
		table.source("Update card entity")
			.row(ErrorCategory.INVALID_REQUEST, "the streaming mode has ended; turn it on again", 200510)
			.row(ErrorCategory.GONE, "the card entity does not exist", 200740)
			.row(ErrorCategory.GONE, "the card entity is older than 14 days and does not exist any more", 200750)
			.row(ErrorCategory.INVALID_REQUEST, "use a new uuid for each operation", 200770)
			.row(ErrorCategory.BUSY, "an interaction with the card is in progress", 200810)
			.row(ErrorCategory.INTERNAL, "the platform failed", 300120)
			.row(ErrorCategory.NOT_AUTHORIZED, "the card belongs to another app", 300311)
			.row(ErrorCategory.CARD_REFUSED, "check the element that is added", 300315)
			.row(ErrorCategory.INVALID_REQUEST, "sequence must grow with each operation on the card", 300317);
	}

	private static ErrorTable token() {
		return new ErrorTable("Access tokens")
			.when(Words.of("disabled|unavailable|not available|not enabled|not installed|stopped"),
					ErrorCategory.CREDENTIALS, CHECK_APP + "; the app must be enabled in the developer console", 10014)
			.row(ErrorCategory.CREDENTIALS, CHECK_APP, 10003, 10014);
	}

	/** No page of the documents lists these codes. */
	private static ErrorTable connection() {
		return new ErrorTable("Official SDKs, long connection").row(ErrorCategory.INTERNAL, null, 1, 1000040343)
			.row(ErrorCategory.CREDENTIALS, CHECK_APP, 514, 10003, 10014, 1000040344, 1000040345)
			.row(ErrorCategory.CREDENTIALS,
					"the app belongs to the other platform; set feishu.region to lark or feishu, or check feishu.base-url",
					1000040351)
			.row(ErrorCategory.APP_UNAVAILABLE, ENABLE_APP, 403)
			.row(ErrorCategory.INVALID_REQUEST,
					"an app may have at most 50 long connections; stop instances that are not needed, such as those of developers",
					1000040350);
	}

	private static ErrorTable ephemeralDelete() {
		return new ErrorTable("Delete message cards that are only visible to certain people")
			.row(ErrorCategory.GONE, "the card is deleted already", 18051)
			.because(ErrorReason.ALREADY_DELETED, 18051);
	}

	private static ErrorTable cardUpdate() {
		return new ErrorTable("Delayed update of message cards")
			.when(BOT, ErrorCategory.BOT_NOT_IN_CHAT, ADD_BOT, 10002)
			.row(ErrorCategory.CARD_REFUSED, CHECK_CARD, 10002, 11311, 100030)
			.row(ErrorCategory.CARD_REFUSED, SHRINK, 100000)
			.row(ErrorCategory.CARD_REFUSED,
					"check the open ids, which a card needs if config.update_multi is not true", 200320, 300090)
			.row(ErrorCategory.GONE, "the message of the card is recalled", 200000)
			.row(ErrorCategory.NOT_AUTHORIZED, "the card belongs to another app", 200310)
			.row(ErrorCategory.INVALID_REQUEST, "the token of a callback begins with c-", 300020)
			.row(ErrorCategory.GONE, "the token of a callback is valid for 30 minutes and two updates", 300030, 300040)
			.because(ErrorReason.CLICK_USED_UP, 300040);
	}

	private static ErrorTable message() {
		ErrorTable table = new ErrorTable("Send message").row(ErrorCategory.INVALID_REQUEST, null, 230055)
			.when(Words.of("operation", "not support|unsupported"), ErrorCategory.INVALID_REQUEST,
					"messages of this type do not support the operation", 230054)
			.row(ErrorCategory.INVALID_REQUEST, CHECK_CHAT, 230034)
			.row(ErrorCategory.CHAT_UNSUPPORTED, null, 230015, 230038, 230054, 230075)
			.row(ErrorCategory.BOT_NOT_IN_CHAT, "allow the bot to send messages in the group", 230018, 230035)
			.row(ErrorCategory.NOT_AUTHORIZED,
					"grant the missing scope, or allow the app to work with external groups, and publish a version",
					230027)
			.row(ErrorCategory.NOT_AUTHORIZED, "a bot can use its own messages and files only", 230017)
			.row(ErrorCategory.GONE, "the topic does not exist any more", 230019)
			.row(ErrorCategory.APP_UNAVAILABLE, "the tenant has deleted its encryption key", 230036);
		table.source("Reply to a message")
			.row(ErrorCategory.CHAT_UNSUPPORTED, "the chat does not support replies in a thread", 230071)
			.row(ErrorCategory.NOT_AUTHORIZED, "the bot cannot see the message", 230050)
			.row(ErrorCategory.GONE, "the message does not accept replies any more", 230072, 230111);
		table.source("Update a sent message card")
			.row(ErrorCategory.GONE, "the card is older than 14 days and cannot be updated any more", 230031);
		table.source("Recall a message")
			.row(ErrorCategory.GONE, "the message is too old to be recalled", 230009)
			.row(ErrorCategory.NOT_AUTHORIZED, "a bot can recall its own messages only", 230026);
		return table;
	}

	private static ErrorTable chat() {
		return new ErrorTable("Get group info").row(ErrorCategory.APP_UNAVAILABLE, ENABLE_APP, 232004, 232034)
			.row(ErrorCategory.APP_UNAVAILABLE, ENABLE_BOT, 232025)
			.row(ErrorCategory.CHAT_NOT_FOUND, CHECK_CHAT, 232006)
			.row(ErrorCategory.CHAT_NOT_FOUND, "the group belongs to another tenant", 232010)
			.row(ErrorCategory.BOT_NOT_IN_CHAT, ADD_BOT, 232011)
			.row(ErrorCategory.NOT_AUTHORIZED, "allow the app to work with external groups, and publish a version",
					232033)
			.row(ErrorCategory.NOT_AUTHORIZED, GRANT + "im:chat, im:chat:read or im:chat:readonly" + PUBLISH, 99991672,
					99991676);
	}

}
