package io.ephemeral.feishu.card.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import io.ephemeral.feishu.card.style.Length;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Menu that opens with a click on three dots.
 *
 * @param options options from top to bottom
 * @param width width: {@link Length#DEFAULT}, {@link Length#FILL}, or at least 100 pixels
 * @param confirm confirmation dialog shown first; none when absent
 * @param behaviors reactions to the use of the component
 * @param name name in callbacks, unique in the card; required in a form; none when absent
 * @param value older form of {@link Behavior.Callback}
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("overflow")
public record Overflow(List<Option> options, @Nullable Length width, @Nullable Confirm confirm,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Behavior> behaviors, @Nullable String name,
		@Nullable JsonNode value, @Nullable String elementId, @Nullable Box margin,
		Map<String, JsonNode> unknown) implements NestedElement {

	public Overflow {
		options = List.copyOf(options);
		Check.length("width", width, 100, Integer.MAX_VALUE, Length.DEFAULT, Length.FILL);
		behaviors = List.copyOf(behaviors);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a menu.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public String toString() {
		return "Overflow";
	}

	/**
	 * Builder for an {@link Overflow} menu.
	 */
	public static final class Builder extends InteractiveBuilder<Builder> implements ElementBuilder<Overflow> {

		private final List<Option> options = new ArrayList<>();

		private @Nullable Length width;

		private Builder() {
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
		 * Adds an option after the others.
		 * @param option option to add
		 * @return this builder
		 */
		public Builder option(Option option) {
			this.options.add(option);
			return this;
		}

		/**
		 * Adds an option that calls the application back.
		 * @param text label of at most 100 characters
		 * @param value value that the application receives as {@code action.option}
		 * @return this builder
		 */
		public Builder option(String text, String value) {
			return option(Option.of(text, value));
		}

		@Override
		public Overflow build() {
			return new Overflow(this.options, this.width, this.confirm, this.behaviors, this.name, null, this.elementId,
					this.margin, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * Option of an {@link Overflow} menu.
	 *
	 * @param text label of at most 100 characters
	 * @param value value in the callback; none when absent
	 * @param multiUrl page that the option opens; none when absent
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
	 */
	public record Option(PlainText text, @Nullable String value, @Nullable MultiUrl multiUrl,
			Map<String, JsonNode> unknown) implements CardPart {

		public Option {
			Check.required("text", text);
			PlainText.checkLength("text", text, 100);
			unknown = OrderedCopy.of(unknown);
		}

		/**
		 * Creates an option that calls the application back.
		 * @param text label of at most 100 characters
		 * @param value value that the application receives as {@code action.option}
		 * @return the option
		 */
		public static Option of(String text, String value) {
			return new Option(PlainText.of(text), value, null, Map.of());
		}

		/**
		 * Creates an option that opens a page.
		 * @param text label of at most 100 characters
		 * @param url link to the page
		 * @return the option
		 */
		public static Option of(String text, MultiUrl url) {
			return new Option(PlainText.of(text), null, url, Map.of());
		}

		@Override
		public String toString() {
			return "Option";
		}

	}

}
