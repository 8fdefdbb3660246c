// The platform's colors: families with shades, each for the light and for the dark theme.

const FAMILIES = {
	blue: ['#336df4', '#4c88ff'],
	wathet: ['#14a9f5', '#2aa8e8'],
	turquoise: ['#10b5a5', '#1fa89b'],
	green: ['#2ea121', '#51ba43'],
	lime: ['#8fac02', '#94b02e'],
	yellow: ['#dc9b04', '#e0a92c'],
	sunflower: ['#e6c000', '#d9bb28'],
	orange: ['#ed6d0c', '#f38b3c'],
	red: ['#e22e28', '#f05b56'],
	carmine: ['#d92a8a', '#e65fa8'],
	violet: ['#b52fcb', '#c965da'],
	purple: ['#7b3fe4', '#9c73ef'],
	indigo: ['#4752e6', '#7681f2'],
};

const GREYS = {
	'00': ['#ffffff', '#1f2124'], 50: ['#f5f6f7', '#26292d'], 100: ['#f2f3f5', '#2b2e33'], 200: ['#e8eaed', '#35393f'],
	300: ['#dee0e3', '#43474e'], 350: ['#d0d3d6', '#4f545c'], 400: ['#bbbfc4', '#646a73'], 500: ['#8f959e', '#828993'],
	600: ['#646a73', '#a6acb5'], 650: ['#51565d', '#b7bcc4'], 700: ['#41464d', '#c6cbd1'], 800: ['#373c43', '#d6d9de'],
	900: ['#1f2329', '#ebebeb'], 950: ['#14171b', '#f4f5f6'], 1000: ['#000000', '#ffffff'],
};

/** How much of the family's color a shade holds; the rest is the page's own end of the scale, or the other end. */
const SHADES = {
	50: ['near', 8], 100: ['near', 15], 200: ['near', 28], 300: ['near', 45], 350: ['near', 60], 400: ['near', 80],
	500: ['near', 100], 600: ['far', 85], 700: ['far', 70], 800: ['far', 53], 900: ['far', 36],
};

/** Which shade the bare name of a family means, depending on what it colors. */
const BARE = {text: '600', icon: '500', border: '500', background: '500', solid: '500'};

const BARE_GREY = {...BARE, border: '300', background: '100'};

const NAMED = {
	'white': '#ffffff',
	'bg-white': 'light-dark(#ffffff, #25282c)',
	'light_grey': 'light-dark(#f2f3f5, #2b2e33)',
	'neutral': 'light-dark(#646a73, #a6acb5)',
};

export const TAG_COLORS = [...Object.keys(FAMILIES), 'grey', 'neutral'];

const RGBA = /^rgba?\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*(?:,\s*(?:0|1|0?\.\d{1,4}|1\.0{1,4}|\d{1,3}%)\s*)?\)$/;

/** A CSS color for a name of the platform; null for none, for `default` and for an unknown one. */
export function namedColor(name, use) {
	if (typeof name !== 'string') {
		return null;
	}
	if (Object.hasOwn(NAMED, name)) {
		return NAMED[name];
	}
	const [family, shade = (name === 'grey' ? BARE_GREY : BARE)[use]] = name.split('-', 2);
	if (family === 'grey' && Object.hasOwn(GREYS, shade)) {
		return `light-dark(${GREYS[shade].join(', ')})`;
	}
	const isKnown = Object.hasOwn(FAMILIES, family) && Object.hasOwn(SHADES, shade);
	return isKnown ? shaded(FAMILIES[family], SHADES[shade]) : null;
}

function shaded([light, dark], [end, percent]) {
	const others = end === 'near' ? ['white', '#1c1e21'] : ['black', 'white'];
	// A faint tint is hard to see on the dark page.
	const darkPercent = end === 'near' ? Math.min(percent + 10, 100) : percent;
	return `light-dark(color-mix(in srgb, ${light} ${percent}%, ${others[0]}), `
		+ `color-mix(in srgb, ${dark} ${darkPercent}%, ${others[1]}))`;
}

/** A color that a card defines in config.style.color; null if it is malformed. */
export function customColor(definition) {
	const light = RGBA.test(definition?.light_mode) ? definition.light_mode : null;
	const dark = RGBA.test(definition?.dark_mode) ? definition.dark_mode : light;
	return light || dark ? `light-dark(${light ?? dark}, ${dark})` : null;
}

/** Eight shades of blue. */
const BLUES = [['#336df4', '#4c88ff'], ['#a3bdfa', '#36589b'], ['#244cab', '#82acff'], ['#5c8af6', '#477de9'],
	['#c6d6fc', '#2e4675'], ['#2b5dcf', '#679aff'], ['#85a7f8', '#3e68bc'], ['#1b3a81', '#a0c0ff']];

/** The families of each color_theme of a chart. */
const CHART_FAMILIES = {
	brand: ['blue', 'wathet', 'indigo', 'turquoise', 'purple', 'sunflower', 'orange', 'carmine'],
	rainbow: ['red', 'orange', 'sunflower', 'green', 'turquoise', 'wathet', 'indigo', 'violet'],
	complementary: ['blue', 'orange', 'wathet', 'sunflower', 'indigo', 'red', 'turquoise', 'carmine'],
	converse: ['turquoise', 'carmine', 'green', 'red', 'wathet', 'orange', 'blue', 'sunflower'],
};

/** The colors of the parts of a chart, as a canvas takes them. */
export function chartColors(theme, dark) {
	const pairs = theme === 'primary' ? BLUES : CHART_FAMILIES[theme].map((family) => FAMILIES[family]);
	return pairs.map((pair) => pair[dark ? 1 : 0]);
}
