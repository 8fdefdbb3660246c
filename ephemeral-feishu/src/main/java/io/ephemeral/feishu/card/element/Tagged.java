package io.ephemeral.feishu.card.element;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;

/**
 * An object that says by {@code tag} what it is.
 */
@JsonPropertyOrder("tag")
public interface Tagged extends CardPart {

	/**
	 * The platform's name of this kind of object.
	 * @return such as {@code column_set}
	 */
	@JsonProperty
	default String tag() {
		return Tags.of(getClass());
	}

}
