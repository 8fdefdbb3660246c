package io.ephemeral.feishu.card;

import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonValue;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.databind.JsonNode;

/**
 * Card with its original JSON: a card of JSON 1.0 or 2.0, such as the source code that
 * the card builder shows, or a reference to a template. The JSON is never changed.
 */
public final class RawCard implements CardContent {

	private final JsonNode json;

	private RawCard(JsonNode json) {
		if (!json.isObject()) {
			throw new InvalidCardException("A card must be a JSON object, but this is " + describe(json));
		}
		this.json = json;
	}

	/**
	 * Reads a card from text. If an object contains a name twice, the last value is used.
	 * @param json JSON object; comments and any text after it are refused
	 * @return the card
	 * @throws InvalidCardException if the text is not a JSON object, with the line and
	 * column of the mistake; or if the text is a {@code .card} file of the card builder,
	 * which {@link CardFiles#read} can read
	 */
	public static RawCard parse(String json) {
		RawCard card = new RawCard(tree(json));
		if (BuilderCardFile.isExport(card.json)) {
			throw new InvalidCardException("This is not a card but an export of the card builder, which has the card"
					+ " under \"dsl\"; put it into a file that ends in .card, which CardFiles.read reads");
		}
		return card;
	}

	/**
	 * Reads JSON of any kind.
	 * @throws InvalidCardException if the text is not JSON
	 */
	static JsonNode tree(String json) {
		try {
			return CardMapper.INSTANCE.readTree(json);
		}
		catch (JacksonException ex) {
			// The cause is omitted because it quotes the card.
			throw new InvalidCardException("The card is not valid JSON" + describe(ex.getLocation()));
		}
	}

	/** Returns the tree of any card, which callers must not change. */
	static JsonNode tree(CardContent card) {
		return (card instanceof RawCard raw) ? raw.value() : CardMapper.INSTANCE.valueToTree(card);
	}

	/**
	 * Creates a card from a JSON tree.
	 * @param json JSON object, which is copied
	 * @return the card
	 * @throws InvalidCardException if the node is not an object
	 */
	public static RawCard of(JsonNode json) {
		return new RawCard(json.deepCopy());
	}

	/**
	 * Creates a card from maps, lists and values.
	 * @param json members of the card, which are copied
	 * @return the card
	 */
	public static RawCard of(Map<String, ?> json) {
		return new RawCard(CardMapper.INSTANCE.valueToTree(json));
	}

	/**
	 * Returns the card as a tree.
	 * @return a copy
	 */
	public JsonNode json() {
		return this.json.deepCopy();
	}

	/** Creates a card from a tree that no longer changes. */
	static RawCard wrap(JsonNode json) {
		return new RawCard(json);
	}

	@JsonValue
	JsonNode value() {
		return this.json;
	}

	@Override
	public boolean equals(Object other) {
		return other instanceof RawCard that && this.json.equals(that.json);
	}

	@Override
	public int hashCode() {
		return Objects.hashCode(this.json);
	}

	@Override
	public String toString() {
		return "RawCard";
	}

	private static String describe(JsonNode json) {
		return json.isMissingNode() ? "empty" : "of type " + json.getNodeType().name().toLowerCase(Locale.ROOT);
	}

	private static String describe(@Nullable TokenStreamLocation location) {
		if (location == null) {
			return "";
		}
		return " (line " + location.getLineNr() + ", column " + location.getColumnNr() + ")";
	}

}
