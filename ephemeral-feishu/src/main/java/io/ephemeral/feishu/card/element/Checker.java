package io.ephemeral.feishu.card.element;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * Task that a user can mark as done. Without behaviors, the mark stays on the viewer's
 * client.
 *
 * @param name name in callbacks, unique in the card; required in a form; none when absent
 * @param text description of the task; none when absent
 * @param checked whether the task is marked as done initially; false when absent
 * @param overallCheckable whether a click on the text marks the task; true when absent
 * @param buttonArea buttons at the end; none when absent
 * @param checkedStyle style of a task that is done; the client's default when absent
 * @param padding space inside the edge; none when absent
 * @param hoverTips text shown on computers when the pointer rests on the component; none
 * when absent
 * @param disabled whether the task is disabled; false when absent
 * @param disabledTips text shown on a click while the component is disabled; none when
 * absent
 * @param confirm confirmation dialog shown first; none when absent
 * @param behaviors reactions to the use of the component
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("checker")
public record Checker(@Nullable String name, @Nullable Text text, @Nullable Boolean checked,
		@Nullable Boolean overallCheckable, @Nullable ButtonArea buttonArea, @Nullable CheckedStyle checkedStyle,
		@Nullable Box padding, @Nullable PlainText hoverTips, @Nullable Boolean disabled,
		@Nullable PlainText disabledTips, @Nullable Confirm confirm,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Behavior> behaviors, @Nullable String elementId,
		@Nullable Box margin, Map<String, JsonNode> unknown) implements NestedElement {

	public Checker {
		behaviors = List.copyOf(behaviors);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a task.
	 * @param text description of the task in plain text
	 * @return a builder
	 */
	public static Builder builder(String text) {
		return builder(PlainText.of(text));
	}

	/**
	 * Creates a builder for a task.
	 * @param text description of the task
	 * @return a builder
	 */
	public static Builder builder(Text text) {
		return new Builder(text);
	}

	@Override
	public String toString() {
		return "Checker";
	}

	/**
	 * Builder for a {@link Checker}.
	 */
	public static final class Builder extends InteractiveBuilder<Builder> implements ElementBuilder<Checker> {

		private final Text text;

		private @Nullable Boolean checked;

		private @Nullable Boolean overallCheckable;

		private @Nullable ButtonArea buttonArea;

		private @Nullable CheckedStyle checkedStyle;

		private @Nullable Box padding;

		private @Nullable PlainText hoverTips;

		private @Nullable Boolean disabled;

		private @Nullable PlainText disabledTips;

		private Builder(Text text) {
			this.text = text;
		}

		/**
		 * Marks the task as done initially.
		 * @return this builder
		 */
		public Builder checked() {
			return checked(true);
		}

		/**
		 * Sets whether the task is done initially. By default, it is not.
		 * @param checked whether the task is done initially
		 * @return this builder
		 */
		public Builder checked(boolean checked) {
			this.checked = checked;
			return this;
		}

		/**
		 * Sets whether a click on the text marks the task. The default is {@code true}.
		 * @param overallCheckable whether a click on the text marks the task
		 * @return this builder
		 */
		public Builder overallCheckable(boolean overallCheckable) {
			this.overallCheckable = overallCheckable;
			return this;
		}

		/**
		 * Sets the buttons at the end. By default, there are none.
		 * @param rule condition for showing the buttons on computers
		 * @param buttons buttons, at most 3
		 * @return this builder
		 */
		public Builder buttons(PcDisplayRule rule, Button.Builder... buttons) {
			this.buttonArea = new ButtonArea(rule, Stream.of(buttons).map(Button.Builder::build).toList(), Map.of());
			return this;
		}

		/**
		 * Sets the style of the task when it is done.
		 * @param strikethrough whether the text is struck through
		 * @param opacity opacity from 0 to 1
		 * @return this builder
		 */
		public Builder checkedStyle(boolean strikethrough, double opacity) {
			this.checkedStyle = new CheckedStyle(strikethrough, BigDecimal.valueOf(opacity), Map.of());
			return this;
		}

		/**
		 * Sets the space inside the edge. The default is no space.
		 * @param padding space inside the edge
		 * @return this builder
		 */
		public Builder padding(Box padding) {
			this.padding = padding;
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
		 * Disables the task, which remains visible.
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

		@Override
		public Checker build() {
			return new Checker(this.name, this.text, this.checked, this.overallCheckable, this.buttonArea,
					this.checkedStyle, this.padding, this.hoverTips, this.disabled, this.disabledTips, this.confirm,
					this.behaviors, this.elementId, this.margin, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * Buttons at the end of a {@link Checker}.
	 *
	 * @param pcDisplayRule condition for showing the buttons on computers;
	 * {@link PcDisplayRule#ALWAYS} when absent
	 * @param buttons buttons, at most 3
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
	 */
	public record ButtonArea(@Nullable PcDisplayRule pcDisplayRule,
			@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Button> buttons,
			Map<String, JsonNode> unknown) implements CardPart {

		public ButtonArea {
			Check.atMost("buttons", buttons, 3);
			buttons = List.copyOf(buttons);
			unknown = OrderedCopy.of(unknown);
		}

		@Override
		public String toString() {
			return "ButtonArea";
		}

	}

	/**
	 * Style of a {@link Checker} that is marked as done.
	 *
	 * @param showStrikethrough whether the text is struck through; false when absent
	 * @param opacity opacity from 0 to 1; 1 when absent
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
	 */
	public record CheckedStyle(@Nullable Boolean showStrikethrough, @Nullable BigDecimal opacity,
			Map<String, JsonNode> unknown) implements CardPart {

		public CheckedStyle {
			Check.that(opacity == null || (opacity.signum() >= 0 && opacity.compareTo(BigDecimal.ONE) <= 0), "opacity",
					"must be from 0 to 1");
			unknown = OrderedCopy.of(unknown);
		}

		@Override
		public String toString() {
			return "CheckedStyle";
		}

	}

	/**
	 * Condition for showing the buttons of a {@link Checker} on computers.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum PcDisplayRule {

		ALWAYS, ON_HOVER

	}

}
