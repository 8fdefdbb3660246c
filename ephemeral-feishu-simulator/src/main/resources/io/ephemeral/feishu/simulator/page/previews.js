// The card as a computer and a phone show it, light and dark. Each of them is a frame, so that none affects another.

import {showCallback} from '/callback.js';
import {create} from '/nodes.js';

const CLIENTS = [['pc', 'light'], ['phone', 'light'], ['pc', 'dark'], ['phone', 'dark']];

const LEAST_HEIGHT = 200;

const frames = [];

const languages = document.getElementById('language');

let cards = [];

export function startPreviews() {
	document.getElementById('previews').append(...CLIENTS.map(([device, theme]) => {
		const name = `${device === 'pc' ? 'Computer' : 'Phone'}, ${theme}`;
		const frame = create('iframe', {title: name, src: `/playground/preview?device=${device}&theme=${theme}`});
		frames.push({frame, isReady: false});
		return create(`figure.client.client-${device}`, {}, create('figcaption', {}, name), frame);
	}));
	addEventListener('message', receive);
	languages.addEventListener('change', draw);
}

function receive({origin, source, data}) {
	const client = frames.find(({frame}) => frame.contentWindow === source);
	if (origin !== location.origin || !client) {
		return;
	}
	if (data.ready) {
		client.isReady = true;
		drawIn(client);
	}
	else if (data.height) {
		client.frame.style.height = `${Math.max(data.height + 4, LEAST_HEIGHT)}px`;
	}
	else if (data.action) {
		showCallback(data.action);
	}
}

/** Shows a card in its languages; the chosen language stays if the card has it. */
export function showCards(shown) {
	const before = languages.value;
	cards = shown;
	languages.replaceChildren(...cards.map(({language}) =>
		create('option', {value: language}, language ? nameOf(language) : 'no language')));
	languages.value = cards.some(({language}) => language === before) ? before : '';
	document.getElementById('language-bar').hidden = cards.length < 2;
	draw();
}

function nameOf(language) {
	return new Intl.DisplayNames(['en'], {type: 'language'}).of(language);
}

function draw() {
	frames.filter(({isReady}) => isReady).forEach(drawIn);
}

function drawIn({frame}) {
	const shown = cards.find(({language}) => language === languages.value) ?? cards[0];
	if (shown) {
		frame.contentWindow.postMessage(shown, location.origin);
	}
}
