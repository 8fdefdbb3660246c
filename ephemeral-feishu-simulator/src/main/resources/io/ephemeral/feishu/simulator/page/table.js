// The table component: typed columns, page by page.

import {drawLarkMd, drawMarkdown, drawTag} from '/markdown.js';
import {partsOf} from '/moments.js';
import {create} from '/nodes.js';
import {paged} from '/pager.js';
import {drawPerson} from '/persons.js';
import {isObject, numberOf, objects, oneOf, pixels, textOf} from '/values.js';

export const TABLE = {table: drawTable};

const MOST_COLUMNS = 50;

const HEIGHTS = {low: '32px', middle: '48px', high: '64px'};

/** One function per data type; each gets the value of a cell, its column and the card. */
const CELLS = {
	text: (value) => create('span.plain-text', {}, textOf(value)),
	lark_md: (value, column, card) => drawLarkMd(textOf(value), card),
	markdown: (value, column, card) => drawMarkdown(textOf(value), card),
	number: (value, column) => create('span', {}, formatNumber(value, column.format)),
	options: (value) => create('span.tags', {}, ...(Array.isArray(value) ? objects(value) : [{text: textOf(value)}])
		.filter((option) => textOf(option.text)).map((option) => drawTag(option.color, 'neutral', [textOf(option.text)]))),
	persons: (value) => create('span.cell-persons', {}, ...(Array.isArray(value) ? value : [value]).filter(Boolean)
		.map((id) => drawPerson(textOf(id), {showAvatar: true, showName: true, size: 'extra_small'}))),
	date: (value, column, card) => create('time', {}, formatDate(value, column.date_format, card.viewer.zone)),
};

function drawTable(element, card) {
	const columns = objects(element.columns).slice(0, MOST_COLUMNS);
	const rows = objects(element.rows).map((row) =>
		create('tr', {}, ...columns.map((column) => drawCell(row, column, card))));
	const height = Object.hasOwn(HEIGHTS, element.row_height) ? HEIGHTS[element.row_height]
		: element.row_height === 'auto' ? null : pixels(element.row_height, 32, 124) ?? HEIGHTS.low;
	const table = create('table', {},
		create('thead', {}, create('tr', {}, ...columns.map((column) => drawHead(column, element.header_style ?? {})))),
		create('tbody', {}, ...rows));
	table.style.setProperty('--row', height ?? '32px');
	table.style.setProperty('--row-most', height ?? pixels(element.row_max_height, 32, 999) ?? '124px');
	const pager = paged(rows, numberOf(element.page_size, 1, 10, 5));
	const node = create('div.table', {}, create('div.table-scroller', {tabIndex: 0}, table), pager);
	node.classList.toggle('frozen', element.freeze_first_column === true);
	if (rows.length === 0) {
		node.append(create('p.table-empty', {}, 'No data'));
	}
	return node;
}

function drawHead(column, style) {
	const head = create('th', {scope: 'col'}, textOf(column.display_name) || textOf(column.name));
	head.style.textAlign = oneOf(style.text_align, ['left', 'center', 'right'], alignmentOf(column));
	head.style.fontWeight = style.bold === false ? '400' : '';
	head.classList.toggle('heading-size', style.text_size === 'heading');
	head.classList.toggle('grey-ground', style.background_style === 'grey');
	head.classList.toggle('grey-text', style.text_color === 'grey');
	const lines = create('span.clamped', {}, ...head.childNodes);
	lines.style.webkitLineClamp = String(numberOf(style.lines, 1, 20, 1));
	head.append(lines);
	const width = /^\d{1,3}%$/.test(column.width) ? column.width
		: column.width === 'auto' ? null : pixels(column.width, 80, 600);
	if (width) {
		head.style.width = width;
		head.style.minWidth = width.endsWith('%') ? '' : width;
		head.style.maxWidth = width.endsWith('%') ? '' : width;
	}
	return head;
}

function alignmentOf(column) {
	return oneOf(column.horizontal_align, ['left', 'center', 'right'], column.data_type === 'number' ? 'right' : 'left');
}

function drawCell(row, column, card) {
	const value = row[column.name] ?? null;
	const draw = Object.hasOwn(CELLS, column.data_type) ? CELLS[column.data_type] : CELLS.text;
	const cell = create('td', {}, create('div.cell', {}, value === null ? null : draw(value, column, card)));
	cell.style.textAlign = alignmentOf(column);
	cell.style.verticalAlign = {top: 'top', center: 'middle', bottom: 'bottom'}[column.vertical_align] ?? 'middle';
	return cell;
}

function formatNumber(value, format) {
	if (!Number.isFinite(value) || !isObject(format)) {
		return textOf(value);
	}
	const digits = numberOf(format.precision, 0, 10, null);
	return [...textOf(format.symbol)].slice(0, 1).join('') + value.toLocaleString('en-US', {
		minimumFractionDigits: digits ?? 0,
		maximumFractionDigits: digits ?? 10,
		useGrouping: format.separator === true,
	});
}

function formatDate(value, format, zone) {
	const milliseconds = numberOf(value, -8.64e15, 8.64e15, null);
	if (milliseconds === null) {
		return textOf(value);
	}
	const two = (number) => String(number).padStart(2, '0');
	const {year, month, day, hour, minute, second} = partsOf(milliseconds, zone);
	const half = hour < 12 ? 'AM' : 'PM';
	const parts = {
		YYYY: year, YY: two(year % 100), MM: two(month), M: month, DD: two(day), D: day,
		HH: two(hour), H: hour, hh: two(hour % 12 || 12), h: hour % 12 || 12, A: half, a: half.toLowerCase(),
		mm: two(minute), m: minute, ss: two(second), s: second,
	};
	return (textOf(format) || 'YYYY/MM/DD').replace(/YYYY|YY|MM|M|DD|D|HH|H|hh|h|mm|m|ss|s|A|a/g, (part) => parts[part]);
}
