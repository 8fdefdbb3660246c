// Clicks on cards. All of them go through report().

import {confirmed} from '/dialogs.js';
import {addressesOf, addressOnDevice, open} from '/links.js';
import {create} from '/nodes.js';
import {click, hasCallbacks} from '/simulator.js';
import {isObject, objects, textOf} from '/values.js';

/** Calls the application, or shows the content of the callback if there is no callback URL. */
export async function report(node, action) {
	node.dispatchEvent(new CustomEvent('callback', {bubbles: true, detail: action}));
	if (!hasCallbacks()) {
		tell(node, 'callback: ', create('code', {}, JSON.stringify(action)), ' (nothing was called)');
		return;
	}
	const card = node.closest('.card');
	card.ariaBusy = 'true';
	const problem = await click(node.closest('.screen').dataset.member, card.dataset.messageId, action);
	card.ariaBusy = 'false';
	if (problem) {
		tell(node, problem);
	}
}

/** Shows a message at the lower edge of the card, until the next message or until the user closes it. */
export function tell(node, ...message) {
	const card = node.closest('.card');
	if (!card) {
		return;
	}
	card.querySelector(':scope > .told')?.remove();
	const close = create('button.told-close', {type: 'button', title: 'Put away', ariaLabel: 'Put away'}, '×');
	const told = create('div.told', {}, create('p', {}, ...message), close);
	told.setAttribute('role', 'status');
	close.addEventListener('click', () => told.remove());
	card.append(told);
}

/**
 * Uses an element: asks for confirmation if required, opens its link, and reports to each of its callbacks. The input
 * of the user is part of the report, such as the chosen option. Returns false if the user cancels.
 */
export async function use(node, element, card, entered = {}) {
	if (element.disabled === true) {
		tellWhyDisabled(node, element);
		return false;
	}
	if (!await confirmed(element.confirm)) {
		return false;
	}
	jump(node, element);
	callbacksOf(element).forEach((value) => report(node, {
		tag: element.tag,
		...(textOf(element.name) ? {name: textOf(element.name)} : {}),
		...(value === undefined ? {} : {value}),
		...entered,
	}));
	return true;
}

export function tellWhyDisabled(node, element) {
	if (textOf(element.disabled_tips)) {
		tell(node, textOf(element.disabled_tips));
	}
}

function jump(node, element) {
	const addresses = addressesOf(element);
	if (!addresses) {
		return;
	}
	const address = addressOnDevice(addresses);
	if (address) {
		open(address);
	}
	else {
		tell(node, 'This leads nowhere on this device');
	}
}

/** The value of each callback. Without behaviors, all elements call back except checkers and links. */
function callbacksOf(element) {
	if (Array.isArray(element.behaviors)) {
		return objects(element.behaviors).filter(({type}) => type === 'callback').map(({value}) => value);
	}
	const hasValue = isObject(element.value) && Object.keys(element.value).length > 0;
	return hasValue || !(addressesOf(element) || element.tag === 'checker') ? [element.value] : [];
}
