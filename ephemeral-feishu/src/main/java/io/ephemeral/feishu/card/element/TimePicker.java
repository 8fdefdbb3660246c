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
 * Picker for a time. It needs a placeholder if it has no initial value.
 *
 * @param name key of the value in {@code form_value}, unique in the card; required in a
 * form
 * @param initialTime initial hour and minute; none when absent
 * @param placeholder text shown in the empty field; none when absent
 * @param required whether the client requires a value before it submits the form; false
 * when absent
 * @param disabled whether the field is disabled; false when absent
 * @param width width: {@link Length#DEFAULT}, {@link Length#FILL}, or at least 100 pixels
 * @param confirm confirmation dialog shown first; none when absent
 * @param behaviors reactions to the use of the component
 * @param value older form of {@link Behavior.Callback}
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
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
	 * Creates a builder for a time picker.
	 * @param name key of the value in {@code form_value}, unique in the card
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
	 * Builder for a {@link TimePicker}.
	 */
	public static final class Builder extends FieldBuilder<Builder> implements ElementBuilder<TimePicker> {

		private @Nullable LocalTime initialTime;

		private Builder(String name) {
			name(name);
		}

		/**
		 * Sets the initial time. By default, there is none.
		 * @param initialTime initial hour and minute
		 * @return this builder
		 */
		public Builder initialTime(LocalTime initialTime) {
			this.initialTime = initialTime;
			return this;
		}

		@Override
		public TimePicker build() {
			return new TimePicker(this.name, this.initialTime, this.placeholder, this.required, this.disabled,
					this.width, this.confirm, this.behaviors, null, this.elementId, this.margin, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

}
