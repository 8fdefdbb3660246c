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
 * The title bar of a card.
 *
 * @param title at most four lines; of formats only mentions and emoji; none when absent
 * @param subtitle one line; none when absent
 * @param tags at most three tags; empty without
 * @param i18nTags tags for users of other languages; empty without
 * @param template color of the bar; {@link HeaderTemplate#DEFAULT} when absent
 * @param icon picture in front of the title; none when absent
 * @param padding space inside the edge; 12 pixels when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
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
	 * A header in the default color.
	 * @param title plain text
	 * @return the header
	 */
	public static Header of(String title) {
		return of(PlainText.of(title));
	}

	/**
	 * A header in the default color.
	 * @param title at most four lines
	 * @return the header
	 */
	public static Header of(Text title) {
		return new Header(title, null, List.of(), Map.of(), null, null, null, Map.of());
	}

	/**
	 * Adds the line below the title.
	 * @param subtitle plain text
	 * @return a header that differs in the subtitle
	 */
	public Header subtitle(String subtitle) {
		return subtitle(PlainText.of(subtitle));
	}

	/**
	 * Adds the line below the title.
	 * @param subtitle one line
	 * @return a header that differs in the subtitle
	 */
	public Header subtitle(Text subtitle) {
		return new Header(this.title, subtitle, this.tags, this.i18nTags, this.template, this.icon, this.padding,
				this.unknown);
	}

	/**
	 * Colors the bar.
	 * @param template one of the platform's colors
	 * @return a header that differs in the color
	 */
	public Header template(HeaderTemplate template) {
		return new Header(this.title, this.subtitle, this.tags, this.i18nTags, template, this.icon, this.padding,
				this.unknown);
	}

	/**
	 * Sets the tags beside the title.
	 * @param tags at most three
	 * @return a header that differs in the tags
	 */
	public Header tags(TextTag... tags) {
		return new Header(this.title, this.subtitle, List.of(tags), this.i18nTags, this.template, this.icon,
				this.padding, this.unknown);
	}

	/**
	 * Sets the picture in front of the title.
	 * @param icon the picture
	 * @return a header that differs in the icon
	 */
	public Header icon(Icon icon) {
		return new Header(this.title, this.subtitle, this.tags, this.i18nTags, this.template, icon, this.padding,
				this.unknown);
	}

	/**
	 * Sets the space inside the edge.
	 * @param padding from 0 to 99 pixels
	 * @return a header that differs in the padding
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
