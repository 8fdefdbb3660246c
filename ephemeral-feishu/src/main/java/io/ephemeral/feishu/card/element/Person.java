package io.ephemeral.feishu.card.element;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.EnumNamingStrategies;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.annotation.EnumNaming;

/**
 * A person. The app needs access to the user.
 *
 * @param userId open id, union id or user id
 * @param size size of the avatar; {@link Size#MEDIUM} when absent
 * @param showAvatar whether the avatar is shown; it is when absent
 * @param showName whether the name is shown; not when absent
 * @param style {@link Style#NORMAL} when absent
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
@JsonTypeName("person")
public record Person(String userId, @Nullable Size size, @Nullable Boolean showAvatar, @Nullable Boolean showName,
		@Nullable Style style, @Nullable String elementId, @Nullable Box margin,
		Map<String, JsonNode> unknown) implements NestedElement {

	public Person {
		Check.required("user_id", userId);
		Check.text("user_id", userId);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Starts a person.
	 * @param userId open id, union id or user id
	 * @return a builder
	 */
	public static Builder builder(String userId) {
		return new Builder(userId);
	}

	@Override
	public String toString() {
		return "Person";
	}

	/**
	 * Options of a person.
	 */
	public static final class Builder extends ComponentBuilder<Builder> implements ElementBuilder<Person> {

		private final String userId;

		private @Nullable Size size;

		private @Nullable Boolean showAvatar;

		private @Nullable Boolean showName;

		private @Nullable Style style;

		private Builder(String userId) {
			this.userId = userId;
		}

		/**
		 * Sets the size.
		 * @param size size of the avatar
		 * @return this builder
		 */
		public Builder size(Size size) {
			this.size = size;
			return this;
		}

		/**
		 * Sets whether the avatar is shown.
		 * @param showAvatar whether the avatar is shown
		 * @return this builder
		 */
		public Builder showAvatar(boolean showAvatar) {
			this.showAvatar = showAvatar;
			return this;
		}

		/**
		 * Sets whether the name is shown.
		 * @param showName whether the name is shown
		 * @return this builder
		 */
		public Builder showName(boolean showName) {
			this.showName = showName;
			return this;
		}

		/**
		 * Sets the style.
		 * @param style {@link Style#NORMAL}
		 * @return this builder
		 */
		public Builder style(Style style) {
			this.style = style;
			return this;
		}

		@Override
		public Person build() {
			return new Person(this.userId, this.size, this.showAvatar, this.showName, this.style, this.elementId,
					this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * The size of a person's avatar.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum Size {

		EXTRA_SMALL, SMALL, MEDIUM, LARGE

	}

	/**
	 * How a person is shown.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum Style {

		NORMAL, CAPSULE

	}

}
