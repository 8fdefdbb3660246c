package io.ephemeral.feishu.card.element;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.ephemeral.feishu.card.json.PartSchema;

/**
 * Object with a {@code tag} that names its kind.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "tag")
public interface Tagged extends CardPart {

	/**
	 * Returns the platform's name for this kind of object.
	 * @return the name, such as {@code column_set}
	 */
	default String tag() {
		return Objects.requireNonNull(PartSchema.nameOf(getClass()));
	}

}
