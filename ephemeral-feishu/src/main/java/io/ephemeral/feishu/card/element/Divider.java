package io.ephemeral.feishu.card.element;

import java.util.Map;

import com.fasterxml.jackson.annotation.JsonTypeName;
import io.ephemeral.feishu.card.json.OrderedCopy;
import io.ephemeral.feishu.card.style.Box;
import io.ephemeral.feishu.card.style.Check;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A line between elements.
 *
 * @param elementId id in the card: letters, digits and underscores, a letter first, at
 * most 20 characters, unique; none when absent
 * @param margin space around it, from -99 to 99 pixels; none when absent
 * @param unknown properties as they came that are not modelled, or whose value is not
 */
@JsonTypeName("hr")
public record Divider(@Nullable String elementId, @Nullable Box margin,
		Map<String, JsonNode> unknown) implements NestedElement {

	public Divider {
		Check.elementId(elementId);
		unknown = OrderedCopy.of(unknown);
	}

	/**
	 * A line.
	 * @return the line
	 */
	public static Divider line() {
		return builder().build();
	}

	/**
	 * Starts a line.
	 * @return a builder
	 */
	public static Builder builder() {
		return new Builder();
	}

	@Override
	public String toString() {
		return "Divider";
	}

	/**
	 * Options of a line.
	 */
	public static final class Builder extends ComponentBuilder<Builder> implements ElementBuilder<Divider> {

		private Builder() {
		}

		@Override
		public Divider build() {
			return new Divider(this.elementId, this.margin, Map.of());
		}

		@Override
		Builder self() {
			return this;
		}

	}

}
