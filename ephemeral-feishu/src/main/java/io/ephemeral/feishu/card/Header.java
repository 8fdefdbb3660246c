package io.ephemeral.feishu.card;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.element.Icon;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.card.element.Text;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Title bar of a card.
 *
 * @param title title of at most four lines, which can contain only mentions and emoji as
 * formats; none when absent
 * @param subtitle subtitle of one line; none when absent
 * @param tags tags, at most three; may be empty
 * @param i18nTags tags for users of other languages; may be empty
 * @param template color of the bar; {@link HeaderTemplate#DEFAULT} when absent
 * @param icon icon in front of the title; none when absent
 * @param padding space inside the edge; 12 pixels when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
public record Header(@Nullable Text title, @Nullable Text subtitle,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonProperty("text_tag_list") List<TextTag> tags,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) @JsonProperty("i18n_text_tag_list") Map<CardLocale, List<TextTag>> i18nTags,
		@Nullable HeaderTemplate template, @Nullable Icon icon, @Nullable Box padding,
		Map<String, JsonNode> unknown) implements CardPart {

	public Header {
		Check.that(tags.size() <= 3, "text_tag_list", "must have at most 3 tags");
		tags = List.copyOf(tags);
		i18nTags = OrderedCopy.of(i18nTags);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a header in the default color.
	 * @param title title in plain text
	 * @return the header
	 */
	public static Header of(String title) {
		return of(PlainText.of(title));
	}

	/**
	 * Creates a header in the default color.
	 * @param title title of at most four lines
	 * @return the header
	 */
	public static Header of(Text title) {
		return new Header(title, null, List.of(), Map.of(), null, null, null, Map.of());
	}

	/**
	 * Sets the line below the title. By default, there is none.
	 * @param subtitle subtitle in plain text
	 * @return a copy of this header with the subtitle
	 */
	public Header subtitle(String subtitle) {
		return subtitle(PlainText.of(subtitle));
	}

	/**
	 * Sets the line below the title. By default, there is none.
	 * @param subtitle subtitle of one line
	 * @return a copy of this header with the subtitle
	 */
	public Header subtitle(Text subtitle) {
		return new Header(this.title, subtitle, this.tags, this.i18nTags, this.template, this.icon, this.padding,
				this.unknown);
	}

	/**
	 * Sets the color of the bar. The default is {@link HeaderTemplate#DEFAULT}.
	 * @param template color of the bar
	 * @return a copy of this header with the color
	 */
	public Header template(HeaderTemplate template) {
		return new Header(this.title, this.subtitle, this.tags, this.i18nTags, template, this.icon, this.padding,
				this.unknown);
	}

	/**
	 * Sets the tags next to the title. By default, there are none.
	 * @param tags tags, at most three
	 * @return a copy of this header with the tags
	 */
	public Header tags(TextTag... tags) {
		return new Header(this.title, this.subtitle, List.of(tags), this.i18nTags, this.template, this.icon,
				this.padding, this.unknown);
	}

	/**
	 * Sets the icon in front of the title. By default, there is none.
	 * @param icon icon in front of the title
	 * @return a copy of this header with the icon
	 */
	public Header icon(Icon icon) {
		return new Header(this.title, this.subtitle, this.tags, this.i18nTags, this.template, icon, this.padding,
				this.unknown);
	}

	/**
	 * Sets the space inside the edge. The default is 12 pixels.
	 * @param padding space from 0 to 99 pixels
	 * @return a copy of this header with the space
	 */
	public Header padding(Box padding) {
		return new Header(this.title, this.subtitle, this.tags, this.i18nTags, this.template, this.icon, padding,
				this.unknown);
	}

	@Override
	public String toString() {
		return "Header";
	}

}
