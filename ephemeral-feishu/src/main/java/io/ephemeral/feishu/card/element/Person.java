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
 * Avatar or name of a person. The app needs access to the user.
 *
 * @param userId id of the user: open id, union id or user id
 * @param size size of the avatar; {@link Size#MEDIUM} when absent
 * @param showAvatar whether the avatar is shown; true when absent
 * @param showName whether the name is shown; false when absent
 * @param style style of the component; {@link Style#NORMAL} when absent
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
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
	 * Creates a builder for a person.
	 * @param userId id of the user: open id, union id or user id
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
	 * Builder for a {@link Person}.
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
		 * Sets the size of the avatar. The default is {@link Size#MEDIUM}.
		 * @param size size of the avatar
		 * @return this builder
		 */
		public Builder size(Size size) {
			this.size = size;
			return this;
		}

		/**
		 * Sets whether the avatar is shown. The default is {@code true}.
		 * @param showAvatar whether the avatar is shown
		 * @return this builder
		 */
		public Builder showAvatar(boolean showAvatar) {
			this.showAvatar = showAvatar;
			return this;
		}

		/**
		 * Sets whether the name is shown. The default is {@code false}.
		 * @param showName whether the name is shown
		 * @return this builder
		 */
		public Builder showName(boolean showName) {
			this.showName = showName;
			return this;
		}

		/**
		 * Sets the style. The default is {@link Style#NORMAL}.
		 * @param style style of the component
		 * @return this builder
		 */
		public Builder style(Style style) {
			this.style = style;
			return this;
		}

		@Override
		public Person build() {
			return new Person(this.userId, this.size, this.showAvatar, this.showName, this.style, this.elementId,
					this.margin, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * Size of the avatar of a person.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum Size {

		EXTRA_SMALL, SMALL, MEDIUM, LARGE

	}

	/**
	 * Style of a person.
	 */
	@EnumNaming(EnumNamingStrategies.SnakeCaseStrategy.class)
	public enum Style {

		NORMAL, CAPSULE

	}

}
