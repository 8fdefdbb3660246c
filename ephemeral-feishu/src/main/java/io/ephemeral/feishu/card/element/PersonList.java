package io.ephemeral.feishu.card.element;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * List of people. The app needs access to the users.
 *
 * @param persons people in the list
 * @param size size of the avatars; {@link Person.Size#MEDIUM} when absent
 * @param lines maximum number of lines, at least 1; all when absent
 * @param showAvatar whether avatars are shown; false when absent
 * @param showName whether names are shown; true when absent
 * @param dropInvalidUserId whether unknown ids are omitted; false when absent, so that an
 * unknown id makes the send fail
 * @param icon icon in front of the list; none when absent
 * @param userDefinedIcon older form of {@code icon}
 * @param elementId unique id in the card: at most 20 letters, digits and underscores,
 * starting with a letter; none when absent
 * @param margin space around the component, from -99 to 99 pixels; none when absent
 * @param unknown unsupported properties and properties with an unsupported value,
 * unchanged
 */
@JsonTypeName("person_list")
public record PersonList(List<Id> persons, Person.@Nullable Size size, @Nullable Integer lines,
		@Nullable Boolean showAvatar, @Nullable Boolean showName, @Nullable Boolean dropInvalidUserId,
		@Nullable Icon icon, @JsonProperty("ud_icon") @Nullable UserDefinedIcon userDefinedIcon,
		@Nullable String elementId, @Nullable Box margin, Map<String, JsonNode> unknown) implements NestedElement {

	public PersonList {
		persons = List.copyOf(persons);
		Check.range("lines", lines, 1, Integer.MAX_VALUE);
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * Creates a builder for a list of people.
	 * @param ids open ids, union ids or user ids
	 * @return a builder
	 */
	public static Builder builder(String... ids) {
		return new Builder(ids);
	}

	@Override
	public String toString() {
		return "PersonList";
	}

	/**
	 * Builder for a {@link PersonList}.
	 */
	public static final class Builder extends ComponentBuilder<Builder> implements ElementBuilder<PersonList> {

		private final List<Id> persons = new ArrayList<>();

		private Person.@Nullable Size size;

		private @Nullable Integer lines;

		private @Nullable Boolean showAvatar;

		private @Nullable Boolean showName;

		private @Nullable Boolean dropInvalidUserId;

		private @Nullable Icon icon;

		private Builder(String... ids) {
			for (String id : ids) {
				this.persons.add(new Id(id, Map.of()));
			}
		}

		/**
		 * Sets the size of the avatars. The default is {@link Person.Size#MEDIUM}.
		 * @param size size of the avatars
		 * @return this builder
		 */
		public Builder size(Person.Size size) {
			this.size = size;
			return this;
		}

		/**
		 * Sets the maximum number of lines. By default, all lines are shown.
		 * @param lines maximum number of lines, at least 1
		 * @return this builder
		 */
		public Builder lines(int lines) {
			this.lines = lines;
			return this;
		}

		/**
		 * Sets whether avatars are shown. The default is {@code false}.
		 * @param showAvatar whether avatars are shown
		 * @return this builder
		 */
		public Builder showAvatar(boolean showAvatar) {
			this.showAvatar = showAvatar;
			return this;
		}

		/**
		 * Sets whether names are shown. The default is {@code true}.
		 * @param showName whether names are shown
		 * @return this builder
		 */
		public Builder showName(boolean showName) {
			this.showName = showName;
			return this;
		}

		/**
		 * Sets whether unknown ids are omitted. The default is {@code false}: an unknown
		 * id makes the send fail.
		 * @param dropInvalidUserId whether unknown ids are omitted
		 * @return this builder
		 */
		public Builder dropInvalidUserId(boolean dropInvalidUserId) {
			this.dropInvalidUserId = dropInvalidUserId;
			return this;
		}

		/**
		 * Sets the icon in front of the list. By default, there is none.
		 * @param icon icon in front of the list
		 * @return this builder
		 */
		public Builder icon(Icon icon) {
			this.icon = icon;
			return this;
		}

		@Override
		public PersonList build() {
			return new PersonList(this.persons, this.size, this.lines, this.showAvatar, this.showName,
					this.dropInvalidUserId, this.icon, null, this.elementId, this.margin, this.unknown);
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * Person of a {@link PersonList}.
	 *
	 * @param id id of the user: open id, union id or user id
	 * @param unknown unsupported properties and properties with an unsupported value,
	 * unchanged
	 */
	public record Id(String id, Map<String, JsonNode> unknown) implements CardPart {

		public Id {
			Check.required("id", id);
			unknown = OrderedCopy.of(unknown);
		}

		@Override
		public String toString() {
			return "Id";
		}

	}

}
