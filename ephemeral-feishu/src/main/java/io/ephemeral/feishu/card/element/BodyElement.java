package io.ephemeral.feishu.card.element;

/**
 * May stand directly in the body of a card.
 */
public sealed interface BodyElement extends Element permits Form, NestedElement, Table {

}
