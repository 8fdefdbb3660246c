package io.ephemeral.feishu.card.element;

import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * A button.
 *
 * @param text label of at most 100 characters
 * @param type looks; {@link ButtonType#DEFAULT} when absent
 * @param name needed inside a form, unique in the card
 * @param formAction what it does to the form around it; nothing when absent
 * @param behaviors what pressing it does
 */
@JsonTypeName("button")
public record Button(PlainText text, @Nullable ButtonType type, @Nullable String name,
		@JsonProperty("form_action_type") @Nullable FormAction formAction,
		@JsonInclude(JsonInclude.Include.NON_EMPTY) List<Behavior> behaviors) implements NestedElement {

	public Button {
		Assert.isTrue(text.content().length() <= 100, "'text' of a button must have at most 100 characters");
		Assert.isTrue(formAction == null || (name != null && !name.isBlank()),
				"A button with 'form_action_type' needs a 'name'");
		behaviors = List.copyOf(behaviors);
	}

	/**
	 * Starts a button.
	 * @param text label of at most 100 characters
	 * @return a builder
	 */
	public static Builder builder(String text) {
		return new Builder(text);
	}

	/**
	 * Starts the button that sends a form.
	 * @param name unique in the card
	 * @param text label of at most 100 characters
	 * @return a builder
	 */
	public static Builder submit(String name, String text) {
		return builder(text).form(name, FormAction.SUBMIT);
	}

	/**
	 * Options of a button.
	 */
	public static final class Builder implements ElementBuilder<Button> {

		private final PlainText text;

		private @Nullable ButtonType type;

		private @Nullable String name;

		private @Nullable FormAction formAction;

		private final List<Behavior> behaviors = new ArrayList<>();

		private Builder(String text) {
			this.text = PlainText.of(text);
		}

		/**
		 * Sets the looks.
		 * @param type one of the platform's
		 * @return this builder
		 */
		public Builder type(ButtonType type) {
			this.type = type;
			return this;
		}

		/**
		 * Makes it act on the form around it.
		 * @param name unique in the card
		 * @param action what it does to the form
		 * @return this builder
		 */
		public Builder form(String name, FormAction action) {
			this.name = name;
			this.formAction = action;
			return this;
		}

		/**
		 * Calls the application back when it is pressed.
		 * @param value comes back as it is, as {@code action.value}
		 * @return this builder
		 */
		public Builder callback(Map<String, ?> value) {
			this.behaviors.add(new Behavior.Callback(new LinkedHashMap<>(value)));
			return this;
		}

		/**
		 * Opens a page when it is pressed.
		 * @param url a link with {@code http} or {@code https}
		 * @return this builder
		 */
		public Builder openUrl(String url) {
			this.behaviors.add(new Behavior.OpenUrl(URI.create(url)));
			return this;
		}

		@Override
		public Button build() {
			return new Button(this.text, this.type, this.name, this.formAction, this.behaviors);
		}

	}

}
