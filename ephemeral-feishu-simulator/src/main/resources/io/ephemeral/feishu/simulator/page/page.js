// The page: the stream of events from the simulator, and the bar above the screens.

import {show} from '/screens.js';
import {startView} from '/view.js';

let events;

function connect() {
	events?.close();
	const chat = new URLSearchParams(location.search).get('chat');
	events = new EventSource(`/simulator/events${chat ? `?chat=${encodeURIComponent(chat)}` : ''}`);
	events.onopen = () => showConnection('live', 'Live');
	events.onerror = () => showConnection('lost', 'Not connected, trying again…');
	events.onmessage = (event) => show(JSON.parse(event.data));
}

function showConnection(state, text) {
	const connection = document.getElementById('connection');
	connection.dataset.state = state;
	connection.textContent = text;
}

document.getElementById('chat-picker').addEventListener('change', (event) => {
	const address = new URL(location.href);
	address.searchParams.set('chat', event.target.value);
	history.replaceState(null, '', address);
	connect();
});

document.body.classList.toggle('embedded', new URLSearchParams(location.search).has('embed'));
startView();
connect();

// The browser may keep a page after the user has left it, and with it one of its few connections to a host.
addEventListener('pagehide', () => events.close());
addEventListener('pageshow', (event) => event.persisted && connect());
