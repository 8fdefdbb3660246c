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
 * A menu behind three dots.
 *
 * @param options from top to bottom
 * @param width {@link Length#DEFAULT}, {@link Length#FILL}, or 100 pixels and more
 * @param confirm question before anything happens; none when absent
 * @param behaviors what happens when it is used
 * @param name needed inside a form, unique in the card; none when absent
 * @param value older form of a callback
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
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
	 * Starts a menu.
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
	 * Options of a menu.
	 */
	public static final class Builder extends InteractiveBuilder<Builder> implements ElementBuilder<Overflow> {

		private final List<Option> options = new ArrayList<>();

		private @Nullable Length width;

		private Builder() {
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
		 * Adds an option below the others.
		 * @param option a label and what it does
		 * @return this builder
		 */
		public Builder option(Option option) {
			this.options.add(option);
			return this;
		}

		/**
		 * Adds an option that calls back below the others.
		 * @param text label of at most 100 characters
		 * @param value what comes back as {@code action.option}
		 * @return this builder
		 */
		public Builder option(String text, String value) {
			return option(Option.of(text, value));
		}

		@Override
		public Overflow build() {
			return new Overflow(this.options, this.width, this.confirm, this.behaviors, this.name, null, this.elementId,
					this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * An option of an {@link Overflow} menu.
	 *
	 * @param text label of at most 100 characters
	 * @param value what comes back; nothing when absent
	 * @param multiUrl page to open; none when absent
	 * @param unknown properties as they came that are not modelled, or whose value is not
	 */
	public record Option(PlainText text, @Nullable String value, @Nullable MultiUrl multiUrl,
			Map<String, JsonNode> unknown) implements CardPart {

		public Option {
			Check.required("text", text);
			PlainText.checkLength("text", text, 100);
			unknown = OrderedCopy.of(unknown);
		}

		/**
		 * An option that calls back.
		 * @param text label of at most 100 characters
		 * @param value what comes back as {@code action.option}
		 * @return the option
		 */
		public static Option of(String text, String value) {
			return new Option(PlainText.of(text), value, null, Map.of());
		}

		/**
		 * An option that opens a page.
		 * @param text label of at most 100 characters
		 * @param url the page
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
