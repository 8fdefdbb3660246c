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
import io.ephemeral.feishu.card.style.SelectType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Selection of one option.
 *
 * @param name key of the value in {@code form_value}, unique in the card; required in a
 * form
 * @param options options from top to bottom
 * @param type style of the selection; {@link SelectType#DEFAULT} when absent
 * @param placeholder text shown in the empty field; none when absent
 * @param initialOption option that is selected initially; takes precedence over
 * {@code initial_index}; none when absent
 * @param initialIndex number of the option that is selected initially, starting with 1; 0
 * for none
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
@JsonTypeName("select_static")
public record SelectStatic(@Nullable String name, List<SelectOption> options, @Nullable SelectType type,
		@Nullable PlainText placeholder, @Nullable String initialOption, @Nullable Integer initialIndex,
		@Nullable Boolean required, @Nullable Boolean disabled, @Nullable Length width, @Nullable Confirm confirm,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Behavior> behaviors, @Nullable JsonNode value,
		@Nullable String elementId, @Nullable Box margin, Map<String, JsonNode> unknown) implements NestedElement {

	public SelectStatic {
		options = List.copyOf(options);
		Check.range("initial_index", initialIndex, 0, Integer.MAX_VALUE);
		Check.length("width", width, 100, Integer.MAX_VALUE, Length.DEFAULT, Length.FILL);
		behaviors = List.copyOf(behaviors);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a selection of one option.
	 * @param name key of the value in {@code form_value}, unique in the card
	 * @return a builder
	 */
	public static Builder builder(String name) {
		return new Builder(name);
	}

	@Override
	public String toString() {
		return "SelectStatic";
	}

	/**
	 * Builder for a {@link SelectStatic}.
	 */
	public static final class Builder extends FieldBuilder<Builder> implements ElementBuilder<SelectStatic> {

		private final List<SelectOption> options = new ArrayList<>();

		private @Nullable SelectType type;

		private @Nullable String initialOption;

		private @Nullable Integer initialIndex;

		private Builder(String name) {
			name(name);
		}

		/**
		 * Sets the style. The default is {@link SelectType#DEFAULT}.
		 * @param type style of the selection
		 * @return this builder
		 */
		public Builder type(SelectType type) {
			this.type = type;
			return this;
		}

		/**
		 * Sets the option that is selected initially. It takes precedence over the
		 * initial index.
		 * @param initialOption option that is selected initially
		 * @return this builder
		 */
		public Builder initialOption(String initialOption) {
			this.initialOption = initialOption;
			return this;
		}

		/**
		 * Sets the number of the option that is selected initially.
		 * @param initialIndex number of the option, starting with 1; 0 for none
		 * @return this builder
		 */
		public Builder initialIndex(int initialIndex) {
			this.initialIndex = initialIndex;
			return this;
		}

		/**
		 * Adds an option after the others.
		 * @param option option to add
		 * @return this builder
		 */
		public Builder option(SelectOption option) {
			this.options.add(option);
			return this;
		}

		/**
		 * Adds an option after the others.
		 * @param text label of the option
		 * @param value value in the callback, unique in the component
		 * @return this builder
		 */
		public Builder option(String text, String value) {
			return option(SelectOption.of(text, value));
		}

		@Override
		public SelectStatic build() {
			return new SelectStatic(this.name, this.options, this.type, this.placeholder, this.initialOption,
					this.initialIndex, this.required, this.disabled, this.width, this.confirm, this.behaviors, null,
					this.elementId, this.margin, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

}
