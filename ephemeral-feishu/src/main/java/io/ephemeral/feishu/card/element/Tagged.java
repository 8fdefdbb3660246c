package io.ephemeral.feishu.card.element;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * An object that says by {@code tag} what it is.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "tag")
public interface Tagged extends CardPart {

	/**
	 * The platform's name of this kind of object.
	 * @return such as {@code column_set}
	 */
	default String tag() {
		return Tags.of(getClass());
	}

}
