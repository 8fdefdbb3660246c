// Rows page by page, as in tables.

import {drawGlyph} from '/icons.js';
import {create} from '/nodes.js';

/** Shows the first page of the rows; returns the buttons to turn pages, or null if one page is enough. */
export function paged(rows, perPage) {
	const pages = Math.ceil(rows.length / perPage);
	if (pages <= 1) {
		return null;
	}
	const position = create('span', {ariaLive: 'polite'});
	const back = create('button.pager-button', {type: 'button', ariaLabel: 'Previous page'}, drawGlyph('left'));
	const forth = create('button.pager-button', {type: 'button', ariaLabel: 'Next page'}, drawGlyph('right'));
	let page = 0;
	const turn = (step) => {
		page += step;
		rows.forEach((row, index) => {
			row.hidden = Math.floor(index / perPage) !== page;
		});
		position.textContent = `${page + 1} / ${pages}`;
		back.disabled = page === 0;
		forth.disabled = page === pages - 1;
	};
	back.addEventListener('click', () => turn(-1));
	forth.addEventListener('click', () => turn(1));
	turn(0);
	return create('div.pager', {}, back, position, forth);
}
