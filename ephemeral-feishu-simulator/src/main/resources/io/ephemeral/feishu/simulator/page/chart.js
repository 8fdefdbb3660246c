// The chart component: VChart draws its specification. A specification is JSON, so it has no functions. Its HTML is not
// drawn, since VChart has to be asked for that; tooltips, which are HTML by default, are drawn on the canvas.

import {chartColors} from '/colors.js';
import {preview} from '/dialogs.js';
import {drawGlyph} from '/icons.js';
import {create} from '/nodes.js';
import {isObject, objects, oneOf, pixels, textOf} from '/values.js';

export const CHART = {chart: drawChart};

const RATIOS = {'1:1': '1', '2:1': '2', '4:3': '4 / 3', '16:9': '16 / 9'};

const THEMES = ['rainbow', 'complementary', 'converse', 'primary'];

const MOST_ROWS = 20;

const MOST_COLUMNS = 6;

const root = document.documentElement;

/** The plots on the page. */
const plots = new Set();

let library;

new MutationObserver(() => plots.forEach((plot) => plot.draw())).observe(root, {attributeFilter: ['data-theme']});

function drawChart(element) {
	const spec = isObject(element.chart_spec) ? element.chart_spec : {};
	const chart = build(spec, element);
	const height = element.height === 'auto' ? null : pixels(element.height, 1, 999);
	chart.classList.toggle('own-ratio', Object.hasOwn(RATIOS, element.aspect_ratio) && !height);
	chart.style.setProperty('--ratio', RATIOS[element.aspect_ratio] ?? '');
	if (height) {
		chart.style.height = height;
		chart.style.aspectRatio = 'auto';
	}
	if (element.preview !== false) {
		const button = create('button.chart-preview', {type: 'button', ariaLabel: 'Enlarge the chart'}, drawGlyph('screen'));
		button.addEventListener('click', () => preview(build(spec, element), titleOf(spec)));
		chart.append(button);
	}
	return chart;
}

function titleOf(spec) {
	return textOf(spec.title?.text) || `Chart: ${textOf(spec.type) || 'no type'}`;
}

function build(spec, element) {
	const node = create('div.plot', {role: 'img', ariaLabel: titleOf(spec)});
	const plot = new Plot(node, spec, oneOf(element.color_theme, THEMES, 'brand'));
	// A plot that left the page has no size.
	new ResizeObserver(([{contentRect: {width, height}}]) => plot.show(width > 0 && height > 0)).observe(node);
	const chart = create('div.chart', {}, node, recordsOf(spec).length > 0 ? null : create('p.no-data', {}, 'No data'));
	chart.dataset.type = textOf(spec.type);
	return chart;
}

/** The records of all data sets. */
function recordsOf(spec) {
	return (Array.isArray(spec.data) ? spec.data : [spec.data]).flatMap((set) => objects(set?.values));
}

/** The specification for VChart, with the defaults of the platform and without HTML. */
function completed(spec, theme) {
	return {
		color: chartColors(theme, isDark()),
		background: 'transparent',
		...structuredClone(spec),
		tooltip: {...(isObject(spec.tooltip) ? structuredClone(spec.tooltip) : {}), renderMode: 'canvas'},
		width: undefined,
		height: undefined,
	};
}

function isDark() {
	return root.dataset.theme === 'dark';
}

/** Loads VChart with the first chart. */
function loadLibrary() {
	library ??= import('/third-party/vchart.js').then(() => window.VChart.VChart);
	return library;
}

/** A place for VChart, which is released when it leaves the page. */
class Plot {

	constructor(node, spec, theme) {
		this.node = node;
		this.spec = spec;
		this.theme = theme;
		this.chart = null;
	}

	show(visible) {
		if (visible && !plots.has(this)) {
			plots.add(this);
			this.draw();
		}
		else if (!visible) {
			plots.delete(this);
			this.clear();
		}
	}

	async draw() {
		try {
			const VChart = await loadLibrary();
			if (plots.has(this)) {
				this.clear();
				this.render(VChart);
			}
		}
		catch (error) {
			this.clear();
			this.node.role = null;
			this.node.ariaLabel = null;
			this.node.replaceChildren(drawRefused(this.spec, error));
		}
	}

	render(VChart) {
		const problems = [];
		this.chart = new VChart(completed(this.spec, this.theme), {
			dom: this.node, theme: isDark() ? 'dark' : 'light', animation: false,
			onError: (problem) => problems.push(problem),
		});
		this.chart.renderSync();
		if (problems.length > 0) {
			throw new Error(problems[0]);
		}
	}

	clear() {
		const chart = this.chart;
		this.chart = null;
		chart?.release();
		this.node.replaceChildren();
	}

}

/** Shows the data of a chart that VChart cannot draw. */
function drawRefused(spec, error) {
	const records = recordsOf(spec).slice(0, MOST_ROWS);
	return create('div.chart-refused', {tabIndex: 0},
		create('p', {}, 'Not drawn by VChart: ', create('code', {}, textOf(spec.type) || 'no type'), ` (${error.message})`),
		records.length > 0 ? drawRecords(records) : create('pre', {}, JSON.stringify(spec, null, 2)));
}

function drawRecords(records) {
	const names = [...new Set(records.flatMap((record) => Object.keys(record)))].slice(0, MOST_COLUMNS);
	const row = (tag, values) => create('tr', {}, ...values.map((value) => create(tag, {}, value)));
	const shown = (value) => (typeof value === 'object' ? JSON.stringify(value) : String(value ?? ''));
	return create('table', {}, create('thead', {}, row('th', names)),
		create('tbody', {}, ...records.map((record) => row('td', names.map((name) => shown(record[name]))))));
}
