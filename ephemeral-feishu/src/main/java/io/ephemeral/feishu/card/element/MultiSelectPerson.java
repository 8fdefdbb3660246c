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
 * Selection of several people. The documents disagree about its use outside a form.
 *
 * @param name key of the value in {@code form_value}, unique in the card; required in a
 * form
 * @param options people to choose from; all members of the chat when empty
 * @param type style of the selection; {@link SelectType#DEFAULT} when absent
 * @param placeholder text shown in the empty field; none when absent
 * @param selectedValues open ids of the people who are selected initially; may be empty
 * @param required whether the client requires a value before it submits the form; the
 * documents disagree about the default
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
@JsonTypeName("multi_select_person")
public record MultiSelectPerson(@Nullable String name,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<PersonOption> options, @Nullable SelectType type,
		@Nullable PlainText placeholder, @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> selectedValues,
		@Nullable Boolean required, @Nullable Boolean disabled, @Nullable Length width, @Nullable Confirm confirm,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Behavior> behaviors, @Nullable JsonNode value,
		@Nullable String elementId, @Nullable Box margin, Map<String, JsonNode> unknown) implements NestedElement {

	public MultiSelectPerson {
		options = List.copyOf(options);
		selectedValues = List.copyOf(selectedValues);
		Check.length("width", width, 100, Integer.MAX_VALUE, Length.DEFAULT, Length.FILL);
		behaviors = List.copyOf(behaviors);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a selection of several people in a form.
	 * @param name key of the value in {@code form_value}, unique in the card
	 * @return a builder
	 */
	public static Builder<FormElement> builder(String name) {
		return new Builder<>(name);
	}

	/**
	 * Creates a builder for a selection of several people outside a form. An official
	 * tool permits this with a callback, but the page of the component does not.
	 * Therefore {@code CardValidator} reports a warning.
	 * @param name name of the component in callbacks
	 * @param callback callback for a change of the selection
	 * @return a builder
	 */
	public static Builder<NestedElement> outsideForm(String name, Behavior.Callback callback) {
		return new Builder<NestedElement>(name).behavior(callback);
	}

	@Override
	public String toString() {
		return "MultiSelectPerson";
	}

	/**
	 * Builder for a {@link MultiSelectPerson}. A value is not required by default.
	 *
	 * @param <E> type of the elements that the place accepts
	 */
	public static final class Builder<E extends FormElement> extends FieldBuilder<Builder<E>>
			implements ElementBuilder<E> {

		private final List<PersonOption> options = new ArrayList<>();

		private @Nullable SelectType type;

		private List<String> selectedValues = List.of();

		private Builder(String name) {
			name(name);
			required(false);
		}

		/**
		 * Sets the style. The default is {@link SelectType#DEFAULT}.
		 * @param type style of the selection
		 * @return this builder
		 */
		public Builder<E> type(SelectType type) {
			this.type = type;
			return this;
		}

		/**
		 * Sets the people who are selected initially. By default, there are none.
		 * @param selectedValues open ids of the people
		 * @return this builder
		 */
		public Builder<E> selectedValues(List<String> selectedValues) {
			this.selectedValues = List.copyOf(selectedValues);
			return this;
		}

		/**
		 * Adds people to choose from. By default, users choose from all members of the
		 * chat.
		 * @param openIds open ids of the people
		 * @return this builder
		 */
		public Builder<E> persons(String... openIds) {
			for (String openId : openIds) {
				this.options.add(new PersonOption(openId, Map.of()));
			}
			return this;
		}

		/** The cast is safe because a nested element may be in every place. */
		@Override
		@SuppressWarnings("unchecked")
		public E build() {
			return (E) new MultiSelectPerson(this.name, this.options, this.type, this.placeholder, this.selectedValues,
					this.required, this.disabled, this.width, this.confirm, this.behaviors, null, this.elementId,
					this.margin, this.unknown);
		}

		@Override
		Builder<E> self() {
			return this;
		}

	}

}
