// Pictures instead of images: a key does not contain the image, so each key gets a picture of its own.

import {create} from '/nodes.js';
import {hash} from '/values.js';
import {preview} from '/dialogs.js';

/** The picture of a key; the same key is always the same picture. */
export function picture(key, {alt = '', title = '', transparent = false} = {}) {
	const image = create('img', {src: source(String(key), transparent), alt: alt || String(key), draggable: false});
	image.title = [title, key].filter(Boolean).join('\n');
	image.dataset.imageKey = key;
	return image;
}

export function previewable(image) {
	const button = create('button.previewable', {type: 'button', title: image.title}, image);
	button.setAttribute('aria-label', `Enlarge ${image.alt}`);
	button.addEventListener('click', () => preview(image.cloneNode(), image.alt));
	return button;
}

function source(key, transparent) {
	const number = hash(key);
	const hue = number % 360;
	const sun = {x: 60 + number % 200, y: 46 + number % 30};
	const far = hill(96 + number % 40, `hsl(${hue} 32% 68%)`);
	const near = hill(130 + (number >> 3) % 44, `hsl(${hue} 34% 56%)`);
	const sky = transparent ? '' : `<path d="M0 0h320v200H0z" fill="hsl(${(hue + 20) % 360} 42% 90%)"/>`;
	const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="320" height="200" viewBox="0 0 320 200">${sky}`
		+ `<circle cx="${sun.x}" cy="${sun.y}" r="20" fill="hsl(${(hue + 40) % 360} 70% 82%)"/>${far}${near}</svg>`;
	return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}

function hill(height, color) {
	return `<path d="M0 ${height + 34}Q80 ${height - 18} 170 ${height + 26}T320 ${height + 4}V200H0Z" fill="${color}"/>`;
}
