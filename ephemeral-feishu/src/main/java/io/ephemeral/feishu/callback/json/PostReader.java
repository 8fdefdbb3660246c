package io.ephemeral.feishu.callback.json;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.ephemeral.feishu.event.MessageContent.Post;
import io.ephemeral.feishu.event.PostNode;
import io.ephemeral.feishu.event.PostNode.At;
import io.ephemeral.feishu.event.PostNode.CodeBlock;
import io.ephemeral.feishu.event.PostNode.Emotion;
import io.ephemeral.feishu.event.PostNode.Image;
import io.ephemeral.feishu.event.PostNode.Link;
import io.ephemeral.feishu.event.PostNode.Markdown;
import io.ephemeral.feishu.event.PostNode.Media;
import io.ephemeral.feishu.event.PostNode.Rule;
import io.ephemeral.feishu.event.PostNode.Text;
import io.ephemeral.feishu.event.PostNode.Unknown;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reader of rich text.
 */
final class PostReader {

	/** Mention in Markdown. Its inner text is the name. */
	private static final Pattern AT = Pattern
		.compile("<at\\s+(?:user_id|open_id|id)\\s*=\\s*[\"']?([^\"'\\s<>]+)[\"']?\\s*(?:/>|>([^<>]{0,100})</at>)");

	private static final String MARK = String.valueOf(Mentions.MARK);

	private final Mentions mentions;

	PostReader(Mentions mentions) {
		this.mentions = mentions;
	}

	/**
	 * Reads rich text in any of its envelopes.
	 * @param json title and content, or an object with title and content by language
	 * @throws IllegalArgumentException if there is neither a title nor a content
	 */
	Post read(JsonNode json) {
		JsonNode body = body(json);
		if (body == null) {
			throw new IllegalArgumentException("Rich text must have a title or a content");
		}
		List<List<PostNode>> paragraphs = new ArrayList<>();
		for (JsonNode paragraph : MessageReader.unwrapped(body.path("content"))) {
			paragraphs.add(nodes(MessageReader.unwrapped(paragraph)));
		}
		return new Post(body.path("title").asString(""), paragraphs);
	}

	private static @Nullable JsonNode body(JsonNode json) {
		if (MessageReader.unwrapped(json.path("content")).isArray() || json.path("title").isString()) {
			return json;
		}
		for (JsonNode language : json) {
			JsonNode body = body(MessageReader.unwrapped(language));
			if (body != null) {
				return body;
			}
		}
		return null;
	}

	/** Returns the nodes of a paragraph. A single node is a whole paragraph. */
	private List<PostNode> nodes(JsonNode paragraph) {
		if (paragraph.isObject()) {
			return List.of(node(paragraph));
		}
		List<PostNode> nodes = new ArrayList<>();
		for (JsonNode node : paragraph) {
			nodes.add(node(node));
		}
		return nodes;
	}

	private PostNode node(JsonNode node) {
		String tag = node.path("tag").asString("");
		try {
			return switch (tag) {
				case "text" -> new Text(text(node), styles(node));
				case "a" -> new Link(text(node), node.path("href").asString(""), styles(node));
				case "at" ->
					new At(this.mentions.take(node.path("user_id").asString(""), node.path("user_name").asString("")));
				case "img" -> new Image(node.path("image_key").asString(""));
				case "media" ->
					new Media(node.path("file_key").asString(""), PlatformValues.text(node.path("image_key")));
				case "emotion" -> new Emotion(node.path("emoji_type").asString(""));
				case "code_block" -> new CodeBlock(node.path("language").asString(""), text(node));
				case "hr" -> new Rule();
				case "md" -> markdown(text(node));
				default -> new Unknown(tag, node);
			};
		}
		catch (IllegalArgumentException ex) {
			return new Unknown(tag, node);
		}
	}

	/**
	 * Returns the text of a node. Some clients put the text of Markdown and code into
	 * {@code content}.
	 */
	private static String text(JsonNode node) {
		return node.path("text").asString(node.path("content").asString(""));
	}

	private static List<String> styles(JsonNode node) {
		List<String> styles = new ArrayList<>();
		for (JsonNode style : node.path("style")) {
			styles.add(style.asString(""));
		}
		return styles;
	}

	private Markdown markdown(String text) {
		Matcher mention = AT.matcher(text);
		while (mention.find()) {
			this.mentions.take(mention.group(1), nameOf(mention));
		}
		return new Markdown(text);
	}

	private static String nameOf(MatchResult mention) {
		return (mention.group(2) != null) ? mention.group(2) : "";
	}

	/**
	 * Returns the words of a person: the title, and a line for each paragraph. A
	 * paragraph with only mentions and pictures has no line.
	 */
	String text(Post post) {
		List<String> lines = new ArrayList<>();
		lines.add(Mentions.withoutMarks(this.mentions.mark(post.title())));
		for (List<PostNode> paragraph : post.paragraphs()) {
			StringBuilder marked = new StringBuilder();
			paragraph.forEach((node) -> marked.append(marked(node)));
			String line = Mentions.withoutMarks(marked.toString());
			if (!line.isBlank() || marked.indexOf(MARK) < 0) {
				lines.add(line);
			}
		}
		return String.join("\n", lines).strip();
	}

	/** Returns the text of a node; a mark for a node without text. */
	private String marked(PostNode node) {
		if (node instanceof Text text) {
			return this.mentions.mark(text.text());
		}
		if (node instanceof Markdown markdown) {
			return AT.matcher(this.mentions.mark(markdown.text())).replaceAll(MARK);
		}
		if (node instanceof Link link) {
			return plain(link.text().isBlank() ? link.href() : link.text());
		}
		if (node instanceof CodeBlock code) {
			return plain(code.text().stripTrailing());
		}
		if (node instanceof Emotion emotion) {
			return ":" + emotion.emojiType() + ":";
		}
		String text = (node instanceof Unknown unknown) ? plain(text(unknown.json())) : "";
		return text.isEmpty() ? MARK : text;
	}

	private static String plain(String text) {
		return text.replace(MARK, "");
	}

}
