// Common parts of all fields.

import {use} from '/interactions.js';
import {widen} from '/layout.js';
import {create} from '/nodes.js';
import {textOf} from '/values.js';

/**
 * Puts an input into its frame, and into the form around it. The input has value(), isEmpty(), reset() and focus(),
 * and a label for the message about a missing value.
 */
export function framed(element, card, content, input) {
	const problem = create('p.problem', {hidden: true}, 'Required');
	problem.setAttribute('role', 'alert');
	const field = create('div.field', {}, content, problem);
	field.dataset.name = textOf(element.name);
	field.title = textOf(element.disabled === true ? element.disabled_tips : element.hover_tips);
	field.classList.toggle('disabled', element.disabled === true);
	const required = input.required ?? element.required === true;
	card.form?.add({
		...input,
		name: textOf(element.name),
		label: input.label || textOf(element.placeholder) || textOf(element.name),
		always: ['input', 'checker'].includes(element.tag),
		required: required && element.disabled !== true,
		complain(isMissing) {
			field.classList.toggle('missing', isMissing);
			problem.hidden = !isMissing;
		},
	});
	return widen(field, element.width);
}

/** Outside of a form a change is reported at once. If the user cancels it, the field shows its previous value. */
export async function changed(node, element, card, entered, restore = () => {}) {
	if (card.form) {
		const field = node.closest('.field');
		field?.classList.remove('missing');
		field?.querySelector('.problem')?.setAttribute('hidden', '');
		return;
	}
	if (!await use(node, element, card, entered)) {
		restore();
	}
}
