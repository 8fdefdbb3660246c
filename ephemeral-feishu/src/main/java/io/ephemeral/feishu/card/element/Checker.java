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
 * A task that can be ticked off. Without behaviors the tick stays on the viewer's client.
 *
 * @param name needed inside a form, unique in the card; none when absent
 * @param text what is to be done; none when absent
 * @param checked whether it is ticked at first; not when absent
 * @param overallCheckable whether a click on the text ticks it; it does when absent
 * @param buttonArea buttons at the end; none when absent
 * @param checkedStyle looks once it is ticked; the client's when absent
 * @param padding space inside the edge; none when absent
 * @param hoverTips text shown on computers when the pointer rests on it; none when absent
 * @param disabled whether it cannot be ticked; it can when absent
 * @param disabledTips text shown when it is used while disabled; none when absent
 * @param confirm question before anything happens; none when absent
 * @param behaviors what happens when it is used
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
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
	 * Starts a task.
	 * @param text what is to be done, plain
	 * @return a builder
	 */
	public static Builder builder(String text) {
		return builder(PlainText.of(text));
	}

	/**
	 * Starts a task.
	 * @param text what is to be done
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
	 * Options of a task.
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
		 * Ticks it at first.
		 * @return this builder
		 */
		public Builder checked() {
			this.checked = true;
			return this;
		}

		/**
		 * Sets whether a click on the text ticks it.
		 * @param overallCheckable whether a click on the text ticks it
		 * @return this builder
		 */
		public Builder overallCheckable(boolean overallCheckable) {
			this.overallCheckable = overallCheckable;
			return this;
		}

		/**
		 * Adds buttons at the end.
		 * @param rule when they are shown on a computer
		 * @param buttons at most 3
		 * @return this builder
		 */
		public Builder buttons(PcDisplayRule rule, Button.Builder... buttons) {
			this.buttonArea = new ButtonArea(rule, Stream.of(buttons).map(Button.Builder::build).toList(), Map.of());
			return this;
		}

		/**
		 * Sets the looks once it is ticked.
		 * @param strikethrough whether the text is struck out
		 * @param opacity from 0 to 1
		 * @return this builder
		 */
		public Builder checkedStyle(boolean strikethrough, double opacity) {
			this.checkedStyle = new CheckedStyle(strikethrough, BigDecimal.valueOf(opacity), Map.of());
			return this;
		}

		/**
		 * Sets the padding.
		 * @param padding space inside the edge
		 * @return this builder
		 */
		public Builder padding(Box padding) {
			this.padding = padding;
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
		 * Shows it, but lets nobody tick it.
		 * @return this builder
		 */
		public Builder disabled() {
			this.disabled = true;
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

		@Override
		public Checker build() {
			return new Checker(this.name, this.text, this.checked, this.overallCheckable, this.buttonArea,
					this.checkedStyle, this.padding, this.hoverTips, this.disabled, this.disabledTips, this.confirm,
					this.behaviors, this.elementId, this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * Buttons at the end of a {@link Checker}.
	 *
	 * @param pcDisplayRule when they are shown on a computer; always when absent
	 * @param buttons at most 3
	 * @param unknown properties as they came that are not modelled, or whose value is not
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
	 * How a {@link Checker} looks once it is checked.
	 *
	 * @param showStrikethrough whether its text is struck out; not when absent
	 * @param opacity from 0 to 1; 1 when absent
	 * @param unknown properties as they came that are not modelled, or whose value is not
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
	 * When the buttons of a {@link Checker} are shown on a computer.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum PcDisplayRule {

		ALWAYS, ON_HOVER

	}

}
