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
 * A choice of one out of several.
 *
 * @param name key of the value in {@code form_value}, unique in the card; needed inside a
 * form
 * @param options from top to bottom
 * @param type {@link SelectType#DEFAULT} when absent
 * @param placeholder text in the empty field; none when absent
 * @param initialOption option chosen at first; wins over {@code initial_index}; none when
 * absent
 * @param initialIndex number of the option chosen at first, from 1; 0 is none
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
	 * Starts a choice.
	 * @param name key of the value, unique in the card
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
	 * Options of a choice.
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
		 * Sets the looks.
		 * @param type {@link SelectType#DEFAULT}
		 * @return this builder
		 */
		public Builder type(SelectType type) {
			this.type = type;
			return this;
		}

		/**
		 * Sets the initial option.
		 * @param initialOption option chosen at first
		 * @return this builder
		 */
		public Builder initialOption(String initialOption) {
			this.initialOption = initialOption;
			return this;
		}

		/**
		 * Sets the initial index.
		 * @param initialIndex number of the option chosen at first, from 1
		 * @return this builder
		 */
		public Builder initialIndex(int initialIndex) {
			this.initialIndex = initialIndex;
			return this;
		}

		/**
		 * Adds an option below the others.
		 * @param option what can be selected
		 * @return this builder
		 */
		public Builder option(SelectOption option) {
			this.options.add(option);
			return this;
		}

		/**
		 * Adds an option below the others.
		 * @param text what is shown
		 * @param value what comes back, unique in the component
		 * @return this builder
		 */
		public Builder option(String text, String value) {
			return option(SelectOption.of(text, value));
		}

		@Override
		public SelectStatic build() {
			return new SelectStatic(this.name, this.options, this.type, this.placeholder, this.initialOption,
					this.initialIndex, this.required, this.disabled, this.width, this.confirm, this.behaviors, null,
					this.elementId, this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

}
