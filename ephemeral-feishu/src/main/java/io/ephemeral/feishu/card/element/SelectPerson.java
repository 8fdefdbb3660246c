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
 * A choice of one person.
 *
 * @param name key of the value in {@code form_value}, unique in the card; needed inside a
 * form
 * @param options whom to offer; all members of the chat when empty
 * @param type {@link SelectType#DEFAULT} when absent
 * @param placeholder text in the empty field; none when absent
 * @param initialOption open id of who is chosen at first, one of the options; nobody when
 * absent
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
	 * Starts a choice of one person.
	 * @param name key of the value, unique in the card
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
	 * Options of a choice of one person.
	 */
	public static final class Builder extends FieldBuilder<Builder> implements ElementBuilder<SelectPerson> {

		private final List<PersonOption> options = new ArrayList<>();

		private @Nullable SelectType type;

		private @Nullable String initialOption;

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
		 * @param initialOption open id of who is chosen at first, one of the options
		 * @return this builder
		 */
		public Builder initialOption(String initialOption) {
			this.initialOption = initialOption;
			return this;
		}

		/**
		 * Offers people instead of all members of the chat.
		 * @param openIds whom to offer
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
					this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

}
