package io.ephemeral.feishu.card.element;

/**
 * A component of a card. Where it may stand is told by the interfaces below this one, so
 * that a wrong nesting does not compile.
 */
public sealed interface Element extends Tagged permits BodyElement, FormElement {

}
