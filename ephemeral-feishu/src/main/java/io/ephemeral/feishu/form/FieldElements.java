package io.ephemeral.feishu.form;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.ephemeral.feishu.card.element.Checker;
import io.ephemeral.feishu.card.element.DatePicker;
import io.ephemeral.feishu.card.element.DateTimePicker;
import io.ephemeral.feishu.card.element.Div;
import io.ephemeral.feishu.card.element.FormElement;
import io.ephemeral.feishu.card.element.Input;
import io.ephemeral.feishu.card.element.MultiSelectPerson;
import io.ephemeral.feishu.card.element.MultiSelectStatic;
import io.ephemeral.feishu.card.element.SelectOption;
import io.ephemeral.feishu.card.element.SelectPerson;
import io.ephemeral.feishu.card.element.SelectStatic;
import io.ephemeral.feishu.card.element.TimePicker;

/**
 * Elements of a card for one field of a form.
 *
 * @param field the field
 * @param values initial values in the format of a submitted form; may be empty
 */
record FieldElements(RecordField field, List<String> values) {

	/** Largest maximum that the platform accepts. */
	private static final int LONGEST_INPUT = 1000;

	/** Returns the label, if it is apart, and the component. */
	Stream<FormElement> elements() {
		FormElement component = component();
		return this.field.type().hasLabel() ? Stream.of(component) : Stream.of(Div.of(this.field.label()), component);
	}

	private FormElement component() {
		return switch (this.field.type()) {
			case TEXT, NUMBER -> input();
			case FLAG -> checker();
			case DATE -> date();
			case TIME -> time();
			case DATE_TIME -> dateTime();
			case CHOICE -> choice();
			case CHOICES -> choices();
			case PERSON -> person();
			case PEOPLE -> people();
		};
	}

	private Input input() {
		Input.Builder input = Input.builder(this.field.name())
			.label(this.field.label())
			.placeholder(this.field.placeholder())
			.required(this.field.isRequired());
		Integer maxLength = this.field.constraints().maxLength();
		if (maxLength != null && maxLength > 0 && maxLength <= LONGEST_INPUT) {
			input.maxLength(maxLength);
		}
		if (this.field.rows() > 1) {
			input.inputType(Input.Type.MULTILINE_TEXT).rows(this.field.rows());
		}
		first().ifPresent(input::defaultValue);
		return input.build();
	}

	private Checker checker() {
		Checker.Builder checker = Checker.builder(this.field.label()).name(this.field.name());
		return (this.values.contains("true") ? checker.checked() : checker).build();
	}

	private DatePicker date() {
		DatePicker.Builder picker = DatePicker.builder(this.field.name())
			.placeholder(this.field.placeholder())
			.required(this.field.isRequired());
		first().flatMap(FieldValues::date).ifPresent(picker::initialDate);
		return picker.build();
	}

	private TimePicker time() {
		TimePicker.Builder picker = TimePicker.builder(this.field.name())
			.placeholder(this.field.placeholder())
			.required(this.field.isRequired());
		first().flatMap(FieldValues::time).ifPresent(picker::initialTime);
		return picker.build();
	}

	private DateTimePicker dateTime() {
		DateTimePicker.Builder picker = DateTimePicker.builder(this.field.name())
			.placeholder(this.field.placeholder())
			.required(this.field.isRequired());
		first().flatMap(FieldValues::dateTime).ifPresent(picker::initialDatetime);
		return picker.build();
	}

	private SelectStatic choice() {
		SelectStatic.Builder select = SelectStatic.builder(this.field.name())
			.placeholder(this.field.placeholder())
			.required(this.field.isRequired());
		options().forEach(select::option);
		known().findFirst().ifPresent(select::initialOption);
		return select.build();
	}

	private FormElement choices() {
		MultiSelectStatic.Builder<FormElement> select = MultiSelectStatic.builder(this.field.name())
			.placeholder(this.field.placeholder())
			.required(this.field.isRequired())
			.selectedValues(known().toList());
		options().forEach(select::option);
		return select.build();
	}

	private SelectPerson person() {
		SelectPerson.Builder select = SelectPerson.builder(this.field.name())
			.placeholder(this.field.placeholder())
			.required(this.field.isRequired());
		first().ifPresent(select::initialOption);
		return select.build();
	}

	private FormElement people() {
		return MultiSelectPerson.builder(this.field.name())
			.placeholder(this.field.placeholder())
			.required(this.field.isRequired())
			.selectedValues(this.values)
			.build();
	}

	private Stream<SelectOption> options() {
		return this.field.constants()
			.stream()
			.map((constant) -> new SelectOption(
					FormText.message(constant.getDeclaringClass().getSimpleName() + "." + constant.name(),
							FormText.readable(constant.name())),
					FieldValues.option(constant), null, Map.of()));
	}

	/** Returns the initial values that are options, because a client can send others. */
	private Stream<String> known() {
		List<String> options = options().map(SelectOption::value).toList();
		return this.values.stream().filter(options::contains);
	}

	private Optional<String> first() {
		return this.values.stream().findFirst();
	}

}
