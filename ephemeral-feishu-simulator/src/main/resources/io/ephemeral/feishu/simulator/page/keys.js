// Moving through a list by keyboard, as the pattern for lists has it: arrows, Home, End and letters.

const STEPS = {ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1};

/** How long letters belong to one word. */
const PAUSE = 700;

/** Moves the focus among the items of a list while it is in one of them. An item is found by the start of its text. */
export function moveByKeyboard(list, itemsOf, labelOf) {
	let typed = '';
	let last = 0;
	list.addEventListener('keydown', (event) => {
		const items = itemsOf();
		const at = items.indexOf(document.activeElement);
		if (at < 0 || event.ctrlKey || event.metaKey || event.altKey) {
			return;
		}
		let target = targetOf(event.key, at, items);
		if (!target && isLetter(event.key) && !(event.key === ' ' && typed === '')) {
			const now = Date.now();
			typed = now - last > PAUSE ? event.key : typed + event.key;
			last = now;
			target = beginningWith(typed, at, items.map((item) => [item, labelOf(item)]));
		}
		else {
			typed = '';
		}
		if (target) {
			event.preventDefault();
			target.focus();
		}
	});
}

function targetOf(key, at, items) {
	if (key in STEPS) {
		return items.at((at + STEPS[key]) % items.length);
	}
	return {Home: items[0], End: items.at(-1)}[key];
}

export function isLetter(key) {
	return [...key].length === 1;
}

/** The next item that begins with the letters; the same letter again and again goes from one to the next. */
function beginningWith(typed, at, pairs) {
	const isRepeated = [...typed].every((letter) => letter === typed[0]);
	const start = (isRepeated ? typed[0] : typed).toLowerCase();
	const from = isRepeated ? at + 1 : at;
	const found = [...pairs.slice(from), ...pairs.slice(0, from)]
		.find(([, text]) => text.trim().toLowerCase().startsWith(start));
	return found?.[0];
}
