// Reading the properties of a card. The result is always valid; wrong values become defaults.

export function isObject(value) {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

export function list(value) {
	return Array.isArray(value) ? value : [];
}

/** The objects among the items of a list. */
export function objects(value) {
	return list(value).filter(isObject);
}

/** The content of a text object, or a plain string; empty for anything else. */
export function textOf(value) {
	const content = isObject(value) ? value.content : value;
	return typeof content === 'string' || typeof content === 'number' ? String(content) : '';
}

export function oneOf(value, allowed, otherwise) {
	return allowed.includes(value) ? value : otherwise;
}

/** A number within its range; strings are read, since cards hold both. */
export function numberOf(value, least, most, otherwise) {
	const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value;
	return Number.isFinite(number) ? Math.min(Math.max(number, least), most) : otherwise;
}

/** A length such as 12px within its range, or null. */
export function pixels(value, least = 0, most = 999) {
	const match = /^(-?\d{1,4}(?:\.\d{1,3})?)(?:px)?$/.exec(String(value).trim());
	return match ? `${Math.min(Math.max(Number(match[1]), least), most)}px` : null;
}

const SPACINGS = {small: '4px', medium: '8px', large: '12px', extra_large: '16px'};

export function spacing(value, otherwise) {
	return Object.hasOwn(SPACINGS, value) ? SPACINGS[value] : pixels(value, 0, 99) ?? otherwise;
}

/** One, two, three or four lengths from the top clockwise, or the default. */
export function box(value, least, otherwise) {
	const lengths = typeof value === 'string' ? value.trim().split(/\s+/).map((part) => SPACINGS[part]
		?? pixels(part, least, 99)) : [];
	return lengths.length >= 1 && lengths.length <= 4 && !lengths.includes(null) ? lengths.join(' ') : otherwise;
}

/** A corner's radius, in pixels or per cent. */
export function radius(value, otherwise) {
	const percent = /^(\d{1,3})%$/.exec(String(value).trim());
	return percent ? `${Math.min(Number(percent[1]), 100)}%` : pixels(value) ?? otherwise;
}

/** A number that is always the same for the same text. */
export function hash(text) {
	const sum = [...String(text)].reduce((before, letter) => Math.imul(before, 31) + letter.codePointAt(0), 7);
	// Similar texts should get numbers that are not similar.
	const mixed = Math.imul(sum ^ sum >>> 15, 0x2c1b3c6d);
	return (mixed ^ mixed >>> 13) >>> 0;
}
