package io.ephemeral.feishu.card.element;

import java.time.LocalDateTime;
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
 * Picker for a date and time. It needs a placeholder if it has no initial value.
 *
 * @param name key of the value in {@code form_value}, unique in the card; required in a
 * form
 * @param initialDatetime initial date, hour and minute; none when absent
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
@JsonTypeName("picker_datetime")
public record DateTimePicker(@Nullable String name,
		@JsonFormat(pattern = "yyyy-MM-dd HH:mm") @Nullable LocalDateTime initialDatetime,
		@Nullable PlainText placeholder, @Nullable Boolean required, @Nullable Boolean disabled, @Nullable Length width,
		@Nullable Confirm confirm, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Behavior> behaviors,
		@Nullable JsonNode value, @Nullable String elementId, @Nullable Box margin,
		Map<String, JsonNode> unknown) implements NestedElement {

	public DateTimePicker {
		initialDatetime = (initialDatetime != null) ? initialDatetime.truncatedTo(ChronoUnit.MINUTES) : null;
		Check.length("width", width, 100, Integer.MAX_VALUE, Length.DEFAULT, Length.FILL);
		behaviors = List.copyOf(behaviors);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a date and time picker.
	 * @param name key of the value in {@code form_value}, unique in the card
	 * @return a builder
	 */
	public static Builder builder(String name) {
		return new Builder(name);
	}

	@Override
	public String toString() {
		return "DateTimePicker";
	}

	/**
	 * Builder for a {@link DateTimePicker}.
	 */
	public static final class Builder extends FieldBuilder<Builder> implements ElementBuilder<DateTimePicker> {

		private @Nullable LocalDateTime initialDatetime;

		private Builder(String name) {
			name(name);
		}

		/**
		 * Sets the initial date and time. By default, there is none.
		 * @param initialDatetime initial date, hour and minute
		 * @return this builder
		 */
		public Builder initialDatetime(LocalDateTime initialDatetime) {
			this.initialDatetime = initialDatetime;
			return this;
		}

		@Override
		public DateTimePicker build() {
			return new DateTimePicker(this.name, this.initialDatetime, this.placeholder, this.required, this.disabled,
					this.width, this.confirm, this.behaviors, null, this.elementId, this.margin, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

}
