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
 * A tag beside the title of a card.
 *
 * @param text what is shown
 * @param color {@link TagColor#BLUE} when absent
 * @param elementId id in the card; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
@JsonTypeName("text_tag")
public record TextTag(PlainText text, @Nullable TagColor color, @Nullable String elementId,
		Map<String, JsonNode> unknown) implements Tagged {

	public TextTag {
		Check.required("text", text);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * A tag.
	 * @param text what is shown
	 * @param color one of the platform's
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
