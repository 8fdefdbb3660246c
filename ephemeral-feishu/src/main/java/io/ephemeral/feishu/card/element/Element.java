package io.ephemeral.feishu.card.element;

/**
 * A component of a card. The interfaces below this one say where it may stand, so that a
 * wrong nesting does not compile.
 */
public sealed interface Element extends Tagged permits BodyElement, FormElement {

}
