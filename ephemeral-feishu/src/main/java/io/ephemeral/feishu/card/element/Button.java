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
import tools.jackson.databind.node.MissingNode;

/**
 * A button.
 *
 * @param text label of at most 100 characters; none when absent
 * @param type looks; {@link Type#DEFAULT} when absent
 * @param size {@link Size#MEDIUM} when absent
 * @param width {@link Length#DEFAULT}, {@link Length#FILL}, or 100 pixels and more
 * @param icon picture in front of the label; none when absent
 * @param hoverTips text shown on computers when the pointer rests on it; none when absent
 * @param disabled whether it cannot be pressed; it can when absent
 * @param disabledTips text shown when it is pressed while disabled; none when absent
 * @param confirm question before anything happens; none when absent
 * @param behaviors what happens when it is used
 * @param name needed inside a form, unique in the card, with the action of the button as
 * of {@link ButtonName}; none when absent
 * @param formAction what it does to the form around it; nothing when absent
 * @param url older form of a page to open
 * @param multiUrl older form of a page to open
 * @param value older form of a callback
 * @param actionType older form of {@code form_action_type}
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
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
	 * Starts a button.
	 * @param text label of at most 100 characters
	 * @return a builder
	 */
	public static Builder builder(String text) {
		return builder(PlainText.of(text));
	}

	/**
	 * Starts the button that sends a form.
	 * @param name unique in the card
	 * @param text label of at most 100 characters
	 * @return a builder
	 */
	public static Builder submit(String name, String text) {
		return builder(text).form(name, FormAction.SUBMIT);
	}

	/**
	 * Starts the button that puts the inputs of a form back to how they were.
	 * @param name unique in the card
	 * @param text label of at most 100 characters
	 * @return a builder
	 */
	public static Builder reset(String name, String text) {
		return builder(text).form(name, FormAction.RESET);
	}

	/**
	 * Starts a button.
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
	 * Options of a button.
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
		 * Sets the looks.
		 * @param type looks
		 * @return this builder
		 */
		public Builder type(Type type) {
			this.type = type;
			return this;
		}

		/**
		 * Sets the size.
		 * @param size {@link Size#MEDIUM}
		 * @return this builder
		 */
		public Builder size(Size size) {
			this.size = size;
			return this;
		}

		/**
		 * Sets the width.
		 * @param width {@link Length#DEFAULT}, {@link Length#FILL}, or 100 pixels and
		 * more
		 * @return this builder
		 */
		public Builder width(Length width) {
			this.width = width;
			return this;
		}

		/**
		 * Adds a picture in front of the label.
		 * @param icon picture in front of the label
		 * @return this builder
		 */
		public Builder icon(Icon icon) {
			this.icon = icon;
			return this;
		}

		/**
		 * Sets the text shown on computers when the pointer rests on it.
		 * @param hoverTips plain text
		 * @return this builder
		 */
		public Builder hoverTips(String hoverTips) {
			return hoverTips(PlainText.of(hoverTips));
		}

		/**
		 * Sets the text shown on computers when the pointer rests on it.
		 * @param hoverTips text shown on computers when the pointer rests on it
		 * @return this builder
		 */
		public Builder hoverTips(PlainText hoverTips) {
			this.hoverTips = hoverTips;
			return this;
		}

		/**
		 * Shows it, but lets nobody press it.
		 * @return this builder
		 */
		public Builder disabled() {
			this.disabled = true;
			return this;
		}

		/**
		 * Sets the text shown when it is pressed while disabled.
		 * @param disabledTips plain text
		 * @return this builder
		 */
		public Builder disabledTips(String disabledTips) {
			return disabledTips(PlainText.of(disabledTips));
		}

		/**
		 * Sets the text shown when it is pressed while disabled.
		 * @param disabledTips text shown when it is pressed while disabled
		 * @return this builder
		 */
		public Builder disabledTips(PlainText disabledTips) {
			this.disabledTips = disabledTips;
			return this;
		}

		/**
		 * Makes it act on the form around it. The action of its callback becomes part of
		 * the name, as of {@link ButtonName}, because the platform may report a submit by
		 * the name alone.
		 * @param name unique in the card
		 * @param action what it does to the form
		 * @return this builder
		 */
		public Builder form(String name, FormAction action) {
			this.formAction = action;
			return name(name);
		}

		/**
		 * Opens a page when it is pressed.
		 * @param url a link with {@code http} or {@code https}
		 * @return this builder
		 */
		public Builder openUrl(String url) {
			return behavior(Behavior.openUrl(url));
		}

		@Override
		public Button build() {
			return new Button(this.text, this.type, this.size, this.width, this.icon, this.hoverTips, this.disabled,
					this.disabledTips, this.confirm, this.behaviors, nameWithAction(), this.formAction, null, null,
					null, null, this.elementId, this.margin, Map.of());
		}

		private @Nullable String nameWithAction() {
			String name = this.name;
			if (name == null || this.formAction == FormAction.RESET) {
				return name;
			}
			return this.behaviors.stream()
				.map(Builder::actionOf)
				.filter((action) -> !action.isBlank())
				.findFirst()
				.map((action) -> ButtonName.withAction(name, action))
				.orElse(name);
		}

		private static String actionOf(Behavior behavior) {
			JsonNode value = (behavior instanceof Behavior.Callback callback) ? callback.value()
					: MissingNode.getInstance();
			return value.path("action").asString(value.asString(""));
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * The size of a button.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum Size {

		TINY, SMALL, MEDIUM, LARGE

	}

	/**
	 * The looks of a button.
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
		 * Sends the values of all inputs of the form.
		 */
		SUBMIT,

		/**
		 * Puts the inputs back to how they were.
		 */
		RESET

	}

}
