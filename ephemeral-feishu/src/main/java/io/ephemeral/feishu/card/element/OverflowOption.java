package io.ephemeral.feishu.card.element;

import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An option of an {@link Overflow} menu.
 *
 * @param text label of at most 100 characters
 * @param value what comes back; nothing when absent
 * @param multiUrl page to open; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
public record OverflowOption(PlainText text, @Nullable String value, @Nullable MultiUrl multiUrl,
		Map<String, JsonNode> unknown) implements CardPart {

	public OverflowOption {
		Check.required("text", text);
		Check.atMost("text", text, 100);
		unknown = Check.copy(unknown);
	}

	/**
	 * An option that calls back.
	 * @param text label of at most 100 characters
	 * @param value what comes back as {@code action.option}
	 * @return the option
	 */
	public static OverflowOption of(String text, String value) {
		return new OverflowOption(PlainText.of(text), value, null, Map.of());
	}

	/**
	 * An option that opens a page.
	 * @param text label of at most 100 characters
	 * @param url the page
	 * @return the option
	 */
	public static OverflowOption of(String text, MultiUrl url) {
		return new OverflowOption(PlainText.of(text), null, url, Map.of());
	}

	@Override
	public String toString() {
		return "OverflowOption";
	}

}
