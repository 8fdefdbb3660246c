package io.ephemeral.feishu.card.element;

/**
 * The title of a {@link CollapsiblePanel}.
 */
public sealed interface PanelTitle extends Tagged permits Markdown, PlainText {

}
