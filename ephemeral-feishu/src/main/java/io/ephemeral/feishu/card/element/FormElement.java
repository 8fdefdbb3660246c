package io.ephemeral.feishu.card.element;

/**
 * Element that may be in a {@link Form}, also inside a container of the form.
 */
public sealed interface FormElement extends Element permits NestedElement {

}
