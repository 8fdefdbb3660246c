package io.ephemeral.feishu.card.element;

/**
 * May stand in a {@link Form}.
 */
public sealed interface FormElement extends Element permits NestedElement {

}
