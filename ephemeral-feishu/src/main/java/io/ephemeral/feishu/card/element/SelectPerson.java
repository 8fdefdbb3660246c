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
 * Selection of one person.
 *
 * @param name key of the value in {@code form_value}, unique in the card; required in a
 * form
 * @param options people to choose from; all members of the chat when empty
 * @param type style of the selection; {@link SelectType#DEFAULT} when absent
 * @param placeholder text shown in the empty field; none when absent
 * @param initialOption open id of the person who is selected initially, one of the
 * options; none when absent
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
@JsonTypeName("select_person")
public record SelectPerson(@Nullable String name,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<PersonOption> options, @Nullable SelectType type,
		@Nullable PlainText placeholder, @Nullable String initialOption, @Nullable Boolean required,
		@Nullable Boolean disabled, @Nullable Length width, @Nullable Confirm confirm,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Behavior> behaviors, @Nullable JsonNode value,
		@Nullable String elementId, @Nullable Box margin, Map<String, JsonNode> unknown) implements NestedElement {

	public SelectPerson {
		options = List.copyOf(options);
		Check.length("width", width, 100, Integer.MAX_VALUE, Length.DEFAULT, Length.FILL);
		behaviors = List.copyOf(behaviors);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a selection of one person.
	 * @param name key of the value in {@code form_value}, unique in the card
	 * @return a builder
	 */
	public static Builder builder(String name) {
		return new Builder(name);
	}

	@Override
	public String toString() {
		return "SelectPerson";
	}

	/**
	 * Builder for a {@link SelectPerson}.
	 */
	public static final class Builder extends FieldBuilder<Builder> implements ElementBuilder<SelectPerson> {

		private final List<PersonOption> options = new ArrayList<>();

		private @Nullable SelectType type;

		private @Nullable String initialOption;

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
		 * Sets the person who is selected initially. By default, there is none.
		 * @param initialOption open id of the person, one of the options
		 * @return this builder
		 */
		public Builder initialOption(String initialOption) {
			this.initialOption = initialOption;
			return this;
		}

		/**
		 * Adds people to choose from. By default, users choose from all members of the
		 * chat.
		 * @param openIds open ids of the people
		 * @return this builder
		 */
		public Builder persons(String... openIds) {
			for (String openId : openIds) {
				this.options.add(new PersonOption(openId, Map.of()));
			}
			return this;
		}

		@Override
		public SelectPerson build() {
			return new SelectPerson(this.name, this.options, this.type, this.placeholder, this.initialOption,
					this.required, this.disabled, this.width, this.confirm, this.behaviors, null, this.elementId,
					this.margin, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

}
