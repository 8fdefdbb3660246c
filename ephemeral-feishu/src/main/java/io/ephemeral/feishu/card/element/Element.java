package io.ephemeral.feishu.card.element;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * A component of a card. The interfaces below this one say where it may stand, so that a
 * wrong nesting does not compile.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "tag", defaultImpl = RawElement.class)
public sealed interface Element extends Tagged permits BodyElement, FormElement {

}
