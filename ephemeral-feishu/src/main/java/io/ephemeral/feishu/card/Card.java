package io.ephemeral.feishu.card;

import java.util.ArrayList;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import io.ephemeral.feishu.card.element.BodyElement;
import io.ephemeral.feishu.card.element.ElementBuilder;
import org.jspecify.annotations.Nullable;

/**
 * A card of the JSON 2.0 structure, which clients show from version 7.20 on.
 *
 * @param header title bar; none when absent
 * @param body what is below the header
 * @see <a href=
 * "https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure">Card
 * JSON 2.0 structure</a>
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonPropertyOrder({ "schema", "header", "body" })
public record Card(@Nullable Header header, Body body) implements CardContent {

	/**
	 * Starts a card without elements.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@JsonProperty
	String schema() {
		return "2.0";
	}

	@Override
	public String toString() {
		return "Card[" + this.body.elements().size() + " elements]";
	}

	/**
	 * Puts a card together from top to bottom.
	 */
	public static final class Builder {

		private @Nullable Header header;

		private final List<BodyElement> elements = new ArrayList<>();

		private Builder() {
		}

		/**
		 * Sets the title bar.
		 * @param header title and colour
		 * @return this builder
		 */
		public Builder header(Header header) {
			this.header = header;
			return this;
		}

		/**
		 * Sets a title bar in the default colour.
		 * @param title plain text, at most four lines
		 * @return this builder
		 */
		public Builder title(String title) {
			return header(Header.of(title));
		}

		/**
		 * Adds an element below the others.
		 * @param element what may stand in the body of a card
		 * @return this builder
		 */
		public Builder add(BodyElement element) {
			this.elements.add(element);
			return this;
		}

		/**
		 * Builds an element and adds it below the others.
		 * @param element builder of what may stand in the body of a card
		 * @return this builder
		 */
		public Builder add(ElementBuilder<? extends BodyElement> element) {
			return add(element.build());
		}

		/**
		 * Finishes the card.
		 * @return the card
		 */
		public Card build() {
			return new Card(this.header, new Body(this.elements));
		}

	}

}
