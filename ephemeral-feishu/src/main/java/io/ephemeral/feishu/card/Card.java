package io.ephemeral.feishu.card;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.element.BodyElement;
import io.ephemeral.feishu.card.element.CardLocale;
import io.ephemeral.feishu.card.element.CardPart;
import io.ephemeral.feishu.card.element.ElementBuilder;
import io.ephemeral.feishu.card.element.MultiUrl;
import io.ephemeral.feishu.card.json.CardMapper;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.rule.InvalidCardException;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Direction;
import io.ephemeral.feishu.card.style.HorizontalAlign;
import io.ephemeral.feishu.card.style.Spacing;
import io.ephemeral.feishu.card.style.VerticalAlign;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Card of the JSON 2.0 structure. Clients show it from version 7.20 on.
 *
 * @param config settings; the platform's defaults when absent
 * @param cardLink page that a click on the card opens; none when absent
 * @param header title bar; none when absent
 * @param i18nHeader title bars for users of other languages, as in official samples; may
 * be empty
 * @param body content below the header; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 * @see <a href=
 * "https://open.feishu.cn/document/uAjLw4CM/ukzMukzMukzM/feishu-cards/card-json-v2-structure">Card
 * JSON 2.0 structure</a>
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "schema")
@JsonTypeName(Card.SCHEMA)
public record Card(@Nullable Config config, @Nullable MultiUrl cardLink, @Nullable Header header,
		@JsonProperty("i18n_header") @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<CardLocale, Header> i18nHeader,
		@Nullable Body body, Map<String, JsonNode> unknown) implements CardContent, CardPart {

	static final String SCHEMA = "2.0";

	public Card {
		i18nHeader = OrderedCopy.of(i18nHeader);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a card.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	/**
	 * Reads a card of the JSON 2.0 structure, such as the source code that Feishu's card
	 * builder shows. Unsupported JSON is kept, so that writing the card gives the same
	 * JSON. {@link RawCard#parse} reads cards of the 1.0 structure and templates, and
	 * {@link CardFiles#read} reads the {@code .card} files that the builder exports.
	 * @param json JSON object with {@code "schema": "2.0"}
	 * @return the card
	 * @throws InvalidCardException if the text is not such an object
	 */
	public static Card parse(String json) {
		return CardReader.read(RawCard.parse(json).value());
	}

	/**
	 * Returns the structure of the card.
	 * @return {@code 2.0}
	 */
	public String schema() {
		return SCHEMA;
	}

	@Override
	public String toString() {
		return "Card[" + ((this.body == null) ? 0 : this.body.elements().size()) + " elements]";
	}

	/**
	 * Builder for a {@link Card}. Elements are added from top to bottom.
	 */
	public static final class Builder {

		private @Nullable Config config;

		private @Nullable MultiUrl cardLink;

		private @Nullable Header header;

		private final List<BodyElement> elements = new ArrayList<>();

		private @Nullable Direction direction;

		private @Nullable Box padding;

		private @Nullable Spacing horizontalSpacing;

		private @Nullable Spacing verticalSpacing;

		private @Nullable HorizontalAlign horizontalAlign;

		private @Nullable VerticalAlign verticalAlign;

		private Map<String, JsonNode> unknown = Map.of();

		private Builder() {
		}

		/**
		 * Sets the settings.
		 * @param config settings of the card
		 * @return this builder
		 */
		public Builder config(Config config) {
			this.config = config;
			return this;
		}

		/**
		 * Sets the page that a click on the card opens. By default, there is none.
		 * @param link link to the page
		 * @return this builder
		 */
		public Builder link(MultiUrl link) {
			this.cardLink = link;
			return this;
		}

		/**
		 * Sets the title bar. By default, there is none.
		 * @param header title bar
		 * @return this builder
		 */
		public Builder header(Header header) {
			this.header = header;
			return this;
		}

		/**
		 * Sets a title bar in the default color.
		 * @param title title in plain text, at most four lines
		 * @return this builder
		 */
		public Builder title(String title) {
			return header(Header.of(title));
		}

		/**
		 * Adds an element after the others.
		 * @param element element to add
		 * @return this builder
		 */
		public Builder add(BodyElement element) {
			this.elements.add(element);
			return this;
		}

		/**
		 * Builds an element and adds it after the others.
		 * @param element builder for the element to add
		 * @return this builder
		 */
		public Builder add(ElementBuilder<? extends BodyElement> element) {
			return add(element.build());
		}

		/**
		 * Sets the direction of the elements. The default is {@link Direction#VERTICAL}.
		 * @param direction direction of the elements
		 * @return this builder
		 */
		public Builder direction(Direction direction) {
			this.direction = direction;
			return this;
		}

		/**
		 * Sets the space inside the edge of the body.
		 * @param padding space from 0 to 99 pixels
		 * @return this builder
		 */
		public Builder padding(Box padding) {
			this.padding = padding;
			return this;
		}

		/**
		 * Sets the horizontal space between elements.
		 * @param spacing space from 0 to 99 pixels
		 * @return this builder
		 */
		public Builder horizontalSpacing(Spacing spacing) {
			this.horizontalSpacing = spacing;
			return this;
		}

		/**
		 * Sets the vertical space between elements.
		 * @param spacing space from 0 to 99 pixels
		 * @return this builder
		 */
		public Builder verticalSpacing(Spacing spacing) {
			this.verticalSpacing = spacing;
			return this;
		}

		/**
		 * Sets the horizontal alignment of the elements. The default is
		 * {@link HorizontalAlign#LEFT}.
		 * @param align horizontal alignment
		 * @return this builder
		 */
		public Builder horizontalAlign(HorizontalAlign align) {
			this.horizontalAlign = align;
			return this;
		}

		/**
		 * Sets the vertical alignment of the elements. The default is
		 * {@link VerticalAlign#TOP}.
		 * @param align vertical alignment
		 * @return this builder
		 */
		public Builder verticalAlign(VerticalAlign align) {
			this.verticalAlign = align;
			return this;
		}

		/**
		 * Sets a property of the card as JSON, such as a new one of the platform that
		 * this version does not have. A property that another method of this builder sets
		 * keeps that value.
		 * @param name name in JSON, such as {@code i18n_header}
		 * @param value text, number, boolean, list, map, JSON node, part of a card or
		 * null
		 * @return this builder
		 */
		public Builder property(String name, @Nullable Object value) {
			this.unknown = OrderedCopy.with(this.unknown, name, CardMapper.tree(value));
			return this;
		}

		/**
		 * Builds the card.
		 * @return the card
		 */
		public Card build() {
			Body body = new Body(this.elements, this.direction, this.padding, this.horizontalSpacing,
					this.horizontalAlign, this.verticalSpacing, this.verticalAlign, Map.of());
			return new Card(this.config, this.cardLink, this.header, Map.of(), body, this.unknown);
		}

	}

}
