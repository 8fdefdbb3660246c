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
 * Several people. The app needs access to the users.
 *
 * @param persons whom to show
 * @param size size of the avatars; {@link Person.Size#MEDIUM} when absent
 * @param lines most lines, at least 1; all when absent
 * @param showAvatar whether avatars are shown; not when absent
 * @param showName whether names are shown; they are when absent
 * @param dropInvalidUserId whether unknown ids are left out; they fail the card when
 * absent
 * @param icon picture in front; none when absent
 * @param userDefinedIcon older form of {@code icon}
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
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
	 * Starts a list of people.
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
	 * Options of a list of people.
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
		 * Sets the size.
		 * @param size size of the avatars
		 * @return this builder
		 */
		public Builder size(Person.Size size) {
			this.size = size;
			return this;
		}

		/**
		 * Sets the lines.
		 * @param lines most lines, at least 1
		 * @return this builder
		 */
		public Builder lines(int lines) {
			this.lines = lines;
			return this;
		}

		/**
		 * Sets whether avatars are shown.
		 * @param showAvatar whether avatars are shown
		 * @return this builder
		 */
		public Builder showAvatar(boolean showAvatar) {
			this.showAvatar = showAvatar;
			return this;
		}

		/**
		 * Sets whether names are shown.
		 * @param showName whether names are shown
		 * @return this builder
		 */
		public Builder showName(boolean showName) {
			this.showName = showName;
			return this;
		}

		/**
		 * Sets whether unknown ids are left out.
		 * @param dropInvalidUserId whether unknown ids are left out
		 * @return this builder
		 */
		public Builder dropInvalidUserId(boolean dropInvalidUserId) {
			this.dropInvalidUserId = dropInvalidUserId;
			return this;
		}

		/**
		 * Sets the icon.
		 * @param icon picture in front
		 * @return this builder
		 */
		public Builder icon(Icon icon) {
			this.icon = icon;
			return this;
		}

		@Override
		public PersonList build() {
			return new PersonList(this.persons, this.size, this.lines, this.showAvatar, this.showName,
					this.dropInvalidUserId, this.icon, null, this.elementId, this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

	/**
	 * A person of a {@link PersonList}.
	 *
	 * @param id open id, union id or user id
	 * @param unknown properties as they came that are not modelled, or whose value is not
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
