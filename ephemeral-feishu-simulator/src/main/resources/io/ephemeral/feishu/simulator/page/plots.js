// The plots inside of charts, one function per type of a VChart specification.

import {create, createSvg} from '/nodes.js';
import {isObject, list, numberOf, objects, textOf} from '/values.js';

const PLOTS = {
	line: drawCartesian, area: drawCartesian, bar: drawCartesian, scatter: drawCartesian, common: drawCartesian,
	histogram: drawCartesian, waterfall: drawCartesian,
	pie: drawPie, rose: drawPie, radar: drawRadar, funnel: drawFunnel, wordCloud: drawWords,
	linearProgress: drawBarsOfProgress, circularProgress: drawRings, gauge: drawRings,
};

/** Draws what the specification describes; answers the picture, and the names of its parts with their colours. */
export function drawPlot(spec, size, colours) {
	const palette = new Palette(colours);
	const draw = Object.hasOwn(PLOTS, spec.type) ? PLOTS[spec.type] : null;
	const series = seriesOf(spec);
	if (series.every(({records}) => records.length === 0)) {
		return {picture: create('p.no-data', {}, spec.type ? 'No data' : 'An empty chart_spec'), names: []};
	}
	if (!draw) {
		return {picture: drawRecords(series[0].records), names: []};
	}
	const svg = createSvg('svg', {viewBox: `0 0 ${size.width} ${size.height}`, width: size.width, height: size.height});
	draw(svg, spec, size, palette, series);
	return {picture: svg, names: palette.names()};
}

/** Gives each name a colour, in the order in which they come. */
class Palette {

	constructor(colours) {
		this.colours = colours;
		this.known = new Map();
	}

	of(name) {
		const key = String(name);
		if (!this.known.has(key)) {
			this.known.set(key, this.colours[this.known.size % this.colours.length]);
		}
		return this.known.get(key);
	}

	names() {
		return [...this.known].map(([name, colour]) => ({name, colour}));
	}

}

// ----------------------------------------------------------------------------------------------------------------- data

/** The records of a data set; a series may name one of several by its place or its id. */
function recordsOf(spec, series) {
	const sets = Array.isArray(spec.data) ? spec.data : [spec.data];
	const chosen = series.dataId === undefined ? sets[series.dataIndex ?? 0]
		: sets.find((set) => set?.id === series.dataId);
	return objects(Array.isArray(chosen) ? chosen : chosen?.values);
}

function seriesOf(spec) {
	const described = spec.type === 'common' ? objects(spec.series) : [spec];
	const series = described.map((one) => ({...one, records: recordsOf(spec, one)}));
	return series.length > 0 ? series : [{records: []}];
}

function number(value) {
	return numberOf(value, -1e15, 1e15, 0);
}

function shown(value) {
	return value.toLocaleString('en-US', {maximumFractionDigits: 2});
}

function unique(values) {
	return [...new Set(values)];
}

function fields(value) {
	return list(Array.isArray(value) ? value : [value]).filter((field) => typeof field === 'string');
}

/** Round steps that cover a range. */
function ticks(least, most, count = 5) {
	const span = most - least || 1;
	const rough = span / count;
	const power = 10 ** Math.floor(Math.log10(rough));
	const step = [1, 2, 2.5, 5, 10].map((factor) => factor * power).find((candidate) => candidate >= rough);
	const first = Math.floor(least / step);
	const last = Math.max(Math.ceil(most / step), first + 1);
	return Array.from({length: last - first + 1}, (unused, index) => Number(((first + index) * step).toPrecision(12)));
}

// --------------------------------------------------------------------------------------------------------------- shapes

function text(content, x, y, attributes = {}) {
	return createSvg('text', {x, y, 'class': 'plot-text', ...attributes}, content);
}

function shape(tag, attributes, colour, tip) {
	const node = createSvg(tag, attributes, tip ? createSvg('title', {}, tip) : null);
	node.style.fill = colour;
	return node;
}

function line(path, colour) {
	const node = createSvg('path', {'d': path, 'class': 'plot-line'});
	node.style.stroke = colour;
	return node;
}

function tipOf(category, name, value) {
	return `${[category, name].filter(Boolean).join(' · ')}: ${shown(value)}`;
}

function shorten(name, room) {
	const letters = [...name];
	const most = Math.max(Math.floor(room / 6.5), 2);
	return letters.length > most ? `${letters.slice(0, most - 1).join('')}…` : name;
}

function labelled(series) {
	return isObject(series.label) && series.label.visible === true;
}

// ------------------------------------------------------------------------------------------------------------ cartesian

function drawCartesian(svg, spec, size, palette, series) {
	if (series.every(({type}) => type === 'scatter')) {
		drawScatter(svg, spec, size, palette, series[0]);
		return;
	}
	const horizontal = spec.direction === 'horizontal';
	const plans = series.map((one) => plan(one, horizontal));
	const categories = unique(plans.flatMap(({points}) => points.map(({category}) => category)));
	const tops = plans.flatMap(({points}) => points.map(({from, to}) => [from, to])).flat();
	const scale = ticks(Math.min(0, ...tops), Math.max(0, ...tops));
	const longest = Math.max(...(horizontal ? categories : scale.map(shown)).map((label) => [...label].length));
	const left = Math.min(longest * 6.5 + 12, size.width * 0.35);
	const frame = {left, top: 10, right: size.width - 10, bottom: size.height - 22};
	const band = (horizontal ? frame.bottom - frame.top : frame.right - frame.left) / categories.length;
	const at = (value) => {
		const part = (value - scale[0]) / (scale.at(-1) - scale[0]);
		return horizontal ? frame.left + part * (frame.right - frame.left) : frame.bottom - part * (frame.bottom - frame.top);
	};
	const middle = (category) => (horizontal ? frame.top : frame.left) + band * (categories.indexOf(category) + 0.5);
	drawAxes(svg, {frame, scale, at, categories, middle, band, horizontal});
	plans.filter(({type}) => type === 'bar').forEach((one) => drawBars(svg, one, {at, middle, band, horizontal}, palette));
	plans.filter(({type}) => type !== 'bar').forEach((one) => drawLines(svg, one, {at, middle, horizontal}, palette));
}

/** Where each value of a series begins and ends: bars and areas of one category stand on each other. */
function plan(series, horizontal) {
	const [categoryField, groupField] = fields(horizontal ? series.yField : series.xField);
	const [valueField] = fields(horizontal ? series.xField : series.yField);
	const [seriesField] = fields(series.seriesField);
	const type = ['line', 'area'].includes(series.type) ? series.type : 'bar';
	const stacks = type !== 'line' && !groupField && series.stack !== false;
	const totals = new Map();
	const sums = new Map();
	series.records.forEach((record) => {
		const category = String(record[categoryField]);
		sums.set(category, (sums.get(category) ?? 0) + Math.abs(number(record[valueField])));
	});
	const points = series.records.map((record) => {
		const category = String(record[categoryField]);
		const raw = number(record[valueField]);
		const value = series.percent === true ? raw / (sums.get(category) || 1) : raw;
		const below = `${category} ${value < 0}`;
		const from = stacks ? totals.get(below) ?? 0 : 0;
		totals.set(below, from + value);
		const group = groupField ? String(record[groupField]) : '';
		const name = String(record[seriesField] ?? record[groupField] ?? textOf(series.name));
		return {category, group, name, raw, from, to: from + value};
	});
	return {type, points, groups: unique(points.map(({group}) => group)), labels: labelled(series)};
}

function drawAxes(svg, {frame, scale, at, categories, middle, band, horizontal}) {
	scale.forEach((value) => {
		const [x, y] = [horizontal ? at(value) : frame.left, horizontal ? frame.bottom : at(value)];
		svg.append(createSvg('path', {'class': 'plot-grid', 'd': horizontal ? `M${x} ${frame.top}V${frame.bottom}`
			: `M${frame.left} ${y}H${frame.right}`}));
		svg.append(horizontal ? text(shown(value), x, frame.bottom + 15, {'text-anchor': 'middle'})
			: text(shown(value), frame.left - 6, y + 4, {'text-anchor': 'end'}));
	});
	const longest = Math.max(...categories.map((name) => [...name].length));
	const every = horizontal ? Math.ceil(14 / band) : Math.ceil(Math.min(longest * 6.5 + 6, 70) / band);
	categories.forEach((name, index) => {
		if (index % every === 0) {
			const label = shorten(name, horizontal ? frame.left - 8 : Math.max(band * every, 40));
			svg.append(horizontal ? text(label, frame.left - 6, middle(name) + 4, {'text-anchor': 'end'})
				: text(label, middle(name), frame.bottom + 15, {'text-anchor': 'middle'}));
		}
	});
}

function drawBars(svg, {points, groups, labels}, {at, middle, band, horizontal}, palette) {
	const thick = Math.min(band * 0.7 / groups.length, 36);
	points.forEach(({category, group, name, raw, from, to}) => {
		const [start, end] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))];
		const across = middle(category) + (groups.indexOf(group) - groups.length / 2) * thick;
		const bar = horizontal ? {x: start, y: across, width: Math.max(end - start, 1), height: Math.max(thick - 2, 1)}
			: {x: across, y: start, width: Math.max(thick - 2, 1), height: Math.max(end - start, 1)};
		svg.append(shape('rect', {...bar, rx: 2}, palette.of(name), tipOf(category, name, raw)));
		if (labels) {
			svg.append(horizontal ? text(shown(raw), end + 4, across + thick / 2 + 3)
				: text(shown(raw), across + thick / 2 - 1, start - 3, {'text-anchor': 'middle'}));
		}
	});
}

function drawLines(svg, {type, points, labels}, {at, middle, horizontal}, palette) {
	const place = (category, value) => horizontal ? [at(value), middle(category)] : [middle(category), at(value)];
	unique(points.map(({name}) => name)).forEach((name) => {
		const own = points.filter((point) => point.name === name);
		const colour = palette.of(name);
		const path = (value) => own.map((point) => place(point.category, value(point)).join(' '));
		if (type === 'area') {
			const outline = [...path(({to}) => to), ...path(({from}) => from).reverse()];
			const area = shape('path', {d: `M${outline.join('L')}Z`}, colour);
			area.style.opacity = '.25';
			svg.append(area);
		}
		svg.append(line(`M${path(({to}) => to).join('L')}`, colour));
		own.forEach(({category, raw, to}) => {
			const [cx, cy] = place(category, to);
			svg.append(shape('circle', {cx, cy, r: own.length > 30 ? 1.5 : 3}, colour, tipOf(category, name, raw)));
			if (labels) {
				svg.append(text(shown(raw), cx, cy - 7, {'text-anchor': 'middle'}));
			}
		});
	});
}

function drawScatter(svg, spec, size, palette, series) {
	const [xField] = fields(series.xField);
	const [yField] = fields(series.yField);
	const [seriesField] = fields(series.seriesField);
	const axis = (orient) => objects(spec.axes).find((one) => one.orient === orient) ?? {};
	const scaleOf = (field, {range}) => {
		const values = series.records.map((record) => number(record[field]));
		return ticks(Math.min(numberOf(range?.min, -1e15, 1e15, 0), ...values), Math.max(...values));
	};
	const [xScale, yScale] = [scaleOf(xField, axis('bottom')), scaleOf(yField, axis('left'))];
	const [xTitle, yTitle] = [axis('bottom'), axis('left')].map(({title}) => title?.visible ? textOf(title.text) : '');
	const frame = {left: Math.max(...yScale.map((value) => shown(value).length)) * 6.5 + 12, top: yTitle ? 24 : 10,
		right: size.width - 14, bottom: size.height - (xTitle ? 36 : 22)};
	const place = (value, scale, from, to) => from + (value - scale[0]) / (scale.at(-1) - scale[0]) * (to - from);
	yScale.forEach((value) => {
		const y = place(value, yScale, frame.bottom, frame.top);
		svg.append(createSvg('path', {'class': 'plot-grid', 'd': `M${frame.left} ${y}H${frame.right}`}),
			text(shown(value), frame.left - 6, y + 4, {'text-anchor': 'end'}));
	});
	const centred = {'text-anchor': 'middle'};
	xScale.forEach((value) => svg.append(
		text(shown(value), place(value, xScale, frame.left, frame.right), frame.bottom + 15, centred)));
	svg.append(text(yTitle, 4, 12), text(xTitle, (frame.left + frame.right) / 2, size.height - 4, centred));
	series.records.forEach((record) => {
		const [x, y] = [number(record[xField]), number(record[yField])];
		const [cx, cy] = [place(x, xScale, frame.left, frame.right), place(y, yScale, frame.bottom, frame.top)];
		const point = shape('circle', {cx, cy, r: 4}, palette.of(record[seriesField] ?? ''), `${shown(x)}, ${shown(y)}`);
		point.style.opacity = '.75';
		svg.append(point);
	});
}

// ---------------------------------------------------------------------------------------------------------------- round

function parts(series) {
	const [nameField] = fields(series.categoryField ?? series.nameField ?? series.seriesField);
	const [valueField] = fields(series.valueField);
	return series.records.map((record) =>
		({name: String(record[nameField] ?? ''), value: number(record[valueField]), record}));
}

/** Labels around a circle grow away from it. */
function anchorAt(aside, tolerance) {
	return Math.abs(aside) < tolerance ? 'middle' : aside > 0 ? 'start' : 'end';
}

function sector(x, y, inner, outer, from, to) {
	// A whole circle has no two ends to draw an arc between.
	const end = Math.min(to, from + Math.PI * 2 - 0.0001);
	const point = (angle, distance) => `${x + Math.sin(angle) * distance} ${y - Math.cos(angle) * distance}`;
	const large = end - from > Math.PI ? 1 : 0;
	return `M${point(from, outer)}A${outer} ${outer} 0 ${large} 1 ${point(end, outer)}L${point(end, inner)}`
		+ `A${inner} ${inner} 0 ${large} 0 ${point(from, inner)}Z`;
}

function drawPie(svg, spec, size, palette, [series]) {
	const values = parts(series);
	const isRose = series.type === 'rose';
	const labels = labelled(series);
	const [x, y] = [size.width / 2, size.height / 2];
	const most = Math.min(size.width, size.height) / 2;
	const outer = Math.max(Math.min(most * numberOf(series.outerRadius, 0.2, 1, 0.8), most - (labels ? 18 : 4)), 8);
	const inner = most * numberOf(series.innerRadius, 0, 0.95, 0) * outer / most;
	const total = values.reduce((sum, {value}) => sum + Math.max(value, 0), 0) || 1;
	const largest = Math.max(...values.map(({value}) => value), 1e-9);
	let from = 0;
	values.forEach(({name, value}) => {
		const to = from + Math.PI * 2 * (isRose ? 1 / values.length : Math.max(value, 0) / total);
		const reach = isRose ? outer * Math.max(value, 0) / largest : outer;
		const outline = sector(x, y, Math.min(inner, reach), reach, from, to);
		const share = isRose ? '' : ` (${Math.round(value / total * 1000) / 10}%)`;
		const tip = `${name}: ${shown(value)}${share}`;
		svg.append(shape('path', {'d': outline, 'class': 'plot-slice'}, palette.of(name), tip));
		if (labels) {
			const angle = (from + to) / 2;
			svg.append(text(name, x + Math.sin(angle) * (reach + 8), y - Math.cos(angle) * (reach + 8) + 4,
				{'text-anchor': anchorAt(Math.sin(angle), 0.15)}));
		}
		from = to;
	});
}

function drawRadar(svg, spec, size, palette, [series]) {
	const [seriesField] = fields(series.seriesField);
	const values = parts(series);
	const names = unique(values.map(({name}) => name));
	const scale = ticks(0, Math.max(...values.map(({value}) => value), 0.001), 4);
	const [x, y] = [size.width / 2, size.height / 2 + 4];
	const most = Math.max(Math.min(size.width / 2 - 50, size.height / 2 - 20), 20);
	const point = (index, distance) => {
		const angle = Math.PI * 2 * index / names.length;
		return [x + Math.sin(angle) * distance, y - Math.cos(angle) * distance];
	};
	const ring = (distance) => `M${names.map((name, index) => point(index, distance(name)).join(' ')).join('L')}Z`;
	scale.slice(1).forEach((value) => {
		svg.append(createSvg('path', {'class': 'plot-grid', 'd': ring(() => most * value / scale.at(-1))}));
	});
	names.forEach((name, index) => {
		const [labelX, labelY] = point(index, most + 10);
		svg.append(createSvg('path', {'class': 'plot-grid', 'd': `M${x} ${y}L${point(index, most).join(' ')}`}),
			text(name, labelX, labelY + 4, {'text-anchor': anchorAt(labelX - x, 8)}));
	});
	const seriesOfValue = ({record}) => String(record[seriesField] ?? '');
	unique(values.map(seriesOfValue)).forEach((one) => {
		const own = new Map(values.filter((value) => seriesOfValue(value) === one).map(({name, value}) => [name, value]));
		const path = ring((name) => most * (own.get(name) ?? 0) / scale.at(-1));
		if (series.area?.visible !== false) {
			const tip = [...own].map(([name, value]) => `${name}: ${shown(value)}`).join('\n');
			const area = shape('path', {d: path}, palette.of(one), tip);
			area.style.opacity = '.25';
			svg.append(area);
		}
		svg.append(line(path, palette.of(one)));
	});
}

function drawRings(svg, spec, size, palette, [series]) {
	const values = parts(series);
	const [x, y] = [size.width / 2, size.height / 2];
	const room = Math.min(size.width, size.height) / 2;
	const most = room * numberOf(series.outerRadius ?? series.radius, 0.2, 1, 0.8);
	const inner = room * numberOf(series.innerRadius, 0, 0.9, 0.5);
	const thick = (most - Math.min(inner, most * 0.85)) / values.length;
	values.forEach(({name, value}, index) => {
		const outer = most - index * thick;
		const width = thick * 0.75;
		const ring = (part) => sector(x, y, outer - width, outer, 0, Math.PI * 2 * Math.min(Math.max(part, 0), 1));
		svg.append(createSvg('path', {'class': 'plot-track', 'd': ring(1)}),
			shape('path', {d: ring(value)}, palette.of(name), `${name}: ${shown(value * 100)}%`));
	});
	if (values.length === 1 && series.indicator?.visible !== false) {
		svg.append(text(`${shown(values[0].value * 100)}%`, x, y + 6,
			{'text-anchor': 'middle', 'class': 'plot-text plot-number'}));
	}
}

// --------------------------------------------------------------------------------------------------------------- others

function drawFunnel(svg, spec, size, palette, [series]) {
	const values = parts(series);
	const largest = Math.max(...values.map(({value}) => value), 1e-9);
	const gap = 3;
	const height = (size.height - 8) / values.length;
	const widthOf = (value) => Math.max(value / largest * size.width * 0.8, 2);
	values.forEach(({name, value}, index) => {
		const [top, bottom] = [widthOf(value), widthOf(values[index + 1]?.value ?? value * 0.6)];
		const y = 4 + index * height;
		const x = size.width / 2;
		const outline = `M${x - top / 2} ${y}H${x + top / 2}L${x + bottom / 2} ${y + height - gap}H${x - bottom / 2}Z`;
		svg.append(shape('path', {d: outline}, palette.of(name), `${name}: ${shown(value)}`),
			text(`${name} ${shown(value)}`, x, y + height / 2 + 4, {'text-anchor': 'middle', 'class': 'plot-text on-colour'}));
	});
}

function drawBarsOfProgress(svg, spec, size, palette, [series]) {
	const [valueField] = fields(series.xField);
	const [nameField] = fields(series.yField);
	const height = size.height / series.records.length;
	const longest = Math.max(...series.records.map((record) => [...String(record[nameField])].length));
	const left = Math.min(longest * 6.5 + 12, size.width * 0.35);
	series.records.forEach((record, index) => {
		const value = Math.min(Math.max(number(record[valueField]), 0), 1);
		const name = String(record[nameField]);
		const bar = {x: left, y: height * (index + 0.5) - 6, height: 12, rx: 6};
		const width = size.width - left - 52;
		const colour = palette.of(record[fields(series.seriesField)[0]] ?? '');
		svg.append(createSvg('rect', {...bar, width, 'class': 'plot-track'}),
			shape('rect', {...bar, width: Math.max(width * value, 1)}, colour, `${name}: ${shown(value * 100)}%`),
			text(shorten(name, left), left - 8, height * (index + 0.5) + 4, {'text-anchor': 'end'}),
			text(`${shown(value * 100)}%`, left + width + 8, height * (index + 0.5) + 4));
	});
}

/** Words row by row, the weightiest first and largest. */
function drawWords(svg, spec, size, palette, [series]) {
	const words = parts({...series, categoryField: series.nameField})
		.sort((one, other) => other.value - one.value).slice(0, 80);
	const [most, least] = [words[0].value, words.at(-1).value];
	const sized = words.map((word) => {
		const height = Math.round(12 + 20 * Math.sqrt((word.value - least) / (most - least || 1)));
		const letters = [...word.name].reduce((sum, letter) => sum + (letter > '\u2e80' ? 1 : 0.58), 0);
		return {...word, height, width: letters * height + 12};
	});
	const rows = [];
	sized.forEach((word) => {
		const row = rows.find((candidate) => candidate.width + word.width <= size.width - 8);
		if (row) {
			row.words.push(word);
			row.width += word.width;
		}
		else {
			rows.push({words: [word], width: word.width, height: word.height * 1.3});
		}
	});
	const total = rows.reduce((sum, row) => sum + row.height, 0);
	const squeeze = Math.min(1, size.height / total);
	// The largest row stands in the middle, the others above and below it in turns.
	const ordered = rows.reduce((placed, row, index) => index % 2 === 0 ? [...placed, row] : [row, ...placed], []);
	let y = (size.height - total * squeeze) / 2;
	ordered.forEach((row) => {
		let x = (size.width - row.width) / 2;
		y += row.height * squeeze;
		row.words.forEach((word) => {
			const node = text(word.name, x + 6, y - row.height * 0.25 * squeeze);
			node.style.fontSize = `${word.height * squeeze}px`;
			node.style.fill = palette.of(word.name);
			node.append(createSvg('title', {}, `${word.name}: ${shown(word.value)}`));
			svg.append(node);
			x += word.width;
		});
	});
}

function cellText(value) {
	return typeof value === 'object' ? JSON.stringify(value) : textOf(value);
}

/** A type that is not drawn shows its data. */
function drawRecords(records) {
	const first = records.slice(0, 20);
	const names = unique(first.flatMap((record) => Object.keys(record))).slice(0, 6);
	const row = (tag, values) => create('tr', {}, ...values.map((value) => create(tag, {}, value)));
	return create('div.chart-records', {tabIndex: 0}, create('table', {}, create('thead', {}, row('th', names)),
		create('tbody', {}, ...first.map((record) => row('td', names.map((name) => cellText(record[name])))))));
}
