package io.ephemeral.feishu.card.element;

/**
 * Element that may be in every place: in the body and in every container.
 */
public sealed interface NestedElement extends BodyElement, FormElement
		permits Audio, Button, Chart, Checker, CollapsiblePanel, ColumnSet, DatePicker, DateTimePicker, Div, Divider,
		Image, ImageCombination, Input, InteractiveContainer, Markdown, MultiSelectPerson, MultiSelectStatic, Overflow,
		Person, PersonList, RawElement, SelectImage, SelectPerson, SelectStatic, TimePicker {

}
