package io.ephemeral.feishu.card.element;

import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.ephemeral.feishu.card.json.PartSchema;

/**
 * Object whose {@code tag} names its kind.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "tag")
public interface Tagged extends CardPart {

	/**
	 * The platform's name of this kind of object.
	 * @return such as {@code column_set}
	 */
	default String tag() {
		return Objects.requireNonNull(PartSchema.nameOf(getClass()));
	}

}
