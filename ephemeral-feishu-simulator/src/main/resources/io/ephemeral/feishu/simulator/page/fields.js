// Fields for text, days, times and images, and checkers.

import {changed, framed} from '/field.js';
import {drawGlyph} from '/icons.js';
import {picture, previewable} from '/images.js';
import {tellWhyDisabled, use} from '/interactions.js';
import {moveByKeyboard} from '/keys.js';
import {create} from '/nodes.js';
import {box, isObject, numberOf, objects, oneOf, textOf} from '/values.js';

export const FIELDS = {
	input: drawInput,
	date_picker: (element, card) => drawPicker(element, card,
		{type: 'date', initial: element.initial_date, glyph: 'calendar'}),
	picker_time: (element, card) => drawPicker(element, card,
		{type: 'time', initial: element.initial_time, glyph: 'clock'}),
	picker_datetime: (element, card) => drawPicker(element, card,
		{type: 'datetime-local', initial: textOf(element.initial_datetime).replace(' ', 'T'), glyph: 'calendar'}),
	checker: drawChecker,
	select_img: drawImagePicker,
};

// ----------------------------------------------------------------------------------------------------------------- text

function drawInput(element, card) {
	const control = inputFor(element);
	const initial = textOf(element.default_value);
	const label = textOf(element.label);
	const name = label || control.placeholder || textOf(element.name) || 'Text';
	if (!label) {
		control.setAttribute('aria-label', name);
	}
	const content = create(element.label_position === 'left' ? 'label.input.left' : 'label.input', {},
		label ? create(element.required === true ? 'span.label.required' : 'span.label', {}, label) : null,
		create('span.input-box', {}, control, ...buttonsFor(control, element, card)));
	const counter = element.max_length === undefined ? null : create('span.counter', {ariaHidden: 'true'});
	if (counter) {
		content.querySelector('.input-box').append(counter);
	}
	const count = () => counter?.replaceChildren(`${control.value.length}/${control.maxLength}`);
	control.addEventListener('input', () => {
		count();
		if (card.form) {
			changed(control, element, card);
		}
	});
	count();
	return framed(element, card, content, {
		label: name,
		value: () => control.value,
		isEmpty: () => control.value.trim() === '',
		reset() {
			control.value = initial;
			count();
		},
		focus: () => control.focus(),
	});
}

function inputFor(element) {
	const multiline = element.input_type === 'multiline_text';
	const control = create(multiline ? 'textarea' : 'input', {
		placeholder: textOf(element.placeholder),
		required: element.required === true,
		disabled: element.disabled === true,
		autocomplete: 'off',
		name: textOf(element.name),
		maxLength: numberOf(element.max_length, 1, 1000, 1000),
	});
	if (multiline) {
		const rows = numberOf(element.rows, 1, 50, 5);
		control.rows = rows;
		if (element.auto_resize === true) {
			control.classList.add('grows');
			control.style.minHeight = `calc(${rows} * 1lh + 12px)`;
			control.style.maxHeight = `calc(${numberOf(element.max_rows, rows, 100, 100)} * 1lh + 12px)`;
		}
	}
	else {
		control.type = element.input_type === 'password' ? 'password' : 'text';
	}
	control.value = textOf(element.default_value);
	return control;
}

/** An eye to look at a password, and outside of a form a button to send the text. */
function buttonsFor(control, element, card) {
	const buttons = [];
	if (element.input_type === 'password' && element.show_icon !== false) {
		const eye = create('button.input-button', {type: 'button', ariaLabel: 'Show the password', ariaPressed: 'false'},
			drawGlyph('eye'));
		eye.addEventListener('click', () => {
			control.type = control.type === 'password' ? 'text' : 'password';
			eye.ariaPressed = String(control.type === 'text');
		});
		buttons.push(eye);
	}
	if (!card.form && element.disabled !== true) {
		const send = create('button.input-button.input-send', {type: 'button', ariaLabel: 'Send'}, drawGlyph('check'));
		const submit = () => use(control, element, card, {input_value: control.value});
		send.addEventListener('click', submit);
		control.addEventListener('keydown', (event) => {
			if (event.key === 'Enter' && control.localName === 'input' && !event.isComposing) {
				submit();
			}
		});
		buttons.push(send);
	}
	return buttons;
}

// ------------------------------------------------------------------------------------------------------- day and time

function drawPicker(element, card, {type, initial, glyph}) {
	const placeholder = textOf(element.placeholder) || {date: 'Pick a date', time: 'Pick a time'}[type]
		|| 'Pick a date and time';
	const control = create('input', {
		type, disabled: element.disabled === true, name: textOf(element.name), ariaLabel: placeholder,
	});
	control.value = textOf(initial);
	let before = control.value;
	const content = create('div.picker', {}, control, create('span.picker-shown', {ariaHidden: 'true'}),
		drawGlyph(glyph));
	const shown = content.querySelector('.picker-shown');
	const refresh = () => {
		content.classList.toggle('empty', control.value === '');
		shown.textContent = control.value.replace('T', ' ') || placeholder;
	};
	content.addEventListener('click', () => {
		if (element.disabled === true) {
			tellWhyDisabled(content, element);
		}
		else if (control.showPicker && navigator.userActivation?.isActive) {
			control.showPicker();
		}
	});
	control.addEventListener('change', () => {
		refresh();
		const value = control.value.replace('T', ' ');
		changed(control, element, card, {option: value, timezone: card.viewer.zone}, () => {
			control.value = before;
			refresh();
		}).then(() => {
			before = control.value;
		});
	});
	refresh();
	return framed(element, card, content, {
		value: () => control.value.replace('T', ' '),
		isEmpty: () => control.value === '',
		reset() {
			control.value = textOf(initial);
			refresh();
		},
		focus: () => control.focus(),
	});
}

// -------------------------------------------------------------------------------------------------------------- checker

function drawChecker(element, card) {
	const control = create('input', {
		type: 'checkbox',
		checked: element.checked === true,
		disabled: element.disabled === true,
		name: textOf(element.name),
		ariaLabel: textOf(element.text) || 'Done',
	});
	const text = create('div.checker-text', {}, isObject(element.text) ? card.draw(element.text) : null);
	const area = isObject(element.button_area) ? element.button_area : {};
	const buttons = card.drawAll(objects(area.buttons).slice(0, 3));
	const checker = create('div.checker', {}, control, text,
		buttons.length > 0 ? create('div.checker-buttons', {}, ...buttons) : null);
	checker.classList.toggle('on-hover', area.pc_display_rule === 'on_hover');
	checker.classList.toggle('strikes', element.checked_style?.show_strikethrough === true);
	checker.style.padding = box(element.padding, 0, '');
	const refresh = () => {
		checker.classList.toggle('checked', control.checked);
		text.style.opacity = control.checked ? String(numberOf(element.checked_style?.opacity, 0, 1, 1)) : '';
	};
	const toggled = () => {
		refresh();
		changed(control, element, card, {checked: control.checked}, () => {
			control.checked = !control.checked;
			refresh();
		});
	};
	control.addEventListener('change', toggled);
	text.addEventListener('click', (event) => {
		if (element.overall_checkable !== false && !event.target.closest('a, button')) {
			if (element.disabled === true) {
				tellWhyDisabled(checker, element);
				return;
			}
			control.checked = !control.checked;
			toggled();
		}
	});
	text.classList.toggle('checkable', element.overall_checkable !== false);
	refresh();
	return framed({...element, width: 'fill'}, card, checker, {
		label: textOf(element.text),
		value: () => control.checked,
		isEmpty: () => !control.checked,
		reset() {
			control.checked = element.checked === true;
			refresh();
		},
		focus: () => control.focus(),
	});
}

// --------------------------------------------------------------------------------------------------------- image picker

const RATIOS = {'16:9': '16 / 9', '4:3': '4 / 3', '1:1': '1'};

function drawImagePicker(element, card) {
	const several = element.multi_select === true && card.form !== null;
	const options = objects(element.options);
	const chosen = new Set();
	const nodes = options.map((option, index) => drawImageOption(option, element, several, card, () => {
		const wasChosen = chosen.has(index);
		if (!several) {
			chosen.clear();
		}
		if (wasChosen && card.form) {
			chosen.delete(index);
		}
		else {
			chosen.add(index);
		}
		refresh();
		changed(nodes[index], element, card, {options: valueAt(index)}, () => {
			chosen.clear();
			refresh();
		});
	}));
	const valueAt = (index) => textOf(options[index].value) || textOf(options[index].img_key);
	const refresh = () => nodes.forEach((node, index) => {
		node.querySelector('[role]').ariaChecked = String(chosen.has(index));
	});
	const layout = oneOf(element.layout, ['stretch', 'trisect'], 'bisect');
	const content = create(`div.image-options.layout-${layout}`, {}, ...nodes);
	content.setAttribute('role', several ? 'group' : 'radiogroup');
	content.setAttribute('aria-label', textOf(element.name) || 'Images');
	content.style.setProperty('--ratio', RATIOS[element.aspect_ratio] ?? RATIOS['16:9']);
	moveByKeyboard(content, () => nodes.map((node) => node.querySelector('[role]')), (node) => node.ariaLabel);
	refresh();
	return framed({...element, width: 'fill'}, card, content, {
		label: 'an image',
		value: () => several ? [...chosen].sort().map(valueAt) : chosen.size > 0 ? valueAt([...chosen][0]) : '',
		isEmpty: () => chosen.size === 0,
		reset() {
			chosen.clear();
			refresh();
		},
		focus: () => nodes[0]?.querySelector('[role]').focus(),
	});
}

function drawImageOption(option, element, several, card, choose) {
	const isDisabled = element.disabled === true || option.disabled === true;
	const image = picture(textOf(option.img_key));
	const button = create('button.image-option-button', {type: 'button'}, image,
		create('span.image-check', {}, drawGlyph('check')));
	button.setAttribute('role', several ? 'checkbox' : 'radio');
	button.setAttribute('aria-label', image.alt);
	button.title = textOf(isDisabled ? option.disabled_tips ?? element.disabled_tips : option.hover_tips) || image.title;
	button.ariaDisabled = String(isDisabled);
	button.addEventListener('click', () => isDisabled
		? tellWhyDisabled(button, textOf(option.disabled_tips) ? option : element) : choose());
	const magnifier = card.form && element.can_preview !== false ? previewable(picture(textOf(option.img_key))) : null;
	magnifier?.classList.add('magnifier');
	magnifier?.append(drawGlyph('search'));
	return create('div.image-option', {}, button, magnifier);
}
