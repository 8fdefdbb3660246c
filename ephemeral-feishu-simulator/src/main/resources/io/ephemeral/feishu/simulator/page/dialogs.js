// Dialogs above the page: a confirmation, and an enlarged picture.

import {create} from '/nodes.js';
import {isObject, textOf} from '/values.js';

/** Asks for confirmation if the card requires it. Returns whether to continue. */
export function confirmed(confirm) {
	if (!isObject(confirm) || !(textOf(confirm.title) || textOf(confirm.text))) {
		return Promise.resolve(true);
	}
	const title = create('h4', {id: 'confirm-title'}, textOf(confirm.title));
	const cancel = create('button.button.button-default.size-medium', {type: 'button'}, 'Cancel');
	const confirmButton = create('button.button.button-primary_filled.size-medium', {type: 'button'}, 'OK');
	const dialog = create('dialog.confirm', {}, title, create('p', {}, textOf(confirm.text)),
		create('div.dialog-buttons', {}, cancel, confirmButton));
	dialog.setAttribute('aria-labelledby', title.id);
	return new Promise((answer) => {
		cancel.addEventListener('click', () => dialog.close());
		confirmButton.addEventListener('click', () => dialog.close('ok'));
		show(dialog, () => answer(dialog.returnValue === 'ok'));
	});
}

/** Shows something large until the next click. */
export function preview(node, label) {
	const dialog = create('dialog.preview', {}, node);
	dialog.setAttribute('aria-label', label);
	dialog.addEventListener('click', () => dialog.close());
	show(dialog, () => {});
	return dialog;
}

function show(dialog, closed) {
	document.body.append(dialog);
	dialog.addEventListener('close', () => {
		dialog.remove();
		closed();
	});
	dialog.showModal();
}
