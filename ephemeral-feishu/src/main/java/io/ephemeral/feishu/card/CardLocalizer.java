package io.ephemeral.feishu.card;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.element.MarkdownText;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.json.OpaqueProperties;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Localization of a card into one language. It is necessary because the platform
 * localizes neither the elements of an ephemeral card nor a whole card of the JSON 2.0
 * structure.
 */
final class CardLocalizer {

	private static final String PREFIX = "i18n_";

	private static final String MESSAGE = "message";

	private static final String LOCALE = "locale";

	private final CardMessages messages;

	private final Locale messageLocale;

	/** Language that the application requested; null if it requested none. */
	private final @Nullable Locale requested;

	/** Whether the readers of the card have several languages. */
	private final boolean forGroup;

	private final @Nullable Locale defaultLocale;

	/** Languages in the order of preference; empty for the plain content. */
	private final Set<CardLocale> languages = new LinkedHashSet<>();

	private boolean messagesUsed;

	CardLocalizer(CardMessages messages, @Nullable Locale locale, @Nullable Locale defaultLocale) {
		this(messages, locale, defaultLocale, false);
	}

	private CardLocalizer(CardMessages messages, @Nullable Locale locale, @Nullable Locale defaultLocale,
			boolean forGroup) {
		this.messages = messages;
		this.forGroup = forGroup;
		this.defaultLocale = defaultLocale;
		this.requested = locale;
		Locale wanted = (locale != null) ? locale : defaultLocale;
		this.messageLocale = (wanted != null) ? wanted : Locale.getDefault();
		if (wanted != null) {
			this.languages.addAll(CardLocale.matching(wanted));
		}
		if (defaultLocale != null) {
			this.languages.addAll(CardLocale.matching(defaultLocale));
		}
	}

	/**
	 * Creates a localizer that leaves the choice of the language to the platform. It adds
	 * messages in all languages of the application.
	 */
	static CardLocalizer forGroup(CardMessages messages, @Nullable Locale defaultLocale) {
		return new CardLocalizer(messages, null, defaultLocale, true);
	}

	/**
	 * Resolves everything that depends on the language.
	 * @param card any card
	 * @return the same tree if nothing depends on the language; otherwise a new one
	 */
	JsonNode localize(JsonNode card) {
		if (card.path("type").asString("").equals("template")) {
			return card;
		}
		if (this.requested == null && !card.path("schema").stringValue("").equals(Card.SCHEMA)) {
			// The platform itself localizes whole cards of the 1.0 structure.
			return card;
		}
		return resolve(card);
	}

	/**
	 * Returns whether the result contains messages of the application, which may change.
	 */
	boolean usesMessages() {
		return this.messagesUsed;
	}

	/** Returns the same tree if nothing changed. */
	@SuppressWarnings("ReferenceEquality")
	private JsonNode resolve(JsonNode node) {
		if (node instanceof ArrayNode array) {
			return resolveAll(array);
		}
		return (node instanceof ObjectNode object) ? resolveMembers(object) : node;
	}

	@SuppressWarnings("ReferenceEquality")
	private ObjectNode resolveMembers(ObjectNode node) {
		ObjectNode changed = node;
		boolean depends = false;
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			JsonNode value = property.getValue();
			if (dependsOnLanguage(property.getKey(), value)) {
				depends = true;
			}
			else if (value.isContainer() && !OpaqueProperties.contains(property.getKey())) {
				JsonNode resolved = resolve(value);
				if (resolved != value) {
					changed = (changed != node) ? changed : copy(node);
					changed.set(property.getKey(), resolved);
				}
			}
		}
		// A localized value replaces another member, so it is set last.
		return withLanguage(depends ? chooseAll(node, (changed != node) ? changed : copy(node)) : changed);
	}

	/**
	 * Adds the requested language to the value of a callback, because a click contains no
	 * language.
	 * @param node behavior of a component; a whole component in the 1.0 structure
	 */
	private ObjectNode withLanguage(ObjectNode node) {
		JsonNode value = node.path("value");
		boolean callback = value.isObject() && (node.path("type").asString("").equals("callback") || node.has("tag"));
		if (this.requested == null || !callback || value.has(LOCALE)) {
			return node;
		}
		return copy(node).set("value", copy(value).put(LOCALE, this.requested.toLanguageTag()));
	}

	private ObjectNode chooseAll(ObjectNode node, ObjectNode changed) {
		for (Map.Entry<String, JsonNode> property : node.properties()) {
			if (dependsOnLanguage(property.getKey(), property.getValue())) {
				changed.remove(property.getKey());
				choose(changed, target(property.getKey()), property.getValue());
			}
		}
		return changed;
	}

	@SuppressWarnings("ReferenceEquality")
	private JsonNode resolveAll(ArrayNode array) {
		ArrayNode changed = array;
		for (int index = 0; index < array.size(); index++) {
			JsonNode element = array.get(index);
			JsonNode resolved = resolve(element);
			if (resolved != element) {
				changed = (changed != array) ? changed : CardMapper.INSTANCE.createArrayNode().addAll(array);
				changed.set(index, resolved);
			}
		}
		return changed;
	}

	private static ObjectNode copy(JsonNode node) {
		return CardMapper.INSTANCE.createObjectNode().setAll((ObjectNode) node);
	}

	private boolean dependsOnLanguage(String name, JsonNode value) {
		boolean hasLanguages = !this.forGroup && (name.startsWith(PREFIX) || name.equals("i18n"));
		return value.isObject() && (hasLanguages || (name.equals(MESSAGE) && value.path("code").isString()));
	}

	/** Returns the property that the localized values replace. */
	private static String target(String name) {
		return name.startsWith(PREFIX) ? name.substring(PREFIX.length()) : name.equals("i18n") ? "content" : name;
	}

	private void choose(ObjectNode object, String target, JsonNode value) {
		if (target.equals(MESSAGE)) {
			putMessage(object, value);
			return;
		}
		this.languages.stream()
			.map((language) -> value.path(language.code()))
			.filter((content) -> !content.isMissingNode() && !content.isNull())
			.findFirst()
			.or(() -> object.has(target) ? Optional.empty() : anyOf(value))
			.ifPresent((content) -> object.set(target, resolve(content)));
	}

	/** Returns English or else the first language, like the clients. */
	private static Optional<JsonNode> anyOf(JsonNode contents) {
		JsonNode english = contents.path(CardLocale.EN_US.code());
		return english.isMissingNode() ? contents.valueStream().findFirst() : Optional.of(english);
	}

	private static boolean isMarkdown(JsonNode text) {
		return !text.path("tag").asString("").equals("plain_text");
	}

	private void putMessage(ObjectNode text, JsonNode message) {
		this.messagesUsed = true;
		String code = message.path("code").asString();
		Object[] arguments = arguments(message, isMarkdown(text) ? MarkdownText::escape : UnaryOperator.identity());
		String content = find(code, arguments);
		if (content == null) {
			return;
		}
		text.put("content", content);
		if (this.forGroup) {
			putLanguages(text, content, (locale) -> this.messages.find(code, arguments, locale));
		}
	}

	/**
	 * Adds the texts in other languages. Readers of a missing language see English, if it
	 * is present.
	 */
	private static void putLanguages(ObjectNode text, String content, Translation translation) {
		ObjectNode others = CardMapper.INSTANCE.createObjectNode();
		for (CardLocale language : CardLocale.values()) {
			String translated = translation.in(language.locale());
			if (translated != null && (!translated.equals(content) || language == CardLocale.EN_US)) {
				others.put(language.code(), translated);
			}
		}
		if (others.size() > 1 || !others.path(CardLocale.EN_US.code()).asString(content).equals(content)) {
			text.set(PREFIX + "content", others);
		}
	}

	/**
	 * Translations of one text.
	 */
	private interface Translation {

		@Nullable String in(Locale locale);

	}

	private static Object[] arguments(JsonNode message, UnaryOperator<String> escape) {
		return message.path("arguments")
			.valueStream()
			.map((argument) -> argument.isNumber() ? argument.numberValue()
					: argument.isBoolean() ? (Object) argument.booleanValue() : escape.apply(argument.asString("")))
			.toArray();
	}

	private @Nullable String find(String code, Object[] arguments) {
		String text = this.messages.find(code, arguments, this.messageLocale);
		return (text == null && this.defaultLocale != null) ? this.messages.find(code, arguments, this.defaultLocale)
				: text;
	}

}
