// The lines of a JSON text on which its properties stand.

/** Returns the line of each path, such as body.elements[2].width. A text that is not JSON has those before the mistake. */
export function linesOf(text) {
	const reader = new Reader(text);
	try {
		reader.value('');
	}
	catch (mistake) {
		if (!(mistake instanceof Mistake)) {
			throw mistake;
		}
	}
	return reader.lines;
}

/** Returns the line of a path, or of the nearest object around it. In a file of the builder the card is under dsl. */
export function lineOf(path, lines) {
	for (let around = lines.has('dsl') ? join('dsl', path) : path; around; around = around.replace(/(^|\.)[^.[]*$|\[\d+\]$/, '')) {
		if (lines.has(around)) {
			return lines.get(around);
		}
	}
	return lines.get('') ?? 1;
}

function join(path, name) {
	return [path, name].filter(Boolean).join('.');
}

class Mistake extends Error {
}

class Reader {

	constructor(text) {
		this.text = text;
		this.at = 0;
		this.line = 1;
		this.lines = new Map();
	}

	value(path) {
		this.skipBlanks();
		if (!this.lines.has(path)) {
			this.lines.set(path, this.line);
		}
		const next = this.text[this.at];
		if (next === '{') {
			this.list('}', () => this.property(path));
		}
		else if (next === '[') {
			let index = 0;
			this.list(']', () => this.value(`${path}[${index++}]`));
		}
		else {
			this.take(/"(?:[^"\\\n]|\\.)*"|[-+.\w]+/y);
		}
	}

	list(end, entry) {
		this.at++;
		this.skipBlanks();
		while (this.text[this.at] !== end) {
			entry();
			this.skipBlanks();
			if (this.text[this.at] === ',') {
				this.at++;
				this.skipBlanks();
			}
			else if (this.text[this.at] !== end) {
				throw new Mistake();
			}
		}
		this.at++;
	}

	property(path) {
		const line = this.line;
		const name = this.take(/"((?:[^"\\\n]|\\.)*)"/y)[1];
		const whole = join(path, /^[\w-]{1,40}$/.test(name) ? name : '?');
		this.lines.set(whole, line);
		this.skipBlanks();
		this.take(/:/y);
		this.value(whole);
	}

	take(pattern) {
		pattern.lastIndex = this.at;
		const match = pattern.exec(this.text);
		if (!match) {
			throw new Mistake();
		}
		this.at += match[0].length;
		return match;
	}

	skipBlanks() {
		while (/\s/.test(this.text[this.at] ?? '')) {
			this.line += this.text[this.at++] === '\n' ? 1 : 0;
		}
	}

}
