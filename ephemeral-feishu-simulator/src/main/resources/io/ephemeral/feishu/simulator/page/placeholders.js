// Fields for the values of the placeholders.

import {create} from '/nodes.js';

const place = document.getElementById('value-fields');

const typed = new Map();

let names = '';

export function startPlaceholders(changed) {
	place.addEventListener('input', ({target}) => {
		typed.set(target.name, target.value);
		changed();
	});
}

export function placeholderValues() {
	return Object.fromEntries(typed);
}

/** Keeps the fields while their names stay the same, so that typing is not disturbed. */
export function showPlaceholders(placeholders) {
	document.getElementById('values').hidden = placeholders.length === 0;
	const wanted = placeholders.map(({name}) => name).join(' ');
	if (wanted !== names) {
		names = wanted;
		place.replaceChildren(...placeholders.map(field));
	}
}

function field({name, type, value}) {
	return create('label', {}, create('span', {}, type ? `${name} (${type})` : name),
		create('input', {name, value, autocomplete: 'off'}));
}
