package io.ephemeral.feishu.card.element;

/**
 * May stand in a {@link Form}, also in a container there.
 */
public sealed interface FormElement extends Element permits NestedElement {

}
