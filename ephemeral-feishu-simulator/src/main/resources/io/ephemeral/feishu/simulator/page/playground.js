// The playground: a pasted card is read, shown in all its clients, and turned into code.

import {readCard} from '/bench.js';
import {cardText, setCardText, startEditor} from '/editor.js';
import {startExamples} from '/examples.js';
import {placeholderValues, showPlaceholders, startPlaceholders} from '/placeholders.js';
import {showCards, startPreviews} from '/previews.js';
import {showSources, startSources} from '/sources.js';
import {showProblem, showViolations, summaryOf} from '/violations.js';

/** Several keys within this time cause one request. */
const PAUSE = 250;

let waiting;

function readSoon() {
	clearTimeout(waiting);
	waiting = setTimeout(read, PAUSE);
}

async function read() {
	const text = cardText();
	const sheet = await readCard(text, placeholderValues());
	if (sheet) {
		show(sheet, text);
	}
}

/** The last card stays in view while the text is not a card. */
function show(sheet, text) {
	const state = document.getElementById('state');
	state.textContent = sheet.problem || summaryOf(sheet.violations);
	state.dataset.problem = String(Boolean(sheet.problem));
	showPlaceholders(sheet.placeholders);
	if (sheet.problem) {
		showProblem(sheet.problem);
		return;
	}
	showViolations(sheet.violations, text);
	showCards(sheet.cards);
	showSources(sheet.sources);
}

startEditor(readSoon);
startPlaceholders(readSoon);
startPreviews();
startSources();
startExamples((text) => {
	setCardText(text);
	read();
});
