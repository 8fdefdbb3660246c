// The text of the card, with the numbers of its lines and marks on those that break a rule.

import {create} from '/nodes.js';

const area = document.getElementById('text');

const gutter = document.getElementById('gutter');

const NAMES = {error: 'error', warning: 'warning'};

export function startEditor(changed) {
	area.addEventListener('input', changed);
	area.addEventListener('scroll', () => gutter.scrollTop = area.scrollTop);
	document.getElementById('make-placeholder').addEventListener('click', () => makePlaceholder(changed));
}

export function cardText() {
	return area.value;
}

export function setCardText(text) {
	area.value = text;
	area.scrollTop = 0;
}

/** Marks lines by the worst severity of what stands on them. */
export function markLines(severities) {
	gutter.replaceChildren(...area.value.split('\n').map((line, index) => {
		const severity = NAMES[severities.get(index + 1)];
		return create(severity ? `li.${severity}` : 'li', {}, String(index + 1));
	}));
	gutter.scrollTop = area.scrollTop;
}

/** Selects a line and puts the focus on it. */
export function goToLine(number) {
	const before = area.value.split('\n').slice(0, number - 1);
	const start = before.reduce((sum, line) => sum + line.length + 1, 0);
	const end = area.value.indexOf('\n', start);
	area.focus();
	area.setSelectionRange(start, end < 0 ? area.value.length : end);
	area.scrollTop = Math.max(0, (number - 4) * parseFloat(getComputedStyle(area).lineHeight));
}

/** The selected text becomes a placeholder; its name is selected, so that it can be changed at once. */
function makePlaceholder(changed) {
	const start = area.selectionStart;
	area.setRangeText('${name}', start, area.selectionEnd, 'select');
	area.focus();
	area.setSelectionRange(start + 2, start + 6);
	changed();
}
