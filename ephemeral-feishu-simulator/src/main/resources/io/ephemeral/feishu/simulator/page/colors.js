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
	'00': ['#ffffff', '#1f2124'], 50: ['#f5f6f7', '#2a2d32'], 100: ['#f2f3f5', '#2e3237'], 200: ['#e8eaed', '#373b41'],
	300: ['#dee0e3', '#43474e'], 350: ['#d0d3d6', '#4f545c'], 400: ['#bbbfc4', '#646a73'], 500: ['#8f959e', '#828993'],
	600: ['#646a73', '#a6acb5'], 650: ['#51565d', '#b7bcc4'], 700: ['#41464d', '#c6cbd1'], 800: ['#373c43', '#d6d9de'],
	900: ['#1f2329', '#ebebeb'], 950: ['#14171b', '#f4f5f6'], 1000: ['#000000', '#ffffff'],
};

/** How much of the family's color a shade holds; the rest is the page's own end of the scale, or the other end. */
const SHADES = {
	50: ['near', 8], 100: ['near', 15], 200: ['near', 28], 300: ['near', 45], 350: ['near', 60], 400: ['near', 80],
	500: ['near', 100], 600: ['far', 85], 700: ['far', 70], 800: ['far', 53], 900: ['far', 36],
};

/** Which shade the bare name of a family means, depending on what it colors. Texts have shades of their own. */
const BARE = {icon: '500', border: '500', background: '500', solid: '500'};

const BARE_GREY = {...BARE, text: '600', border: '300', background: '100'};

/** Shades that can be read as a text on white and on a light tint of the same family: 600 unless a family needs more. */
const LIGHT_TEXT = {
	green: '700', orange: '700', wathet: '800', turquoise: '800', lime: '800', yellow: '800', sunflower: '800',
};

const DARK_TEXT = '700';

const NAMED = {
	'white': '#ffffff',
	'bg-white': 'light-dark(#ffffff, #25282c)',
	'light_grey': 'light-dark(#f2f3f5, #2e3237)',
	'neutral': 'light-dark(#646a73, #a6acb5)',
};

const RGBA = /^rgba?\(\s*\d{1,3}\s*,\s*\d{1,3}\s*,\s*\d{1,3}\s*(?:,\s*(?:0|1|0?\.\d{1,4}|1\.0{1,4}|\d{1,3}%)\s*)?\)$/;

/** A CSS color for a name of the platform; null for none, for `default` and for an unknown one. */
export function namedColor(name, use) {
	if (typeof name !== 'string') {
		return null;
	}
	if (Object.hasOwn(NAMED, name)) {
		return NAMED[name];
	}
	if (RGBA.test(name)) {
		return name;
	}
	const [family, shade = (name === 'grey' ? BARE_GREY : BARE)[use]] = name.split('-', 2);
	if (family === 'grey' && Object.hasOwn(GREYS, shade)) {
		return `light-dark(${GREYS[shade].join(', ')})`;
	}
	if (!Object.hasOwn(FAMILIES, family)) {
		return null;
	}
	if (shade === undefined && use === 'text') {
		return shaded(FAMILIES[family], LIGHT_TEXT[family] ?? '600', DARK_TEXT);
	}
	return Object.hasOwn(SHADES, shade) ? shaded(FAMILIES[family], shade, shade) : null;
}

function shaded([light, dark], lightShade, darkShade) {
	const [lightEnd, lightPercent] = SHADES[lightShade];
	const [darkEnd, darkPercent] = SHADES[darkShade];
	// A faint tint is hard to see on the dark page.
	const morePercent = darkEnd === 'near' ? Math.min(darkPercent + 10, 100) : darkPercent;
	return `light-dark(color-mix(in srgb, ${light} ${lightPercent}%, ${lightEnd === 'near' ? 'white' : 'black'}), `
		+ `color-mix(in srgb, ${dark} ${morePercent}%, ${darkEnd === 'near' ? '#1c1e21' : 'white'}))`;
}

/** The colors of a small label: its text and its ground. On a header, which may have the same color, it is darker. */
export function tagColors(name, isOnHeader) {
	if (name === 'grey' || name === 'neutral') {
		return {color: namedColor('grey-700'), background: namedColor(isOnHeader ? 'grey-300' : 'grey-200')};
	}
	return isOnHeader ? {color: namedColor(`${name}-800`), background: namedColor(`${name}-200`)}
		: {color: namedColor(name, 'text'), background: namedColor(`${name}-100`)};
}

/** The color of a text on the bare color of a family: white where that can be read. The default for other grounds. */
export function inkOn(name) {
	if (name !== 'grey' && !Object.hasOwn(FAMILIES, name)) {
		return '';
	}
	return ['blue', 'red', 'carmine', 'violet', 'purple', 'indigo'].includes(name) ? 'light-dark(white, #14171b)' : '#14171b';
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
