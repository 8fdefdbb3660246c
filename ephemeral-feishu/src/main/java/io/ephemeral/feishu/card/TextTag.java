package io.ephemeral.feishu.card;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.card.element.Tagged;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Tag next to the title of a card.
 *
 * @param text text of the tag
 * @param color color of the tag; {@link TagColor#BLUE} when absent
 * @param elementId unique id in the card; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("text_tag")
public record TextTag(PlainText text, @Nullable TagColor color, @Nullable String elementId,
		Map<String, JsonNode> unknown) implements Tagged {

	public TextTag {
		Check.required("text", text);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a tag.
	 * @param text text of the tag
	 * @param color color of the tag
	 * @return the tag
	 */
	public static TextTag of(String text, TagColor color) {
		return new TextTag(PlainText.of(text), color, null, Map.of());
	}

	@Override
	public String toString() {
		return "TextTag";
	}

}
