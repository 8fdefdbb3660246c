// Requests to the reader of cards.

let last = 0;

/** Returns all that is known about a card; null if a later request has overtaken this one. */
export async function readCard(text, values) {
	const number = ++last;
	const sheet = await ask(text, values);
	return number === last ? {cards: [], violations: [], placeholders: [], sources: [], ...sheet} : null;
}

async function ask(text, values) {
	try {
		const response = await fetch('/playground/cards', {
			method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify({text, values}),
		});
		return response.ok ? await response.json() : {problem: problemOf(response.status)};
	}
	catch (error) {
		console.warn('Not read', error);
		return {problem: 'The simulator cannot be reached.'};
	}
}

function problemOf(status) {
	return status === 413 ? 'The text is longer than 1 MB; paste a single card.'
		: `The simulator answered with status ${status}; its log may say more.`;
}
