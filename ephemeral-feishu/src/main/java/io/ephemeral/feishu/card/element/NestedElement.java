package io.ephemeral.feishu.card.element;

/**
 * May stand anywhere: in the body and in every container.
 */
public sealed interface NestedElement extends BodyElement, FormElement permits Button, Div, Input, Markdown {

}
