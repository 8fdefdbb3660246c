package io.ephemeral.feishu.card;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.ephemeral.feishu.card.element.PlainText;
import org.jspecify.annotations.Nullable;

/**
 * The title bar of a card.
 *
 * @param title at most four lines
 * @param subtitle one line; none when absent
 * @param template colour of the bar; {@link HeaderTemplate#DEFAULT} when absent
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Header(PlainText title, @Nullable PlainText subtitle, @Nullable HeaderTemplate template) {

	/**
	 * A header in the default colour.
	 * @param title plain text
	 * @return the header
	 */
	public static Header of(String title) {
		return new Header(PlainText.of(title), null, null);
	}

	/**
	 * Adds the line below the title.
	 * @param subtitle plain text
	 * @return a header that differs in the subtitle
	 */
	public Header subtitle(String subtitle) {
		return new Header(this.title, PlainText.of(subtitle), this.template);
	}

	/**
	 * Colours the bar.
	 * @param template one of the platform's colours
	 * @return a header that differs in the colour
	 */
	public Header template(HeaderTemplate template) {
		return new Header(this.title, this.subtitle, template);
	}

}
