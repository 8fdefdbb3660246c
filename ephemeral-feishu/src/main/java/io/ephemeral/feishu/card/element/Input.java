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
 * Text field. In a form, its value is submitted with the form. Outside a form, the field
 * has an icon that submits the value.
 *
 * @param name key of the value in {@code form_value}, unique in the card; required in a
 * form
 * @param label label of the field; none when absent
 * @param labelPosition position of the label; {@link LabelPosition#TOP} when absent
 * @param placeholder text shown in the empty field, at most 100 characters; none when
 * absent
 * @param defaultValue initial value; none when absent
 * @param required whether the client requires a value before it submits the form; false
 * when absent
 * @param disabled whether the field is disabled; false when absent
 * @param disabledTips text shown on a click while the component is disabled; none when
 * absent
 * @param width width: {@link Length#DEFAULT}, {@link Length#FILL}, or at least 100 pixels
 * @param maxLength maximum number of characters, from 1 to 1000; 1000 when absent
 * @param inputType type of the field; {@link Type#TEXT} when absent
 * @param showIcon whether a password field starts with an icon; true when absent
 * @param rows number of rows of a multi-line field, at least 1; 5 when absent
 * @param autoResize whether a multi-line field grows with its text on computers; false
 * when absent
 * @param maxRows maximum number of rows of a field that grows, at least 1; no limit when
 * absent
 * @param confirm confirmation dialog shown first; none when absent
 * @param behaviors reactions to the use of the component
 * @param value older form of {@link Behavior.Callback}
 * @param fallback replacement shown by older clients; none when absent
 * @param i18nDefaultValues initial values for users of other languages; may be empty
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
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
	 * Creates a builder for a text field.
	 * @param name key of the value in {@code form_value}, unique in the card
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
	 * Builder for an {@link Input}.
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
		 * Sets the label. By default, there is none.
		 * @param label label in plain text
		 * @return this builder
		 */
		public Builder label(String label) {
			return label(PlainText.of(label));
		}

		/**
		 * Sets the label. By default, there is none.
		 * @param label label of the field
		 * @return this builder
		 */
		public Builder label(PlainText label) {
			this.label = label;
			return this;
		}

		/**
		 * Sets the position of the label. The default is {@link LabelPosition#TOP}.
		 * @param labelPosition position of the label
		 * @return this builder
		 */
		public Builder labelPosition(LabelPosition labelPosition) {
			this.labelPosition = labelPosition;
			return this;
		}

		/**
		 * Sets the initial value. By default, there is none.
		 * @param defaultValue initial value
		 * @return this builder
		 */
		public Builder defaultValue(String defaultValue) {
			this.defaultValue = defaultValue;
			return this;
		}

		/**
		 * Sets the text shown on a click while the component is disabled.
		 * @param disabledTips plain text
		 * @return this builder
		 */
		public Builder disabledTips(String disabledTips) {
			return disabledTips(PlainText.of(disabledTips));
		}

		/**
		 * Sets the text shown on a click while the component is disabled.
		 * @param disabledTips text shown on a click while the component is disabled
		 * @return this builder
		 */
		public Builder disabledTips(PlainText disabledTips) {
			this.disabledTips = disabledTips;
			return this;
		}

		/**
		 * Sets the maximum number of characters. The default is 1000.
		 * @param maxLength maximum number of characters, from 1 to 1000
		 * @return this builder
		 */
		public Builder maxLength(int maxLength) {
			this.maxLength = maxLength;
			return this;
		}

		/**
		 * Sets the type. The default is {@link Type#TEXT}.
		 * @param inputType type of the field
		 * @return this builder
		 */
		public Builder inputType(Type inputType) {
			this.inputType = inputType;
			return this;
		}

		/**
		 * Sets whether a password field starts with an icon. The default is {@code true}.
		 * @param showIcon whether the icon is shown
		 * @return this builder
		 */
		public Builder showIcon(boolean showIcon) {
			this.showIcon = showIcon;
			return this;
		}

		/**
		 * Sets the number of rows of a multi-line field. The default is 5.
		 * @param rows number of rows, at least 1
		 * @return this builder
		 */
		public Builder rows(int rows) {
			this.rows = rows;
			return this;
		}

		/**
		 * Sets whether a multi-line field grows with its text on computers. The default
		 * is {@code false}.
		 * @param autoResize whether the field grows
		 * @return this builder
		 */
		public Builder autoResize(boolean autoResize) {
			this.autoResize = autoResize;
			return this;
		}

		/**
		 * Sets the maximum number of rows of a field that grows. By default, there is no
		 * limit.
		 * @param maxRows maximum number of rows, at least 1
		 * @return this builder
		 */
		public Builder maxRows(int maxRows) {
			this.maxRows = maxRows;
			return this;
		}

		/**
		 * Sets the replacement shown by older clients. By default, they show nothing.
		 * @param fallback replacement text or {@link Fallback#DROP}
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
					this.fallback, Map.of(), this.elementId, this.margin, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * Type of a text field.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum Type {

		TEXT, MULTILINE_TEXT, PASSWORD

	}

	/**
	 * Position of the label of a text field.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum LabelPosition {

		TOP, LEFT

	}

}
