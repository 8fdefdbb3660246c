package io.ephemeral.feishu.card.element;

import com.fasterxml.jackson.annotation.JsonTypeInfo;

/**
 * Component of a card. Its subinterfaces determine the places in which it may be, so that
 * wrong nesting does not compile.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "tag", defaultImpl = RawElement.class)
public sealed interface Element extends Tagged permits BodyElement, FormElement {

}
