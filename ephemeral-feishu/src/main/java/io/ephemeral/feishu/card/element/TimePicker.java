package io.ephemeral.feishu.card.element;

import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Length;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A choice of a time. Without an initial value it needs a placeholder.
 *
 * @param name key of the value in {@code form_value}, unique in the card; needed inside a
 * form
 * @param initialTime hour and minute chosen at first; none when absent
 * @param placeholder text in the empty field; none when absent
 * @param required whether the client refuses to send the form without it; not required
 * when absent
 * @param disabled whether it takes no input; it does when absent
 * @param width {@link Length#DEFAULT}, {@link Length#FILL}, or 100 pixels and more
 * @param confirm question before anything happens; none when absent
 * @param behaviors what happens when it is used
 * @param value older form of a callback
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
@JsonTypeName("picker_time")
public record TimePicker(@Nullable String name, @JsonFormat(pattern = "HH:mm") @Nullable LocalTime initialTime,
		@Nullable PlainText placeholder, @Nullable Boolean required, @Nullable Boolean disabled, @Nullable Length width,
		@Nullable Confirm confirm, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Behavior> behaviors,
		@Nullable JsonNode value, @Nullable String elementId, @Nullable Box margin,
		Map<String, JsonNode> unknown) implements NestedElement {

	public TimePicker {
		initialTime = (initialTime != null) ? initialTime.truncatedTo(ChronoUnit.MINUTES) : null;
		Check.length("width", width, 100, Integer.MAX_VALUE, Length.DEFAULT, Length.FILL);
		behaviors = List.copyOf(behaviors);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Starts a choice of a time.
	 * @param name key of the value, unique in the card
	 * @return a builder
	 */
	public static Builder builder(String name) {
		return new Builder(name);
	}

	@Override
	public String toString() {
		return "TimePicker";
	}

	/**
	 * Options of a choice of a time.
	 */
	public static final class Builder extends FieldBuilder<Builder> implements ElementBuilder<TimePicker> {

		private @Nullable LocalTime initialTime;

		private Builder(String name) {
			name(name);
		}

		/**
		 * Sets the initial time.
		 * @param initialTime hour and minute chosen at first
		 * @return this builder
		 */
		public Builder initialTime(LocalTime initialTime) {
			this.initialTime = initialTime;
			return this;
		}

		@Override
		public TimePicker build() {
			return new TimePicker(this.name, this.initialTime, this.placeholder, this.required, this.disabled,
					this.width, this.confirm, this.behaviors, null, this.elementId, this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

}
