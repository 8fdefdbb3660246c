// The texts in which a developer can take the card.

import {create} from '/nodes.js';

const titles = document.getElementById('source-title');

const shown = document.getElementById('source');

const copied = document.getElementById('copied');

let sources = [];

export function startSources() {
	titles.addEventListener('change', show);
	document.getElementById('copy').addEventListener('click', async () => {
		try {
			await navigator.clipboard.writeText(shown.textContent);
			copied.textContent = 'Copied';
		}
		catch {
			getSelection().selectAllChildren(shown);
			copied.textContent = 'Selected; copy it with the keyboard';
		}
	});
}

/** Shows the sources of a card; the chosen one stays. */
export function showSources(texts) {
	const before = titles.value;
	sources = texts;
	titles.replaceChildren(...sources.map(({title}) => create('option', {value: title}, title)));
	titles.value = sources.some(({title}) => title === before) ? before : sources[0]?.title ?? '';
	show();
}

function show() {
	copied.textContent = '';
	shown.textContent = sources.find(({title}) => title === titles.value)?.text ?? '';
}
