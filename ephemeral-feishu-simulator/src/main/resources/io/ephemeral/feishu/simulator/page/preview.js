// A card as one client draws it. The playground around this frame sends the card, and receives its callbacks.

import {drawCard} from '/card.js';

const root = document.documentElement;

const asked = new URLSearchParams(location.search);

root.dataset.device = asked.get('device') === 'phone' ? 'phone' : 'pc';
root.dataset.theme = asked.get('theme') === 'dark' ? 'dark' : 'light';

const place = document.getElementById('card');

function tellPlayground(message) {
	parent.postMessage(message, location.origin);
}

addEventListener('message', ({origin, source, data}) => {
	if (origin === location.origin && source === parent) {
		root.lang = data.language || 'en';
		place.replaceChildren(drawCard(data.card));
	}
});

document.addEventListener('callback', (event) => tellPlayground({action: event.detail}));

new ResizeObserver(() => tellPlayground({height: document.body.offsetHeight})).observe(place);

tellPlayground({ready: true});
