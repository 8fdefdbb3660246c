package io.ephemeral.feishu.card.element;

import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Length;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.EnumNaming;
import tools.jackson.databind.node.MissingNode;

/**
 * Button.
 *
 * @param text label of at most 100 characters; none when absent
 * @param type style of the button; {@link Type#DEFAULT} when absent
 * @param size size of the button; {@link Size#MEDIUM} when absent
 * @param width width: {@link Length#DEFAULT}, {@link Length#FILL}, or at least 100 pixels
 * @param icon icon in front of the label; none when absent
 * @param hoverTips text shown on computers when the pointer rests on the component; none
 * when absent
 * @param disabled whether the button is disabled; false when absent
 * @param disabledTips text shown on a click while the component is disabled; none when
 * absent
 * @param confirm confirmation dialog shown first; none when absent
 * @param behaviors reactions to the use of the component
 * @param name name in callbacks, unique in the card; required in a form; may contain the
 * action as described in {@link ButtonName}; none when absent
 * @param formAction effect on the form around the button; none when absent
 * @param url older form of {@link Behavior.OpenUrl}
 * @param multiUrl older form of {@link Behavior.OpenUrl}
 * @param value older form of {@link Behavior.Callback}
 * @param actionType older form of {@code form_action_type}
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("button")
public record Button(@Nullable PlainText text, @Nullable Type type, @Nullable Size size, @Nullable Length width,
		@Nullable Icon icon, @Nullable PlainText hoverTips, @Nullable Boolean disabled,
		@Nullable PlainText disabledTips, @Nullable Confirm confirm,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Behavior> behaviors, @Nullable String name,
		@JsonProperty("form_action_type") @Nullable FormAction formAction, @Nullable String url,
		@Nullable MultiUrl multiUrl, @Nullable JsonNode value, @Nullable String actionType, @Nullable String elementId,
		@Nullable Box margin, Map<String, JsonNode> unknown) implements NestedElement {

	public Button {
		PlainText.checkLength("text", text, 100);
		Check.length("width", width, 100, Integer.MAX_VALUE, Length.DEFAULT, Length.FILL);
		behaviors = List.copyOf(behaviors);
		Check.link("url", url);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a button.
	 * @param text label of at most 100 characters
	 * @return a builder
	 */
	public static Builder builder(String text) {
		return builder(PlainText.of(text));
	}

	/**
	 * Creates a builder for a button that submits a form.
	 * @param name name of the button, unique in the card
	 * @param text label of at most 100 characters
	 * @return a builder
	 */
	public static Builder submit(String name, String text) {
		return builder(text).form(name, FormAction.SUBMIT);
	}

	/**
	 * Creates a builder for a button that resets the inputs of a form to their initial
	 * values.
	 * @param name name of the button, unique in the card
	 * @param text label of at most 100 characters
	 * @return a builder
	 */
	public static Builder reset(String name, String text) {
		return builder(text).form(name, FormAction.RESET);
	}

	/**
	 * Creates a builder for a button.
	 * @param text label of at most 100 characters
	 * @return a builder
	 */
	public static Builder builder(PlainText text) {
		return new Builder(text);
	}

	@Override
	public String toString() {
		return "Button";
	}

	/**
	 * Builder for a {@link Button}.
	 */
	public static final class Builder extends InteractiveBuilder<Builder> implements ElementBuilder<Button> {

		private final PlainText text;

		private @Nullable Type type;

		private @Nullable Size size;

		private @Nullable Length width;

		private @Nullable Icon icon;

		private @Nullable PlainText hoverTips;

		private @Nullable Boolean disabled;

		private @Nullable PlainText disabledTips;

		private @Nullable FormAction formAction;

		private Builder(PlainText text) {
			this.text = text;
		}

		/**
		 * Sets the style. The default is {@link Type#DEFAULT}.
		 * @param type style of the button
		 * @return this builder
		 */
		public Builder type(Type type) {
			this.type = type;
			return this;
		}

		/**
		 * Sets the size. The default is {@link Size#MEDIUM}.
		 * @param size size of the button
		 * @return this builder
		 */
		public Builder size(Size size) {
			this.size = size;
			return this;
		}

		/**
		 * Sets the width.
		 * @param width width: {@link Length#DEFAULT}, {@link Length#FILL}, or at least
		 * 100 pixels
		 * @return this builder
		 */
		public Builder width(Length width) {
			this.width = width;
			return this;
		}

		/**
		 * Sets the icon in front of the label. By default, there is none.
		 * @param icon icon in front of the label
		 * @return this builder
		 */
		public Builder icon(Icon icon) {
			this.icon = icon;
			return this;
		}

		/**
		 * Sets the text shown on computers when the pointer rests on the component.
		 * @param hoverTips plain text
		 * @return this builder
		 */
		public Builder hoverTips(String hoverTips) {
			return hoverTips(PlainText.of(hoverTips));
		}

		/**
		 * Sets the text shown on computers when the pointer rests on the component.
		 * @param hoverTips text shown on computers when the pointer rests on the
		 * component
		 * @return this builder
		 */
		public Builder hoverTips(PlainText hoverTips) {
			this.hoverTips = hoverTips;
			return this;
		}

		/**
		 * Disables the button, which remains visible.
		 * @return this builder
		 */
		public Builder disabled() {
			return disabled(true);
		}

		/**
		 * Sets whether the component is disabled. By default, it is not.
		 * @param disabled whether the component is disabled
		 * @return this builder
		 */
		public Builder disabled(boolean disabled) {
			this.disabled = disabled;
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
		 * Sets the effect on the form around the button. The action of the callback
		 * becomes part of the name as described in {@link ButtonName}, because the
		 * platform may report a submit only with the name.
		 * @param name name of the button, unique in the card
		 * @param action effect on the form
		 * @return this builder
		 */
		public Builder form(String name, FormAction action) {
			this.formAction = action;
			return name(name);
		}

		/**
		 * Adds a behavior that opens a page.
		 * @param url link with {@code http} or {@code https}
		 * @return this builder
		 */
		public Builder openUrl(String url) {
			return behavior(Behavior.openUrl(url));
		}

		@Override
		public Button build() {
			return new Button(this.text, this.type, this.size, this.width, this.icon, this.hoverTips, this.disabled,
					this.disabledTips, this.confirm, this.behaviors, nameWithAction(), this.formAction, null, null,
					null, null, this.elementId, this.margin, this.unknown);
		}

		private @Nullable String nameWithAction() {
			String name = this.name;
			if (name == null || this.formAction == FormAction.RESET) {
				return name;
			}
			return this.behaviors.stream()
				.map(Builder::valueOf)
				.filter((value) -> !actionOf(value).isBlank())
				.findFirst()
				.map((value) -> value.has(Seal.MEMBER) ? ButtonName.withSealedAction(name, actionOf(value))
						: ButtonName.withAction(name, actionOf(value)))
				.orElse(name);
		}

		private static JsonNode valueOf(Behavior behavior) {
			return (behavior instanceof Behavior.Callback callback) ? callback.value() : MissingNode.getInstance();
		}

		private static String actionOf(JsonNode value) {
			return value.path("action").asString(value.asString(""));
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * Size of a button.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum Size {

		TINY, SMALL, MEDIUM, LARGE

	}

	/**
	 * Style of a button.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum Type {

		DEFAULT, PRIMARY, DANGER, TEXT, PRIMARY_TEXT, DANGER_TEXT, PRIMARY_FILLED, DANGER_FILLED, LASER

	}

	/**
	 * Effect of a button on the form around it.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum FormAction {

		/**
		 * Submits the values of all inputs of the form.
		 */
		SUBMIT,

		/**
		 * Resets the inputs to their initial values.
		 */
		RESET

	}

}
