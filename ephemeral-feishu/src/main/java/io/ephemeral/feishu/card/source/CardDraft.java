package io.ephemeral.feishu.card.source;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

import io.ephemeral.feishu.card.CardFiles;
import io.ephemeral.feishu.card.RawCard;
import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;

/**
 * Card that is being written: the text of a {@code .json} file or of a {@code .card} file
 * of the card builder, with its placeholders. A tool for developers shows it before it is
 * a file of the application.
 */
public final class CardDraft {

	private static final Pattern PLACEHOLDER = Pattern.compile("(?<!\\$)\\$\\{([A-Za-z][A-Za-z0-9_]*)}");

	private static final Pattern JAVA = Pattern
		.compile("(?s)\\s*(package|import|public|final|class|@\\w+|var|(Raw)?Card)\\b.*");

	private final String text;

	private final JsonNode json;

	private final Map<String, Placeholder> placeholders = new LinkedHashMap<>();

	private CardDraft(String text, JsonNode json) {
		this.text = text;
		this.json = json;
		find(isBuilderFile() ? json.path("dsl") : json);
	}

	/**
	 * Reads a draft.
	 * @param text JSON of a card, or of a file of the card builder
	 * @return the draft
	 * @throws InvalidCardException if the text is not a JSON object; the message contains
	 * the line. Java is not read, because reading it would mean to run it
	 */
	public static CardDraft parse(String text) {
		if (JAVA.matcher(text).matches()) {
			throw new InvalidCardException(
					"This is Java, and nothing here runs code; call toJson() on the card, and use its result");
		}
		try {
			JsonNode json = CardMapper.INSTANCE.readTree(text);
			if (json.path("dsl").isObject()) {
				return new CardDraft(text, json);
			}
		}
		catch (JacksonException ex) {
			// The next line reports it with its place.
		}
		return new CardDraft(text, RawCard.parse(text).json());
	}

	private void find(JsonNode node) {
		if (node.isString()) {
			PLACEHOLDER.matcher(node.stringValue())
				.results()
				.forEach((match) -> this.placeholders.computeIfAbsent(match.group(1), this::placeholder));
		}
		node.values().forEach(this::find);
	}

	private Placeholder placeholder(String name) {
		for (JsonNode variable : this.json.path("variables").values()) {
			if (variable.path("name").asString("").equals(name)) {
				JsonNode example = variable.path("mockData");
				return new Placeholder(name, variable.path("type").asString(""), example.isMissingNode() ? null
						: example.isString() ? example.stringValue() : example.toString());
			}
		}
		return new Placeholder(name, "", null);
	}

	/**
	 * Returns whether the draft is a file of the card builder.
	 * @return true for a {@code .card} file
	 */
	public boolean isBuilderFile() {
		return this.json.path("dsl").isObject();
	}

	/**
	 * Returns the placeholders.
	 * @return the placeholders in the order of the card
	 */
	public List<Placeholder> placeholders() {
		return List.copyOf(this.placeholders.values());
	}

	/**
	 * Fills the placeholders. One without a value gets the mock data of the file, or its
	 * own name.
	 * @param values values by the names of the placeholders, as a developer types them:
	 * text, or the JSON of a number, boolean, list or map
	 * @return the card
	 * @throws IllegalArgumentException if a value does not fit its placeholder; the
	 * message contains the name
	 * @throws InvalidCardException if only the platform can fill the file
	 */
	public RawCard fill(Map<String, String> values) {
		Map<String, Object> typed = new LinkedHashMap<>();
		this.placeholders.forEach((name, placeholder) -> {
			String value = values.get(name);
			if (value != null && !value.isEmpty()) {
				typed.put(name, placeholder.read(value));
			}
			else if (placeholder.example() == null) {
				typed.put(name, name);
			}
		});
		return new CardFiles(new Loader(), "draft").preview("card", typed);
	}

	/**
	 * Returns the languages of the texts.
	 * @return the languages in the order of the card; empty if there is one only
	 */
	public List<Locale> languages() {
		Set<CardLocale> found = new LinkedHashSet<>();
		findLanguages(this.json, found);
		return found.stream().map(CardLocale::locale).toList();
	}

	private static void findLanguages(JsonNode node, Set<CardLocale> found) {
		node.properties().forEach((property) -> {
			if (property.getKey().startsWith("i18n_")) {
				for (CardLocale locale : CardLocale.values()) {
					if (property.getValue().has(locale.code())) {
						found.add(locale);
					}
				}
			}
		});
		node.values().forEach((value) -> findLanguages(value, found));
	}

	/**
	 * Returns the Java code that reads the draft as a file of the application.
	 * @param name name of the file without its extension, such as {@code lunch}
	 * @return a statement that names all placeholders
	 */
	public String toReadingStatement(String name) {
		List<Code> pairs = new ArrayList<>();
		for (String placeholder : new TreeSet<>(this.placeholders.keySet())) {
			pairs.add(Code.call("Map.entry", List.of(new Code.Text(placeholder), Code.word(placeholder))));
		}
		List<Code> arguments = new ArrayList<>(List.of(new Code.Text(name)));
		if (!pairs.isEmpty()) {
			arguments.add(Expressions.mapOf(pairs));
		}
		return CodeWriter.write("RawCard card = ", Code.call("cardFiles.read", arguments), 0) + ";";
	}

	@Override
	public String toString() {
		return "CardDraft";
	}

	/**
	 * Placeholder of a draft.
	 *
	 * @param name name, such as {@code title}
	 * @param type type that the file of the builder declares; empty if there is none
	 * @param example mock data of the file of the builder; none when absent
	 */
	public record Placeholder(String name, String type, @Nullable String example) {

		private static final Set<String> TEXTS = Set.of("text", "plaintext", "string", "richtext", "markdown");

		Object read(String value) {
			if (TEXTS.contains(this.type.toLowerCase(Locale.ROOT))) {
				return value;
			}
			try {
				JsonNode json = CardMapper.INSTANCE.readTree(value);
				return (json.isMissingNode() || json.isNull() || json.isString()) ? value : json;
			}
			catch (JacksonException ex) {
				return value;
			}
		}

		@Override
		public String toString() {
			return "Placeholder[" + this.name + "]";
		}

	}

	/** Loader of the only file, whose extension says what it is. */
	private final class Loader implements ResourceLoader {

		@Override
		public Resource getResource(String location) {
			boolean exists = location.endsWith(isBuilderFile() ? ".card" : ".json");
			return new ByteArrayResource(CardDraft.this.text.getBytes(StandardCharsets.UTF_8), "the draft") {

				@Override
				public boolean exists() {
					return exists;
				}

				@Override
				public String getFilename() {
					return location;
				}

			};
		}

		@Override
		public @Nullable ClassLoader getClassLoader() {
			return null;
		}

	}

}
