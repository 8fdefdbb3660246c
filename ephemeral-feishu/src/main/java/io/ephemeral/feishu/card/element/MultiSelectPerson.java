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
 * A choice of several people. The documents disagree whether it may stand outside a form.
 *
 * @param name key of the value in {@code form_value}, unique in the card; needed inside a
 * form
 * @param options whom to offer; all members of the chat when empty
 * @param type {@link SelectType#DEFAULT} when absent
 * @param placeholder text in the empty field; none when absent
 * @param selectedValues open ids of who is chosen at first; empty without
 * @param required whether the client refuses to send the form without it; the documents
 * disagree about what absence does
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
	 * Starts a choice of several people in a form.
	 * @param name key of the value, unique in the card
	 * @return a builder
	 */
	public static Builder<FormElement> builder(String name) {
		return new Builder<>(name);
	}

	/**
	 * Starts a choice of several people outside a form. An official tool permits it with
	 * a callback, the page of the component does not, so {@code CardValidator} warns of
	 * it.
	 * @param name name of the component in callbacks
	 * @param callback what happens when the choice changes
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
	 * Options of a choice of several people. It is not required unless that is set.
	 *
	 * @param <E> the place
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
		 * Sets the looks.
		 * @param type {@link SelectType#DEFAULT}
		 * @return this builder
		 */
		public Builder<E> type(SelectType type) {
			this.type = type;
			return this;
		}

		/**
		 * Sets the selected values.
		 * @param selectedValues open ids of who is chosen at first
		 * @return this builder
		 */
		public Builder<E> selectedValues(List<String> selectedValues) {
			this.selectedValues = List.copyOf(selectedValues);
			return this;
		}

		/**
		 * Offers people instead of all members of the chat.
		 * @param openIds whom to offer
		 * @return this builder
		 */
		public Builder<E> persons(String... openIds) {
			for (String openId : openIds) {
				this.options.add(new PersonOption(openId, Map.of()));
			}
			return this;
		}

		/** A nested element may stand in every place. */
		@Override
		@SuppressWarnings("unchecked")
		public E build() {
			return (E) new MultiSelectPerson(this.name, this.options, this.type, this.placeholder, this.selectedValues,
					this.required, this.disabled, this.width, this.confirm, this.behaviors, null, this.elementId,
					this.margin, Map.of());
		}

		@Override
		Builder<E> self() {
			return this;
		}

	}

}
