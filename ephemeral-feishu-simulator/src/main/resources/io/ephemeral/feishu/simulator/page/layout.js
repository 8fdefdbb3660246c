// How a container arranges its elements.

import {box, oneOf, pixels, spacing} from '/values.js';

export const ENDS = {left: 'flex-start', center: 'center', right: 'flex-end', top: 'flex-start', bottom: 'flex-end'};

/** Sets direction, spacing, alignment and padding of a container. */
export function layOut(node, element, {vertical, horizontal, padding = ''}) {
	const along = element.direction === 'horizontal';
	const across = ENDS[oneOf(element.horizontal_align, ['left', 'center', 'right'], 'left')];
	const down = ENDS[oneOf(element.vertical_align, ['top', 'center', 'bottom'], 'top')];
	node.classList.add(along ? 'along' : 'down');
	node.style.rowGap = spacing(element.vertical_spacing, vertical);
	node.style.columnGap = spacing(element.horizontal_spacing, horizontal);
	node.style.justifyContent = along ? across : down;
	node.style.alignItems = along ? down : '';
	node.style.setProperty('--across', across);
	node.style.padding = box(element.padding, 0, padding);
	return node;
}

/** The width of a component: as wide as its content, all there is, or a length. */
export function widen(node, width, least = 100) {
	const length = width === 'fill' || width === 'auto' || width === 'default' ? null : pixels(width, least, 9999);
	node.classList.add(width === 'fill' ? 'fill' : 'own-width');
	if (length) {
		node.style.width = length;
	}
	return node;
}
