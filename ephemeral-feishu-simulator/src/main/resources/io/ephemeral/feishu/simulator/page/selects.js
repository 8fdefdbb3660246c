// Fields with a list of choices: options, or members of the chat.

import {changed, framed} from '/field.js';
import {drawGlyph, drawIcon} from '/icons.js';
import {tellWhyDisabled} from '/interactions.js';
import {openMenu, opensByKeyboard} from '/menu.js';
import {create} from '/nodes.js';
import {avatar, memberIds, nameOf} from '/persons.js';
import {list, numberOf, objects, textOf} from '/values.js';

export const SELECTS = {
	select_static: (element, card) => drawSelect(element, card, optionsOf),
	multi_select_static: (element, card) => drawMultiSelect(element, card, optionsOf),
	select_person: (element, card) => drawSelect(element, card, personsOf),
	multi_select_person: (element, card) => drawMultiSelect(element, card, personsOf),
};

function optionsOf(element, card) {
	return objects(element.options).map((option) => ({
		value: textOf(option.value), text: textOf(option.text), picture: drawIcon(option.icon, card),
	}));
}

/** The people of the card, or all members of the chat if the card names nobody. */
function personsOf(element) {
	const named = objects(element.options).map((option) => textOf(option.value)).filter((id) => /^o[un]_/.test(id));
	return (named.length > 0 ? named : memberIds()).map((id) => {
		const name = nameOf(id);
		return {value: id, text: name, title: id, picture: avatar(name, 'extra_small')};
	});
}

function drawSelect(element, card, itemsOf) {
	const initial = initialValue(element, itemsOf(element, card));
	let chosen = initial;
	const {button, refresh} = drawTrigger(element, card, itemsOf, () => chosen === null ? [] : [chosen]);
	button.addEventListener('click', () => openUnlessDisabled(button, element, itemsOf(element, card), {
		chosen: [chosen],
		choose(value) {
			const before = chosen;
			chosen = value;
			refresh();
			changed(button, element, card, {option: value}, () => {
				chosen = before;
				refresh();
			});
		},
	}));
	return framed(element, card, button, {
		value: () => chosen ?? '',
		isEmpty: () => chosen === null,
		reset() {
			chosen = initial;
			refresh();
		},
		focus: () => button.focus(),
	});
}

/** The documents call it the content of the option and show its text; a value is taken too. */
function initialValue(element, items) {
	const named = textOf(element.initial_option);
	const index = numberOf(element.initial_index, 0, items.length, 0);
	const item = (named && items.find(({value, text}) => text === named || value === named)) || items[index - 1];
	return item?.value ?? null;
}

function drawMultiSelect(element, card, itemsOf) {
	const initial = list(element.selected_values).map(textOf).filter(Boolean);
	let chosen = [...initial];
	const {button, refresh} = drawTrigger(element, card, itemsOf, () => chosen);
	button.addEventListener('click', () => openUnlessDisabled(button, element, itemsOf(element, card), {
		chosen,
		several: true,
		choose(value) {
			chosen = chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value];
			refresh();
			changed(button, element, card, {options: chosen});
		},
	}));
	button.classList.add('several');
	return framed(element, card, button, {
		// The documents give true as the default of this one component.
		required: element.required ?? element.tag === 'multi_select_static',
		value: () => chosen,
		isEmpty: () => chosen.length === 0,
		reset() {
			chosen = [...initial];
			refresh();
		},
		focus: () => button.focus(),
	});
}

function openUnlessDisabled(button, element, items, options) {
	if (element.disabled === true) {
		tellWhyDisabled(button, element);
	}
	else {
		openMenu(button, items, options);
	}
}

/** The button that shows the choice and opens the list. */
function drawTrigger(element, card, itemsOf, chosenValues) {
	const shown = create('span.select-shown');
	const button = create('button.select', {type: 'button'}, shown, drawGlyph('down'));
	const placeholder = textOf(element.placeholder) || 'Please select';
	button.ariaHasPopup = 'listbox';
	button.ariaExpanded = 'false';
	button.ariaDisabled = String(element.disabled === true);
	button.classList.toggle('select-text', element.type === 'text');
	opensByKeyboard(button);
	const refresh = () => {
		const values = chosenValues();
		const items = itemsOf(element, card);
		const chosen = values.map((value) => items.find((item) => item.value === value) ?? {value, text: value});
		button.ariaLabel = `${placeholder}: ${chosen.map(({text}) => text).join(', ') || 'nothing chosen'}`;
		button.classList.toggle('empty', chosen.length === 0);
		shown.replaceChildren(...(chosen.length === 0 ? [create('span.select-text-part', {}, placeholder)]
			: chosen.map(({text, picture: image}) => create('span.choice', {}, image ?? null,
				create('span.select-text-part', {}, text)))));
	};
	refresh();
	return {button, refresh};
}
