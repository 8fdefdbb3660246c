package io.ephemeral.feishu.card.element;

/**
 * Element that may be directly in the body of a card.
 */
public sealed interface BodyElement extends Element permits Form, NestedElement, Table {

}
