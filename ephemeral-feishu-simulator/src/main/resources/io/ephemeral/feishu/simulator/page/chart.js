// The chart component: reads a VChart specification, and draws the kinds of charts that the platform's documents show.
// The picture is a sketch of the data, not VChart's: animations, interactions and fine styling are left out.

import {drawPlot} from '/plots.js';
import {chartColours} from '/colours.js';
import {preview} from '/dialogs.js';
import {drawGlyph} from '/icons.js';
import {create} from '/nodes.js';
import {isObject, list, oneOf, pixels, textOf} from '/values.js';

export const CHART = {chart: drawChart};

const RATIOS = {'1:1': '1', '2:1': '2', '4:3': '4 / 3', '16:9': '16 / 9'};

const COLOUR = /^(#[0-9a-f]{3,8}|rgba?\([\d\s.,%]+\))$/i;

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
	const plot = create('div.plot');
	const own = list(isObject(spec.color) ? spec.color.range : spec.color).filter((colour) => COLOUR.test(colour));
	const colours = own.length > 0 ? own : chartColours(oneOf(element.color_theme,
		['rainbow', 'complementary', 'converse', 'primary'], 'brand'));
	const legends = Array.isArray(spec.legends) ? spec.legends[0] : spec.legends;
	const legend = create('div.legend');
	const chart = create('div.chart', {}, textOf(spec.title?.text) && spec.title.visible !== false
		? create('p.chart-title', {}, textOf(spec.title.text)) : null,
		create(`div.chart-area.legend-${oneOf(legends?.orient, ['top', 'left', 'right'], 'bottom')}`, {}, plot, legend));
	chart.dataset.type = textOf(spec.type);
	plot.setAttribute('role', 'img');
	plot.setAttribute('aria-label', titleOf(spec));
	const wantsLegend = isObject(legends) && legends.visible !== false;
	new ResizeObserver(([{contentRect: {width, height}}]) => {
		if (width > 0 && height > 0) {
			const {picture, names} = drawOrShow(spec, {width, height}, colours);
			plot.replaceChildren(picture);
			legend.replaceChildren(...(wantsLegend ? names.map(legendEntry) : []));
		}
	}).observe(plot);
	return chart;
}

/** A specification that nobody expected shows itself. */
function drawOrShow(spec, size, colours) {
	try {
		return drawPlot(spec, size, colours);
	}
	catch (error) {
		console.warn('Not drawn', error);
		return {picture: create('pre.chart-records', {}, JSON.stringify(spec, null, 2)), names: []};
	}
}

function legendEntry({name, colour}) {
	const mark = create('span.legend-mark');
	mark.style.background = colour;
	return create('span', {}, mark, name);
}
