// Functions that the checks of the drawing cases use; card is the element of the card.

/** The innermost element with this text. */
function leaf(text) {
	return [...card.querySelectorAll('*')].find((node) => node.childElementCount === 0 && node.textContent === text);
}

function box(node) {
	return node.getBoundingClientRect();
}

/** Red, green and blue of a CSS color. */
function channels(color) {
	const context = document.createElement('canvas').getContext('2d');
	context.fillStyle = color;
	context.fillRect(0, 0, 1, 1);
	return [...context.getImageData(0, 0, 1, 1).data].slice(0, 3);
}

/** The color behind an element. */
function groundOf(node) {
	const color = getComputedStyle(node).backgroundColor;
	return /^rgba\(.*, 0\)$/.test(color) ? groundOf(node.parentElement) : channels(color);
}

function difference(one, other) {
	return one.reduce((sum, channel, index) => sum + Math.abs(channel - other[index]), 0);
}

function luminance(color) {
	const [red, green, blue] = color.map((channel) => channel / 255)
		.map((channel) => channel <= .03928 ? channel / 12.92 : ((channel + .055) / 1.055) ** 2.4);
	return .2126 * red + .7152 * green + .0722 * blue;
}

/** The contrast of a text, from 1 to 21. */
function contrast(node) {
	const [dark, light] = [channels(getComputedStyle(node).color), groundOf(node)].map(luminance)
		.sort((one, other) => one - other);
	return (light + .05) / (dark + .05);
}

function linesOf(node) {
	const range = document.createRange();
	range.selectNodeContents(node);
	return range.getClientRects().length;
}

function isCut(node) {
	return node.scrollWidth > node.clientWidth + 1;
}

/** Whether elements stand beside each other and are equally wide. */
function isRow(nodes) {
	const boxes = nodes.map(box);
	return boxes.every(({top, width}) => top === boxes[0].top && Math.abs(width - boxes[0].width) < 2);
}

function near(numbers, others, tolerance) {
	return numbers.length === others.length
		&& numbers.every((number, index) => Math.abs(number - others[index]) <= tolerance);
}

function press(key) {
	document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key, bubbles: true}));
}

function focused() {
	return document.activeElement.textContent;
}
