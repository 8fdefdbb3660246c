package io.ephemeral.feishu.card.element;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Length;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * A text field. Inside a form its value comes with the form; outside it has an icon that
 * sends it.
 *
 * @param name key of the value in {@code form_value}, unique in the card; needed inside a
 * form
 * @param label text beside the field; none when absent
 * @param labelPosition {@link LabelPosition#TOP} when absent
 * @param placeholder text in the empty field, at most 100 characters; none when absent
 * @param defaultValue what the field holds at first; nothing when absent
 * @param required whether the client refuses to send the form without it; not required
 * when absent
 * @param disabled whether it takes no input; it does when absent
 * @param disabledTips text shown when it is used while disabled; none when absent
 * @param width {@link Length#DEFAULT}, {@link Length#FILL}, or 100 pixels and more
 * @param maxLength most characters, from 1 to 1000; 1000 when absent
 * @param inputType {@link Type#TEXT} when absent
 * @param showIcon whether a password field has an icon in front; it has when absent
 * @param rows rows of a multi-line field, at least 1; 5 when absent
 * @param autoResize whether a multi-line field grows with its text, on computers; not
 * when absent
 * @param maxRows most rows of a field that grows, at least 1; no limit when absent
 * @param confirm question before anything happens; none when absent
 * @param behaviors what happens when it is used
 * @param value older form of a callback
 * @param fallback what older clients show; nothing when absent
 * @param i18nDefaultValues what the field holds at first for users of other languages;
 * empty without
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
@JsonTypeName("input")
public record Input(@Nullable String name, @Nullable PlainText label, @Nullable LabelPosition labelPosition,
		@Nullable PlainText placeholder, @Nullable String defaultValue, @Nullable Boolean required,
		@Nullable Boolean disabled, @Nullable PlainText disabledTips, @Nullable Length width,
		@Nullable Integer maxLength, @Nullable Type inputType, @Nullable Boolean showIcon, @Nullable Integer rows,
		@Nullable Boolean autoResize, @Nullable Integer maxRows, @Nullable Confirm confirm,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Behavior> behaviors, @Nullable JsonNode value,
		@Nullable Fallback fallback,
		@JsonProperty("i18n_default_value") @JsonInclude(JsonInclude.Include.NON_EMPTY) Map<CardLocale, String> i18nDefaultValues,
		@Nullable String elementId, @Nullable Box margin, Map<String, JsonNode> unknown) implements NestedElement {

	public Input {
		PlainText.checkLength("placeholder", placeholder, 100);
		Check.length("width", width, 100, Integer.MAX_VALUE, Length.DEFAULT, Length.FILL);
		Check.range("max_length", maxLength, 1, 1000);
		Check.range("rows", rows, 1, Integer.MAX_VALUE);
		Check.range("max_rows", maxRows, 1, Integer.MAX_VALUE);
		behaviors = List.copyOf(behaviors);
		i18nDefaultValues = OrderedCopy.of(i18nDefaultValues);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Starts a text field.
	 * @param name key of the value, unique in the card
	 * @return a builder
	 */
	public static Builder builder(String name) {
		return new Builder(name);
	}

	@Override
	public String toString() {
		return "Input";
	}

	/**
	 * Options of a text field.
	 */
	public static final class Builder extends FieldBuilder<Builder> implements ElementBuilder<Input> {

		private @Nullable PlainText label;

		private @Nullable LabelPosition labelPosition;

		private @Nullable String defaultValue;

		private @Nullable PlainText disabledTips;

		private @Nullable Integer maxLength;

		private @Nullable Type inputType;

		private @Nullable Boolean showIcon;

		private @Nullable Integer rows;

		private @Nullable Boolean autoResize;

		private @Nullable Integer maxRows;

		private @Nullable Fallback fallback;

		private Builder(String name) {
			name(name);
		}

		/**
		 * Sets the text beside the field.
		 * @param label plain text
		 * @return this builder
		 */
		public Builder label(String label) {
			return label(PlainText.of(label));
		}

		/**
		 * Sets the text beside the field.
		 * @param label text beside the field
		 * @return this builder
		 */
		public Builder label(PlainText label) {
			this.label = label;
			return this;
		}

		/**
		 * Sets the label position.
		 * @param labelPosition {@link LabelPosition#TOP}
		 * @return this builder
		 */
		public Builder labelPosition(LabelPosition labelPosition) {
			this.labelPosition = labelPosition;
			return this;
		}

		/**
		 * Sets the default value.
		 * @param defaultValue what the field holds at first
		 * @return this builder
		 */
		public Builder defaultValue(String defaultValue) {
			this.defaultValue = defaultValue;
			return this;
		}

		/**
		 * Sets the text shown when it is used while disabled.
		 * @param disabledTips plain text
		 * @return this builder
		 */
		public Builder disabledTips(String disabledTips) {
			return disabledTips(PlainText.of(disabledTips));
		}

		/**
		 * Sets the text shown when it is used while disabled.
		 * @param disabledTips text shown when it is used while disabled
		 * @return this builder
		 */
		public Builder disabledTips(PlainText disabledTips) {
			this.disabledTips = disabledTips;
			return this;
		}

		/**
		 * Sets the max length.
		 * @param maxLength most characters, from 1 to 1000
		 * @return this builder
		 */
		public Builder maxLength(int maxLength) {
			this.maxLength = maxLength;
			return this;
		}

		/**
		 * Sets the input type.
		 * @param inputType {@link Type#TEXT}
		 * @return this builder
		 */
		public Builder inputType(Type inputType) {
			this.inputType = inputType;
			return this;
		}

		/**
		 * Sets whether a password field has an icon in front.
		 * @param showIcon whether a password field has an icon in front
		 * @return this builder
		 */
		public Builder showIcon(boolean showIcon) {
			this.showIcon = showIcon;
			return this;
		}

		/**
		 * Sets the rows.
		 * @param rows rows of a multi-line field, at least 1
		 * @return this builder
		 */
		public Builder rows(int rows) {
			this.rows = rows;
			return this;
		}

		/**
		 * Sets whether a multi-line field grows with its text, on computers.
		 * @param autoResize whether a multi-line field grows with its text, on computers
		 * @return this builder
		 */
		public Builder autoResize(boolean autoResize) {
			this.autoResize = autoResize;
			return this;
		}

		/**
		 * Sets the max rows.
		 * @param maxRows most rows of a field that grows, at least 1
		 * @return this builder
		 */
		public Builder maxRows(int maxRows) {
			this.maxRows = maxRows;
			return this;
		}

		/**
		 * Sets the fallback.
		 * @param fallback what older clients show
		 * @return this builder
		 */
		public Builder fallback(Fallback fallback) {
			this.fallback = fallback;
			return this;
		}

		@Override
		public Input build() {
			return new Input(this.name, this.label, this.labelPosition, this.placeholder, this.defaultValue,
					this.required, this.disabled, this.disabledTips, this.width, this.maxLength, this.inputType,
					this.showIcon, this.rows, this.autoResize, this.maxRows, this.confirm, this.behaviors, null,
					this.fallback, Map.of(), this.elementId, this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * What a text field takes.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum Type {

		TEXT, MULTILINE_TEXT, PASSWORD

	}

	/**
	 * Where the label of a text field stands.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum LabelPosition {

		TOP, LEFT

	}

}
