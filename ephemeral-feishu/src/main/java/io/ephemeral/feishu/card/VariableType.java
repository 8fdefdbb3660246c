package io.ephemeral.feishu.card;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.ephemeral.feishu.Viewer;
import io.ephemeral.feishu.card.CardFiller.Place;
import io.ephemeral.feishu.card.CardFiller.Spot;
import io.ephemeral.feishu.card.element.MarkdownText;
import io.ephemeral.feishu.card.json.CardMapper;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NumericNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.web.util.UriUtils;

/**
 * Type of a variable of the card builder. It determines the accepted values and their
 * JSON in the same way as the platform does for the variables of a template.
 *
 * @see <a href=
 * "https://open.feishu.cn/document/feishu-cards/feishu-card-cardkit/configure-card-variables">Card
 * variables</a> (2025-07-07)
 */
enum VariableType {

	TEXT("text", "text|plaintext|string|richtext|markdown|color") {

		@Override
		@Nullable Object read(Object value) {
			return (value instanceof MarkdownText) ? value : string(tree(value));
		}

	},

	INTEGER("a whole number", "integer|int|long") {

		@Override
		@Nullable Object read(Object value) {
			JsonNode tree = tree(value);
			BigDecimal number = number(tree);
			boolean isWhole = number != null && number.stripTrailingZeros().scale() <= 0;
			return (number == null || !isWhole) ? null : tree.isIntegralNumber() ? tree : number.toBigIntegerExact();
		}

	},

	NUMBER("a number", "number|float|double|decimal") {

		@Override
		@Nullable Object read(Object value) {
			return number(tree(value));
		}

		@Override
		Object at(Spot spot, Object value) {
			return (spot.isWhole() || !(value instanceof BigDecimal number)) ? value : number.toPlainString();
		}

	},

	BOOLEAN("true or false", "boolean|bool") {

		@Override
		@Nullable Object read(Object value) {
			JsonNode tree = tree(value);
			return tree.isBoolean() ? tree.booleanValue() : null;
		}

	},

	DATE("a date such as 2026-12-24", "date") {

		@Override
		@Nullable Object read(Object value) {
			return time(value, "uuuu-MM-dd", LocalDate.class);
		}

	},

	TIME("a time such as 12:30", "time") {

		@Override
		@Nullable Object read(Object value) {
			return time(value, "HH:mm", LocalTime.class);
		}

	},

	DATETIME("a date and time such as 2026-12-24 12:30", "datetime") {

		@Override
		@Nullable Object read(Object value) {
			return time(value, "uuuu-MM-dd HH:mm", LocalDateTime.class);
		}

	},

	IMAGE("an image key", "image|img|imagekey|imgkey") {

		@Override
		@Nullable Object read(Object value) {
			JsonNode tree = tree(value);
			String key = string(tree.isObject() && tree.size() == 1 ? tree.path("img_key") : tree);
			return (key != null && isKey(key)) ? MarkdownText.of(key) : null;
		}

	},

	IMAGES("a list of image keys", "images|imgs") {

		@Override
		@Nullable Object read(Object value) {
			return list(value, (image) -> isKey((image.isObject() ? image.path("img_key") : image).stringValue("")));
		}

		@Override
		JsonNode item(Spot spot, JsonNode image) {
			return image.isObject() ? image : object("img_key", image);
		}

	},

	LINK("a link, or a map with url, pc_url, android_url and ios_url", "url|link|multiurl") {

		@Override
		@Nullable Object read(Object value) {
			JsonNode tree = tree(value);
			boolean isLinks = tree.isObject() && !tree.isEmpty()
					&& tree.properties()
						.stream()
						.allMatch((link) -> link.getKey().endsWith("url")
								&& (link.getValue().isString() || link.getValue().isNull()));
			return (isLinks || isText(tree)) ? tree : null;
		}

		@Override
		Object at(Spot spot, Object value) {
			JsonNode link = (JsonNode) value;
			String url = link.isObject() ? link.path(link.has(spot.property()) ? spot.property() : "url").asString("")
					: link.stringValue();
			boolean isOther = OTHER_LINKS.contains(spot.property()) && link.isObject() && !link.has(spot.property());
			if (spot.isWhole() && LINK_OBJECTS.contains(spot.property())) {
				return link.isObject() ? link : object("url", link);
			}
			if (spot.isWhole() && spot.place() == Place.ELSEWHERE) {
				return link;
			}
			return (spot.place() == Place.MARKDOWN) ? MarkdownText.of(inMarkdown(url)) : isOther ? "" : url;
		}

	},

	PERSON("an id of a person", "person|user") {

		@Override
		@Nullable Object read(Object value) {
			JsonNode tree = tree(value);
			String id = string(tree.isObject() && tree.size() == 1 ? tree.path("id") : tree);
			return (id == null || !isPerson(id)) ? null : isKey(id) ? MarkdownText.of(id) : id;
		}

	},

	PERSONS("a list of ids of people", "persons|people|users") {

		@Override
		@Nullable Object read(Object value) {
			return list((value instanceof Collection<?> people)
					? people.stream().map((person) -> (person instanceof Viewer) ? tree(person) : person).toList()
					: value, (person) -> isPerson((person.isObject() ? person.path("id") : person).stringValue("")));
		}

		@Override
		JsonNode item(Spot spot, JsonNode person) {
			JsonNode id = person.isObject() ? person.path("id") : person;
			if (!spot.property().equals("options")) {
				return spot.property().equals("selected_values") ? id : object("id", id);
			}
			ObjectNode option = object("value", id);
			return person.has("selected") ? option.set("selected", person.path("selected")) : option;
		}

	},

	TEXTS("a list of texts", "texts|strings") {

		@Override
		@Nullable Object read(Object value) {
			return list(value, JsonNode::isString);
		}

		@Override
		JsonNode item(Spot spot, JsonNode text) {
			return PEOPLE.contains(spot.tag()) ? PERSONS.item(spot, text) : text;
		}

	},

	OPTIONS("a list of maps with text and value", "options|selects|singleselects|multiselects") {

		@Override
		@Nullable Object read(Object value) {
			return list(value, (option) -> isText(text(option)) && isText(option.path("value")));
		}

		@Override
		JsonNode item(Spot spot, JsonNode option) {
			return spot.property().equals("options") ? withText(option, "value", "icon", "selected") : option;
		}

	},

	BUTTONS("a list of maps with text", "buttons|button") {

		@Override
		@Nullable Object read(Object value) {
			return list(value, (button) -> isText(text(button)));
		}

		@Override
		JsonNode item(Spot spot, JsonNode button) {
			return spot.property().equals("options") ? withText(button, "value", "url", "multi_url") : button;
		}

	},

	OBJECT("a map", "object|map|json") {

		@Override
		@Nullable Object read(Object value) {
			return tree(value).isObject() ? value : null;
		}

	},

	CHART("the map of a chart", "chart|chartspec") {

		@Override
		@Nullable Object read(Object value) {
			return tree(value).isObject() ? value : null;
		}

	},

	LIST("a list", "array|list") {

		@Override
		@Nullable Object read(Object value) {
			return tree(value).isArray() ? value : null;
		}

	},

	OBJECTS("a list of maps", "objects|loop|loops|loopobjects") {

		@Override
		@Nullable Object read(Object value) {
			return (list(value, JsonNode::isObject) != null) ? value : null;
		}

	},

	ROWS("a list of maps", "tablerows|tableraws|tables|rows") {

		@Override
		@Nullable Object read(Object value) {
			return (list(value, JsonNode::isObject) != null) ? value : null;
		}

	},

	/** Unknown type, whose values are written unchanged. */
	ANY("a value", "") {

		@Override
		Object read(Object value) {
			return value;
		}

	};

	private static final Set<VariableType> STRUCTURES = Set.of(IMAGES, PERSONS, TEXTS, OPTIONS, BUTTONS, OBJECT, CHART,
			LIST, OBJECTS, ROWS);

	private static final Pattern KEY = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]*");

	private static final Pattern SPELLING = Pattern.compile("[_\\s-]");

	private static final Pattern PLURAL = Pattern.compile("(?<=[a-z])s?(array|list|group)$");

	/** Components with lists of people. */
	private static final Set<String> PEOPLE = Set.of("select_person", "multi_select_person", "person_list");

	/** Properties with a link for each kind of client. */
	private static final Set<String> LINK_OBJECTS = Set.of("multi_url", "card_link", "urlVal");

	/** Links that one kind of client uses instead of the common link. */
	private static final Set<String> OTHER_LINKS = Set.of("pc_url", "android_url", "ios_url");

	/** Characters of a link that have no meaning in Markdown. */
	private static final String LINK_CHARACTERS = "-._:/?#@$&+,=%";

	private final String expectation;

	/**
	 * Pattern of the spellings in exports. It is a string, because the fields of an enum
	 * must be immutable.
	 */
	private final String names;

	VariableType(String expectation, String names) {
		this.expectation = expectation;
		this.names = names;
	}

	/**
	 * Finds a type by its name. Different spellings, such as {@code imageArray} and
	 * {@code image_list}, give the same type.
	 * @param name name of the type in the file
	 * @return the type, or {@link #ANY}
	 */
	static VariableType of(String name) {
		String word = SPELLING.matcher(name).replaceAll("").toLowerCase(Locale.ROOT);
		String plural = PLURAL.matcher(word).replaceAll("s");
		return Stream.of(values())
			.filter((type) -> word.matches(type.names) || plural.matches(type.names))
			.findFirst()
			.orElse(ANY);
	}

	/**
	 * Returns the requirement for a value.
	 * @return the rest of a sentence
	 */
	String expectation() {
		return this.expectation;
	}

	/** Returns whether a value is never part of a text. */
	boolean isStructure() {
		return STRUCTURES.contains(this);
	}

	/**
	 * Checks a value.
	 * @param value value of the application
	 * @return the value for {@link #at}, or {@code null} if the type does not accept the
	 * value
	 */
	abstract @Nullable Object read(Object value);

	/**
	 * Converts a value for its place.
	 * @param spot position of the placeholder
	 * @param value value that was read
	 * @return the value to be written
	 */
	Object at(Spot spot, Object value) {
		if (!(value instanceof ArrayNode list)) {
			return value;
		}
		ArrayNode items = CardMapper.INSTANCE.createArrayNode();
		list.forEach((element) -> items.add(item(spot, element)));
		return items;
	}

	JsonNode item(Spot spot, JsonNode element) {
		return element;
	}

	private static JsonNode tree(Object value) {
		if (value instanceof CharSequence text) {
			return CardMapper.text(text.toString());
		}
		return (value instanceof Viewer viewer && !(value instanceof Viewer.Email)) ? CardMapper.text(viewer.value())
				: CardMapper.INSTANCE.valueToTree(value);
	}

	private static @Nullable String string(JsonNode node) {
		return node.isString() ? node.stringValue() : null;
	}

	private static boolean isText(JsonNode node) {
		return node.isString() && !node.stringValue().isBlank();
	}

	/**
	 * Returns whether an id is that of a person, and not {@code all}, which would mention
	 * all members.
	 */
	private static boolean isPerson(String id) {
		return !id.isBlank() && !id.equalsIgnoreCase("all");
	}

	private static boolean isKey(String text) {
		return KEY.matcher(text).matches();
	}

	private static @Nullable BigDecimal number(JsonNode node) {
		return (node instanceof NumericNode number && !number.isNaN()) ? node.decimalValue() : null;
	}

	private static @Nullable JsonNode list(Object value, Predicate<JsonNode> isItem) {
		JsonNode tree = tree(value);
		return (tree.isArray() && tree.valueStream().allMatch(isItem)) ? tree : null;
	}

	private static @Nullable String time(Object value, String pattern, Class<? extends TemporalAccessor> type) {
		DateTimeFormatter format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
			.withResolverStyle(ResolverStyle.STRICT);
		if (type.isInstance(value)) {
			return format.format(type.cast(value));
		}
		String text = string(tree(value));
		try {
			return (text != null) ? format.format(format.parse(text)) : null;
		}
		catch (DateTimeException ex) {
			return null;
		}
	}

	private static ObjectNode object(String property, JsonNode value) {
		return CardMapper.INSTANCE.createObjectNode().set(property, value);
	}

	/**
	 * Returns the text of an option, which is a string in a variable and an object in a
	 * card.
	 */
	private static JsonNode text(JsonNode option) {
		JsonNode text = option.path("text");
		return text.isObject() ? text.path("content") : text;
	}

	private static ObjectNode withText(JsonNode option, String... properties) {
		JsonNode text = option.path("text");
		if (text.isString()) {
			ObjectNode plain = object("tag", CardMapper.text("plain_text"));
			plain.set("content", text);
			if (option.has("i18n_text")) {
				plain.set("i18n_content", option.path("i18n_text"));
			}
			text = plain;
		}
		ObjectNode whole = object("text", text);
		for (String property : properties) {
			if (option.hasNonNull(property)) {
				whole.set(property, option.path(property));
			}
		}
		return whole;
	}

	private static String inMarkdown(String url) {
		StringBuilder address = new StringBuilder(url.length());
		url.codePoints().forEach((character) -> {
			boolean isPlain = character < 0x80
					&& (Character.isLetterOrDigit(character) || LINK_CHARACTERS.indexOf(character) >= 0);
			address.append(isPlain ? Character.toString(character)
					: UriUtils.encode(Character.toString(character), StandardCharsets.UTF_8));
		});
		return address.toString();
	}

}
