// The rules that the card breaks, each with the line on which the property stands.

import {goToLine, markLines} from '/editor.js';
import {lineOf, linesOf} from '/lines.js';
import {create} from '/nodes.js';

const list = document.getElementById('violations');

export function showViolations(violations, text) {
	const lines = linesOf(text);
	const found = violations.map((violation) => ({...violation, line: lineOf(violation.path, lines)}))
		.sort((one, other) => one.line - other.line);
	list.replaceChildren(...found.map(item));
	list.hidden = found.length === 0;
	const severities = new Map();
	found.forEach(({line, severity}) => severities.set(line, severities.get(line) === 'error' ? 'error' : severity));
	markLines(severities);
}

/** Marks the line that the message of a problem names. */
export function showProblem(problem) {
	list.replaceChildren();
	list.hidden = true;
	const line = /\(line (\d+)/.exec(problem)?.[1];
	markLines(new Map(line ? [[Number(line), 'error']] : []));
}

export function summaryOf(violations) {
	const errors = violations.filter(({severity}) => severity === 'error').length;
	const warnings = violations.length - errors;
	return violations.length === 0 ? 'The card breaks no rule.' : [[errors, 'error'], [warnings, 'warning']]
		.filter(([count]) => count > 0)
		.map(([count, name]) => `${count} ${name}${count === 1 ? '' : 's'}`)
		.join(', ');
}

function item({path, severity, problem, remedy, line}) {
	const link = create('button.line-link', {type: 'button'}, `Line ${line}`);
	link.addEventListener('click', () => goToLine(line));
	return create(`li.${severity === 'error' ? 'error' : 'warning'}`, {}, link,
		create('span.severity', {}, severity),
		create('p', {}, create('code', {}, path || 'The card'), ` ${problem}. ${remedy}`));
}
