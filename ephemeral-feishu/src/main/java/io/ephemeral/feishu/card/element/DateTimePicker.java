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
 * A choice of a day and time. Without an initial value it needs a placeholder.
 *
 * @param name key of the value in {@code form_value}, unique in the card; needed inside a
 * form
 * @param initialDatetime day, hour and minute chosen at first; none when absent
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
	 * Starts a choice of a day and time.
	 * @param name key of the value, unique in the card
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
	 * Options of a choice of a day and time.
	 */
	public static final class Builder extends FieldBuilder<Builder> implements ElementBuilder<DateTimePicker> {

		private @Nullable LocalDateTime initialDatetime;

		private Builder(String name) {
			name(name);
		}

		/**
		 * Sets the initial datetime.
		 * @param initialDatetime day, hour and minute chosen at first
		 * @return this builder
		 */
		public Builder initialDatetime(LocalDateTime initialDatetime) {
			this.initialDatetime = initialDatetime;
			return this;
		}

		@Override
		public DateTimePicker build() {
			return new DateTimePicker(this.name, this.initialDatetime, this.placeholder, this.required, this.disabled,
					this.width, this.confirm, this.behaviors, null, this.elementId, this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

}
