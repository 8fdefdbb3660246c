package io.ephemeral.feishu.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.ephemeral.feishu.action.Seal;
import io.ephemeral.feishu.action.TypedAction;
import io.ephemeral.feishu.binding.BoundComponent;
import io.ephemeral.feishu.card.Card;
import io.ephemeral.feishu.card.ComposedCard;
import io.ephemeral.feishu.card.Header;
import io.ephemeral.feishu.card.element.Behavior;
import io.ephemeral.feishu.card.element.Button;
import io.ephemeral.feishu.card.element.Column;
import io.ephemeral.feishu.card.element.ColumnSet;
import io.ephemeral.feishu.card.element.Div;
import io.ephemeral.feishu.card.element.Form;
import io.ephemeral.feishu.card.element.NestedElement;
import io.ephemeral.feishu.card.element.PlainText;
import io.ephemeral.feishu.card.rule.CardTarget;
import io.ephemeral.feishu.card.style.Color;
import io.ephemeral.feishu.card.style.Length;
import io.ephemeral.feishu.card.style.TextSize;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import org.springframework.util.Assert;

/**
 * Card with a form for a record. Each component of the record is a field, and the handler
 * of the submit receives the record: <pre class="code">
 * record Reminder(@NotBlank @Size(max = 200) String text, @NotNull LocalDate date) {
 * }
 *
 * cards.newCard(RecordForm.of(Reminder.class)).chat(chat).viewer(viewer).send();
 *
 * &#64;CardAction
 * CardActionReply remind(Reminder reminder) { … }
 * </pre>
 * <p>
 * A Kotlin data class, or another class with one constructor, can take the place of the
 * record. The type of a component chooses the field, and constraints of Bean Validation
 * become {@code required} and {@code max_length}. Texts are messages of the application
 * with the codes {@code Reminder} for the title, {@code Reminder.text} for a label,
 * {@code Reminder.text.placeholder}, and {@code Repeat.DAILY} for a constant of an enum.
 * Without a message, {@link FormField} or the name sets the text.
 * <p>
 * If a user makes mistakes, the same form is shown again with a text below each wrong
 * field, and with what the user typed. For this, the texts that are set here travel in
 * the value of the submit button. In a public card a mistake is shown as a toast instead,
 * because the other members would see what the user typed. The library cannot know that a
 * card is public if the form is the reply to a click on a public card, or if
 * {@link #card()} is published; do not use these ways with confidential forms.
 *
 * @param <T> type of the record
 */
public final class RecordForm<T> implements ComposedCard {

	private static final String FORM = "record_form";

	/** Name of a submit button whose form is not shown again. */
	private static final String SUBMIT = "record_form_submit";

	/** Member of the value of the submit button. */
	private static final String SETTINGS = "form";

	private final Class<T> type;

	private final List<RecordField> fields;

	private final FormSettings settings;

	private final JsonNode action;

	private final Map<String, List<String>> values;

	private final List<FormMistake> mistakes;

	private RecordForm(Class<T> type, List<RecordField> fields, FormSettings settings, JsonNode action,
			Map<String, List<String>> values, List<FormMistake> mistakes) {
		this.type = type;
		this.fields = fields;
		this.settings = settings;
		this.action = action;
		this.values = values;
		this.mistakes = List.copyOf(mistakes);
	}

	/**
	 * Creates an empty form. Its action is the simple name of the record, so that a
	 * {@code @CardAction} method without a name that receives the record handles it.
	 * @param <T> type of the record
	 * @param type the record
	 * @return the form
	 * @throws InvalidFormRecordException if a component has a type or a name that a field
	 * of a form cannot have
	 * @throws IllegalArgumentException if the type has no components
	 */
	public static <T> RecordForm<T> of(Class<T> type) {
		Assert.isTrue(BoundComponent.areIn(type),
				() -> type.getName() + " must be a record, a data class or another class with one constructor");
		List<RecordField> fields = BoundComponent.of(type).stream().map(RecordField::of).toList();
		for (RecordField field : fields) {
			if (List.of(FORM, SUBMIT, submitName(type)).contains(field.name())) {
				throw new InvalidFormRecordException("The component '" + field.name() + "' of " + type.getName()
						+ " has a name that the form itself needs", "Give it another name");
			}
		}
		return new RecordForm<>(type, fields, FormSettings.none(), Behavior.callback(type.getSimpleName()).value(),
				Map.of(), List.of());
	}

	/**
	 * Creates a submitted form again.
	 * @param <T> type of the record
	 * @param type the record
	 * @param value value of the submit button before it is sealed: an object with its
	 * action
	 * @param submitted values of the form; values that a field cannot have are ignored
	 * @return the form with these values
	 * @throws InvalidFormRecordException if a component has a type or a name that a field
	 * of a form cannot have
	 */
	public static <T> RecordForm<T> again(Class<T> type, JsonNode value, JsonNode submitted) {
		RecordForm<T> form = of(type);
		Map<String, List<String>> values = new LinkedHashMap<>();
		form.fields.forEach((field) -> values.put(field.name(), FieldValues.in(submitted.path(field.name())).toList()));
		ObjectNode action = (ObjectNode) value.deepCopy();
		action.remove(SETTINGS);
		return new RecordForm<>(type, form.fields, FormSettings.of(value.path(SETTINGS)), action, values, List.of());
	}

	/**
	 * Returns whether the submit button of a form for a record has a name.
	 * @param type the record
	 * @param name name of a button; null if it has none
	 * @return whether the form can be shown again after a mistake; false for the form in
	 * a public card
	 */
	public static boolean canShowAgain(Class<?> type, @Nullable String name) {
		return submitName(type).equals(name);
	}

	private static String submitName(Class<?> type) {
		return FORM + "_" + type.getSimpleName();
	}

	/**
	 * Sets the title. By default, it is the message whose code is the simple name of the
	 * record, or else words made from this name.
	 * @param title text, or the code of a message
	 * @return a copy of this form with the title
	 * @throws IllegalArgumentException if the texts of the form have more than 1000
	 * characters together
	 */
	public RecordForm<T> title(String title) {
		Assert.hasText(title, "The title of a form must not be blank");
		return settings(this.settings.withTitle(title));
	}

	/**
	 * Sets a text above the form. By default, there is none.
	 * @param text plain text, or the code of a message
	 * @return a copy of this form with the text
	 * @throws IllegalArgumentException if the texts of the form have more than 1000
	 * characters together
	 */
	public RecordForm<T> text(String text) {
		Assert.hasText(text, "The text of a form must not be blank");
		return settings(this.settings.withText(text));
	}

	/**
	 * Sets the action of the submit button.
	 * @param action name of the action
	 * @param label label of the button: text, or the code of a message
	 * @return a copy of this form with the button
	 * @throws IllegalArgumentException if the texts of the form have more than 1000
	 * characters together
	 */
	public RecordForm<T> submit(String action, String label) {
		return submit(Behavior.callback(action), label);
	}

	/**
	 * Sets the action of the submit button. If a submit arrives without its value, the
	 * state of the action is lost.
	 * @param action action with its state, which has no component {@code form}
	 * @param label label of the button: text, or the code of a message
	 * @return a copy of this form with the button
	 * @throws IllegalArgumentException if the action has a component {@code form}, or the
	 * texts of the form have more than 1000 characters together
	 */
	public RecordForm<T> submit(TypedAction action, String label) {
		return submit(Behavior.callback(action), label);
	}

	/**
	 * Sets the sealed action of the submit button. A form that is shown again after a
	 * mistake keeps the seal: its deadline stays, and {@code once} counts for all
	 * showings together. A submit that arrives without its value is refused.
	 * @param action action with its state, which has no component {@code form}
	 * @param seal condition for the submit
	 * @param label label of the button: text, or the code of a message
	 * @return a copy of this form with the button
	 * @throws IllegalArgumentException if the action has a component {@code form}, or the
	 * texts of the form have more than 1000 characters together
	 */
	public RecordForm<T> submit(TypedAction action, Seal seal, String label) {
		return submit(Behavior.callback(action, seal), label);
	}

	private RecordForm<T> submit(Behavior.Callback callback, String label) {
		Assert.hasText(label, "The label of the submit button must not be blank");
		JsonNode action = callback.value();
		Assert.isTrue(!action.has(SETTINGS), "The action of a form must not have a component '" + SETTINGS + "'");
		return new RecordForm<>(this.type, this.fields, this.settings.withSubmit(label), action, this.values,
				this.mistakes);
	}

	private RecordForm<T> settings(FormSettings settings) {
		return new RecordForm<>(this.type, this.fields, settings, this.action, this.values, this.mistakes);
	}

	/**
	 * Adds the button {@code Cancel} below the form. Its click does not send what was
	 * typed, and does not use a seal that can be used once.
	 * @param action record of the action of the click. It may have components of the
	 * submit button's action, because the click has the state of that action
	 * @return a copy of this form with the button
	 * @throws IllegalArgumentException if the action has no name
	 */
	public RecordForm<T> cancel(Class<? extends TypedAction> action) {
		return settings(this.settings.withButtons(this.settings.back(), TypedAction.namesOf(action).get(0)));
	}

	/**
	 * Makes this form a step of several. Its label, texts and values stay.
	 * @param step value of the submit button, and the buttons below the form
	 * @return a copy of this form with these buttons
	 */
	public RecordForm<T> step(FormStep step) {
		return new RecordForm<>(this.type, this.fields, this.settings.withButtons(step.back(), step.cancel()),
				step.value(), this.values, this.mistakes);
	}

	/**
	 * Returns the value of the submit button in the card of one viewer, before it is
	 * sealed.
	 * @return a copy of the value: an object
	 */
	public JsonNode value() {
		return value(CardTarget.EPHEMERAL).deepCopy();
	}

	/**
	 * Sets the initial values of all fields. Pickers show hours and minutes, without an
	 * offset.
	 * @param values record with the values; an absent value leaves its field empty
	 * @return a copy of this form with the values
	 * @throws IllegalArgumentException if a viewer has no open id
	 */
	public RecordForm<T> values(T values) {
		Map<String, List<String>> texts = new LinkedHashMap<>();
		this.fields.forEach((field) -> texts.put(field.name(), field.read(values)));
		return new RecordForm<>(this.type, this.fields, this.settings, this.action, texts, this.mistakes);
	}

	/**
	 * Adds a mistake that a handler has found.
	 * @param component name of the record component
	 * @param text text below its field: text, or the code of a message
	 * @return a copy of this form with the mistake
	 * @throws IllegalArgumentException if the record has no such component
	 */
	public RecordForm<T> mistake(String component, String text) {
		Assert.isTrue(this.fields.stream().anyMatch((field) -> field.isCalled(component)),
				() -> this.type.getName() + " has no component '" + component + "'");
		return mistakes(List.of(new FormMistake(component, PlainText.message(text))));
	}

	/**
	 * Adds mistakes.
	 * @param mistakes mistakes; those without a field stand above the submit button
	 * @return a copy of this form with the mistakes
	 */
	public RecordForm<T> mistakes(List<FormMistake> mistakes) {
		List<FormMistake> all = new ArrayList<>(this.mistakes);
		all.addAll(mistakes);
		return new RecordForm<>(this.type, this.fields, this.settings, this.action, this.values, all);
	}

	/**
	 * Creates the card. What is added to this card is absent when the form is shown again
	 * after a mistake.
	 */
	@Override
	public Card compose(CardTarget target) {
		Card.Builder card = Card.builder().header(Header.of(title()));
		if (this.settings.text() != null) {
			card.add(Div.of(PlainText.message(this.settings.text())));
		}
		Form.Builder form = Form.builder(FORM);
		for (RecordField field : this.fields) {
			new FieldElements(field, this.values.getOrDefault(field.name(), List.of())).elements().forEach(form::add);
			mistakesIn(field).forEach(form::add);
		}
		generalMistakes().forEach(form::add);
		card.add(form.add(submit(target)));
		buttonsBelow().ifPresent(card::add);
		return card.build();
	}

	/** Returns the buttons that do not submit the form, in one row. */
	private Optional<ColumnSet.Builder<NestedElement>> buttonsBelow() {
		ColumnSet.Builder<NestedElement> row = ColumnSet.builder();
		String back = this.settings.back();
		String cancel = this.settings.cancel();
		if (back != null) {
			row.column(button(back, FormText.of("back", "Back", "上一步")));
		}
		if (cancel != null) {
			row.column(button(cancel, FormText.of("cancel", "Cancel", "取消")));
		}
		return (back != null || cancel != null) ? Optional.of(row) : Optional.empty();
	}

	/**
	 * Creates a button with the state of the submit button. Its click does not use the
	 * seal.
	 */
	private Column.Builder<NestedElement> button(String action, PlainText label) {
		ObjectNode value = ((ObjectNode) this.action.deepCopy()).put("action", action);
		if (value.path(Seal.MEMBER) instanceof ObjectNode conditions) {
			conditions.remove("once");
		}
		return Column.builder()
			.width(Length.AUTO)
			.add(Button.builder(label).behavior(new Behavior.Callback(value, Map.of())));
	}

	private PlainText title() {
		String name = this.type.getSimpleName();
		return (this.settings.title() != null) ? PlainText.message(this.settings.title())
				: FormText.message(name, FormText.readable(name));
	}

	private Stream<Div> mistakesIn(RecordField field) {
		return this.mistakes.stream().filter((mistake) -> field.isCalled(mistake.field())).map(RecordForm::show);
	}

	private Stream<Div> generalMistakes() {
		return this.mistakes.stream()
			.filter((mistake) -> this.fields.stream().noneMatch((field) -> field.isCalled(mistake.field())))
			.map(RecordForm::show);
	}

	private static Div show(FormMistake mistake) {
		return Div.of(mistake.text().color(Color.RED).size(TextSize.NOTATION));
	}

	private Button submit(CardTarget target) {
		PlainText label = (this.settings.submit() != null) ? PlainText.message(this.settings.submit())
				: FormText.of("submit", "Submit", "提交");
		return Button.builder(label)
			.type(Button.Type.PRIMARY)
			.behavior(new Behavior.Callback(value(target), Map.of()))
			.form((target == CardTarget.PUBLIC) ? SUBMIT : submitName(this.type), Button.FormAction.SUBMIT)
			.build();
	}

	private JsonNode value(CardTarget target) {
		JsonNode settings = this.settings.json();
		return (settings.isEmpty() || target == CardTarget.PUBLIC) ? this.action
				: ((ObjectNode) this.action.deepCopy()).set(SETTINGS, settings);
	}

	@Override
	public String toString() {
		return "RecordForm[" + this.type.getSimpleName() + "]";
	}

}
