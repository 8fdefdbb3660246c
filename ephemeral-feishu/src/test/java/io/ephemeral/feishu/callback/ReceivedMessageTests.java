package io.ephemeral.feishu.callback;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

import io.ephemeral.feishu.ChatId;
import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.RandomText;
import io.ephemeral.feishu.callback.json.CallbackMapper;
import io.ephemeral.feishu.event.MessageContent;
import io.ephemeral.feishu.event.MessageReceived;
import io.ephemeral.feishu.event.MessageReceived.Mention;
import io.ephemeral.feishu.event.PostNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Content of messages of all types and shapes.
 */
class ReceivedMessageTests {

	private static final Mention BOT = new Mention("ou_bot", "Bot");

	private static final Mention TOM = new Mention("ou_tom", "Tom");

	private static final Mention ALL = new Mention(null, "", true);

	@ParameterizedTest
	@CsvSource({ "'@_all /remind', /remind", "'@_all/remind', /remind", "'/remind @_all', /remind",
			"'a @_all b', 'a b'", "'@_all', ''", "'@_all 开会', 开会", "'@_all开会', 开会", "'a @_all\tb', 'a b'" })
	void textWhenAllAreMentionedThenIsWithoutTheirKey(String written, String text) {
		MessageReceived message = text(written);

		assertThat(message.text()).isEqualTo(text);
		assertThat(message.mentionsAll()).isTrue();
		assertThat(message.mentions()).containsExactly(ALL);
	}

	@Test
	void mentionWhenOfAllIsListedThenHasItsName() {
		ObjectNode listed = mention("@_all", "", "Everyone");

		assertThat(message("text", object("text", "@_all go"), listed).mentions())
			.containsExactly(new Mention(null, "Everyone", true));
		assertThat(message("text", object("text", "go"), mention("@_user_1", "all", "Everyone")).mentionsAll())
			.isTrue();
	}

	@Test
	void textWhenItOnlyLooksLikeAMentionOfAllThenStays() {
		MessageReceived message = text("mail @_allergy");

		assertThat(message.text()).isEqualTo("mail @_allergy");
		assertThat(message.mentionsAll()).isFalse();
	}

	@ParameterizedTest
	@CsvSource({ "'@_user_1 @_user_10 go', go", "'@_user_10@_user_1go', go", "'go@_user_10', go",
			"'a @_user_1b', 'a b'", "'a@_user_1 b', 'a b'", "'a@_user_1b', ab", "'a  @_user_1  b', 'a b'",
			"'go @_user_1 @_user_10', go", "'a\n@_user_1 b', 'a\nb'", "'a @_user_1\nb', 'a\nb'",
			"'a\n  @_user_10 @_user_1  b\n  c', 'a\nb\n  c'", "'@_user_11 a', '@_user_11 a'",
			"'a\u00a0@_user_1\u3000b', 'a b'", "'@_user_1', ''", "'a  b @_user_1', 'a  b'" })
	void textWhenSomebodyIsMentionedAnywhereThenNoStrayBlanksAreLeft(String written, String text) {
		assertThat(message("text", object("text", written), mention("@_user_1", "ou_bot", "Bot"),
				mention("@_user_10", "ou_tom", "Tom"))
			.text()).isEqualTo(text);
	}

	@Test
	void textWhenKeysContainSpecialCharactersThenAreTakenLiterally() {
		assertThat(message("text", object("text", "@_u.$1 a @_uX$1"), mention("@_u.$1", "ou_bot", "Bot")).text())
			.isEqualTo("a @_uX$1");
	}

	@Test
	void mentionsWhenListedTwiceThenAreThereOnce() {
		MessageReceived message = message("text", object("text", "@_user_1 @_user_2 hi"),
				mention("@_user_1", "ou_tom", "Tom"), mention("@_user_2", "ou_tom", "Tom"));

		assertThat(message.text()).isEqualTo("hi");
		assertThat(message.mentions()).containsExactly(TOM);
	}

	@ParameterizedTest
	@MethodSource("envelopes")
	void postWhenInAnyEnvelopeThenHasTitleAndALineForEachParagraph(JsonNode content) {
		MessageReceived message = message("post", content);

		assertThat(message.text()).isEqualTo("Lunch\nNoodles?\nthe menu");
		assertThat(message.content())
			.isEqualTo(new MessageContent.Post("Lunch", List.of(List.of(new PostNode.Text("Noodles?", List.of())),
					List.of(new PostNode.Link("the menu", "https://example.com", List.of("bold"))))));
	}

	private static Stream<JsonNode> envelopes() {
		JsonNode paragraphs = json("""
				[[{"tag": "text", "text": "Noodles?"}],
				[{"tag": "a", "text": "the menu", "href": "https://example.com", "style": ["bold"]}]]""");
		ObjectNode post = object("title", "Lunch").set("content", paragraphs);
		ObjectNode inString = object("title", "Lunch").put("content", paragraphs.toString());
		return Stream.of(post, object("zh_cn", post), object("en_us", post), object("xx_yy", post),
				object("post", object("ja_jp", post)), inString, object("zh_cn", post.toString()),
				JsonNodeFactory.instance.stringNode(post.toString()),
				object("zh_cn", object("title", "Lunch").put("content", paragraphs.toString())));
	}

	@Test
	void postWhenOfAllNodesThenTextIsWhatWasWritten() {
		MessageReceived message = post("""
				[[{"tag": "img", "image_key": "img_1"}],
				[{"tag": "at", "user_id": "@_user_1", "user_name": "Bot"}, {"tag": "text", "text": " /remind me"}],
				[{"tag": "text", "text": "look"}, {"tag": "at", "user_id": "ou_tom", "user_name": "Tom"},
				{"tag": "text", "text": "here"}, {"tag": "emotion", "emoji_type": "SMILE"}],
				[],
				[{"tag": "a", "href": "https://example.com", "text": ""}],
				[{"tag": "hr"}],
				[{"tag": "code_block", "language": "JAVA", "text": "int a;\\n  int @_all;\\n"}],
				[{"tag": "md", "text": "**b** <at user_id=\\"ou_eve\\">Eve</at> c"}],
				[{"tag": "media", "file_key": "file_1", "image_key": "img_2"}],
				[{"tag": "novelty", "text": "new"}, {"tag": "other"}]]""", mention("@_user_1", "ou_bot", "Bot"));

		assertThat(message.text())
			.isEqualTo("/remind me\nlookhere:SMILE:\n\nhttps://example.com\nint a;\n  int @_all;\n**b** c\nnew");
		assertThat(message.mentions()).containsExactly(BOT, TOM, new Mention("ou_eve", "Eve"));
		assertThat(message.mentionsAll()).isFalse();
		assertThat(((MessageContent.Post) message.content()).paragraphs().stream().flatMap(List::stream))
			.extracting((node) -> node.getClass().getSimpleName())
			.containsExactly("Image", "At", "Text", "Text", "At", "Text", "Emotion", "Link", "Rule", "CodeBlock",
					"Markdown", "Media", "Unknown", "Unknown");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', value = {
			"[[{'tag':'img','image_key':'i'},{'tag':'text','text':' /remind'}]]|/remind",
			"[[{'tag':'at','user_id':'all'},{'tag':'text','text':' /remind '}],[{'tag':'text','text':'more'}]]|/remind \\nmore",
			"[[{'tag':'text','text':'/remind '},{'tag':'at','user_id':'@_user_1'}],[{'tag':'text','text':' b'}]]|/remind\\n b",
			"[[{'tag':'text','text':'@_all /remind'}]]|/remind",
			"[{'tag':'text','text':'a'},{'tag':'text','text':'b'}]|a\\nb",
			"[[{'tag':'text','text':'a'}],'[{\"tag\":\"text\",\"text\":\"b\"}]']|a\\nb",
			"[[{'tag':'text','text':null}],[{'tag':'text'}],[null],[3],null,'x']|``" })
	void postWhenUnusualThenTextHasNoStrayBlanks(String content, String text) {
		String json = content.replace("\"", "\\\"").replace('\'', '"');

		assertThat(post(json).text()).isEqualTo(text.replace("\\n", "\n"));
	}

	@Test
	void postWhenMentionsAreNotListedThenAtNodesAreMentions() {
		MessageReceived message = post("""
				[[{"tag": "at", "user_id": "ou_bot", "user_name": "Bot"}, {"tag": "at", "user_id": "all"},
				{"tag": "at", "user_id": "@_all"}, {"tag": "at", "user_id": "@_user_1", "user_name": "Ada"},
				{"tag": "at", "user_id": "ou_bot"}, {"tag": "at"}]]""");

		assertThat(message.mentions()).containsExactly(BOT, ALL, new Mention(null, "Ada"));
		assertThat(message.mentionsAll()).isTrue();
		assertThat(message.text()).isEmpty();
	}

	@Test
	void postWhenAtNodeHasOpenIdOfListedMentionThenIsThereOnce() {
		assertThat(post("[[{\"tag\": \"at\", \"user_id\": \"ou_bot\", \"user_name\": \"Bot\"}]]",
				mention("@_user_1", "ou_bot", "Bot"))
			.mentions()).containsExactly(BOT);
	}

	@ParameterizedTest
	@MethodSource("contents")
	void contentWhenOfATypeThenHasWhatOneNeeds(String type, String json, MessageContent content) {
		MessageReceived message = message(type, json(json));

		assertThat(message.content()).isEqualTo(content);
		assertThat(message.type()).isEqualTo(type);
		assertThat(message.text()).isEmpty();
	}

	private static Stream<Object[]> contents() {
		JsonNode card = json("{\"title\": \"a\", \"elements\": [[{\"tag\": \"text\", \"text\": \"secret\"}]]}");
		JsonNode todo = json("{\"task_id\": \"1\", \"text\": \"secret\"}");
		return Stream.of(new Object[] { "image", "{\"image_key\": \"img_1\"}", new MessageContent.Image("img_1") },
				new Object[] { "file", "{\"file_key\": \"file_1\", \"file_name\": \"a.txt\"}",
						new MessageContent.File("file_1", "a.txt") },
				new Object[] { "file", "{\"file_key\": \"file_1\"}", new MessageContent.File("file_1", "") },
				new Object[] { "audio", "{\"file_key\": \"file_1\", \"duration\": 2000}",
						new MessageContent.Audio("file_1", Duration.ofSeconds(2)) },
				new Object[] { "audio", "{\"file_key\": \"file_1\", \"duration\": \"long\"}",
						new MessageContent.Audio("file_1", null) },
				new Object[] { "media",
						"{\"file_key\": \"file_1\", \"image_key\": \"img_1\", \"file_name\": \"a.mp4\", \"duration\": \"1500\"}",
						new MessageContent.Media("file_1", "img_1", "a.mp4", Duration.ofMillis(1500)) },
				new Object[] { "media", "{\"file_key\": \"file_1\", \"image_key\": \"\"}",
						new MessageContent.Media("file_1", null, "", null) },
				new Object[] { "sticker", "{\"file_key\": \"v2_x\"}", new MessageContent.Sticker("v2_x") },
				new Object[] { "location", "{\"name\": \"Office\", \"longitude\": \"116.3\", \"latitude\": -39.9}",
						new MessageContent.Location("Office", 116.3, -39.9) },
				new Object[] { "location", "{\"longitude\": \"east\"}", new MessageContent.Location("", null, null) },
				new Object[] { "share_chat", "{\"chat_id\": \"oc_2\"}",
						new MessageContent.ShareChat(new ChatId("oc_2")) },
				new Object[] { "share_user", "{\"user_id\": \"ou_2\"}",
						new MessageContent.ShareUser(Viewer.openId("ou_2")) },
				new Object[] { "merge_forward", "\"Merged and Forwarded Message\"", new MessageContent.MergeForward() },
				new Object[] { "merge_forward", "{\"content\": \"Merged and Forwarded Message\"}",
						new MessageContent.MergeForward() },
				new Object[] { "interactive", card.toString(), new MessageContent.CardMessage(card) },
				new Object[] { "todo", todo.toString(), new MessageContent.Other("todo", todo) });
	}

	@ParameterizedTest
	@ValueSource(strings = { "text", "post", "image", "file", "audio", "media", "sticker", "location", "share_chat",
			"share_user", "interactive", "" })
	void contentWhenOfAnUnexpectedShapeThenIsOtherAndTextIsEmpty(String type) {
		for (String content : List.of("\"no JSON\"", "\"\"", "[]", "3", "null", "{\"text\": {}}",
				"{\"text\": [\"a\"]}")) {
			MessageReceived message = message(type, json(content));

			assertThat(message.text()).isEmpty();
			if (!type.equals("location") && !type.equals("interactive")) {
				assertThat(message.content()).isInstanceOf(MessageContent.Other.class);
			}
		}
	}

	@Test
	void contentWhenNestedTooDeepThenTextIsEmpty() {
		String deep = "{\"title\":\"a\",\"content\":" + "[".repeat(5000) + "]".repeat(5000) + "}";

		assertThat(message("post", JsonNodeFactory.instance.stringNode(deep)).text()).isEmpty();
	}

	@Test
	void contentWhenPrintedThenIsNotShown() {
		MessageReceived message = post(
				"[[{\"tag\": \"text\", \"text\": \"secret\"}, {\"tag\": \"at\", \"user_id\": \"all\"}]]");

		assertThat(List.of(message, message.content(), ((MessageContent.Post) message.content()).paragraphs()))
			.asString()
			.doesNotContain("secret");
		assertThat(text("secret").content()).hasToString("Text");
	}

	@ParameterizedTest
	@CsvSource({ "/remind, true", "'/remind me', true", "'/remind\nmore', true", "'@_all /remind', true",
			"'/remind\u00a0me', true", "/reminder, false", "'please /remind', false", "/REMIND, false", "'', false" })
	void commandWhenTextBeginsWithItThenIsRecognized(String written, boolean command) {
		assertThat(text(written).isCommand("/remind")).isEqualTo(command);
	}

	@Test
	void contentWhenRandomThenIsAMessageWithoutKeys() {
		List<String> types = List.of("text", "post", "image", "media", "location", "merge_forward", "interactive",
				"todo");
		RandomText.forEach((random) -> {
			String written = random.next();
			JsonNode content = random.oneOf(List.of(JsonNodeFactory.instance.stringNode(written),
					object("text", written),
					damaged(random,
							"{\"zh_cn\":{\"title\":\"\",\"content\":[[{\"tag\":\"text\",\"text\":\"@_user_1 a\"}]]}}"),
					damaged(random, "{\"text\":\"@_user_1 @_all b\"}"), postOf(random)));

			MessageReceived message = message(random.oneOf(types), content, mention("@_user_1", "ou_bot", "Bot"));

			assertThat(message.text()).isEqualTo(message.text().strip());
			assertThat(message.mentions()).contains(BOT).doesNotHaveDuplicates();
		});
	}

	@Test
	void postWhenTextsAreRandomThenTheyAreKept() {
		RandomText.forEach((random) -> {
			String written = random.next();
			ObjectNode post = object("title", "");
			post.putArray("content").addArray().add(object("text", written).put("tag", "text"));

			assertThat(message("post", post).text()).isEqualTo(text(written).text());
		});
	}

	private static JsonNode damaged(RandomText random, String json) {
		int position = random.number() % json.length();
		String tail = json.substring(position + random.number() % 2);
		return JsonNodeFactory.instance.stringNode(json.substring(0, position) + random.next() + tail);
	}

	private static JsonNode postOf(RandomText random) {
		ObjectNode post = object("title", random.next());
		ArrayNode content = post.putArray("content");
		for (int paragraphs = random.number() % 4; paragraphs > 0; paragraphs--) {
			ArrayNode paragraph = content.addArray();
			for (int nodes = random.number() % 4; nodes > 0; nodes--) {
				String tag = random
					.oneOf(List.of("text", "a", "at", "img", "media", "emotion", "code_block", "hr", "md", ""));
				String field = random.oneOf(List.of("text", "href", "user_id", "image_key", "emoji_type", "style"));
				paragraph.add(object("tag", tag).put(field, random.next()));
			}
		}
		return post;
	}

	private static MessageReceived text(String written) {
		return message("text", object("text", written));
	}

	private static MessageReceived post(String paragraphs, JsonNode... mentions) {
		return message("post", object("title", "").set("content", json(paragraphs)), mentions);
	}

	private static MessageReceived message(String type, JsonNode content, JsonNode... mentions) {
		ObjectNode event = (ObjectNode) json("""
				{"schema": "2.0", "header": {"event_id": "1", "event_type": "im.message.receive_v1"},
				"event": {"sender": {"sender_id": {"open_id": "ou_1"}, "sender_type": "user"},
				"message": {"message_id": "om_1", "chat_id": "oc_1", "chat_type": "group"}}}""");
		ObjectNode message = (ObjectNode) event.path("event").path("message");
		message.put("message_type", type)
			.put("content", content.isString() ? content.stringValue() : content.toString())
			.putArray("mentions")
			.addAll(List.of(mentions));
		return (MessageReceived) FeishuEvents.of(CallbackPayload.of(event, false)).read();
	}

	private static ObjectNode mention(String key, @Nullable String openId, String name) {
		return object("key", key).put("name", name).set("id", object("open_id", openId));
	}

	private static ObjectNode object(String name, @Nullable String value) {
		return JsonNodeFactory.instance.objectNode().put(name, value);
	}

	private static ObjectNode object(String name, JsonNode value) {
		return JsonNodeFactory.instance.objectNode().set(name, value);
	}

	private static JsonNode json(String json) {
		return CallbackMapper.INSTANCE.readTree(json);
	}

}
