// A card: its header, its body, and the functions that draw its components. A card is untrusted input: it becomes DOM
// nodes by textContent, Markdown goes through DOMPurify, and only checked values become styles.

import {customColor, namedColor} from '/colors.js';
import {CHART} from '/chart.js';
import {CONTAINERS} from '/containers.js';
import {DISPLAY} from '/display.js';
import {FIELDS} from '/fields.js';
import {drawIcon} from '/icons.js';
import {BUTTONS} from '/buttons.js';
import {layOut} from '/layout.js';
import {addressOnDevice, linkTo, open} from '/links.js';
import {drawTag, drawTitle} from '/markdown.js';
import {create} from '/nodes.js';
import {SELECTS} from '/selects.js';
import {TABLE} from '/table.js';
import {box, isObject, list, objects, oneOf, pixels, textOf} from '/values.js';

/** One function per tag; each gets the element and its card, and returns the node that shows it. */
const ELEMENTS = {...CONTAINERS, ...DISPLAY, ...TABLE, ...CHART, ...BUTTONS, ...FIELDS, ...SELECTS};

const TEMPLATES = ['blue', 'wathet', 'turquoise', 'green', 'lime', 'yellow', 'orange', 'red', 'carmine', 'violet',
	'purple', 'indigo', 'grey'];

/** Text sizes in pixels: on a computer, and where it differs on a phone. */
const TEXT_SIZES = {
	'heading-0': [30, 26], 'heading-1': [24], 'heading-2': [20], 'heading-3': [18, 17], 'heading-4': [16],
	'heading': [16], 'normal': [14], 'notation': [12],
	'xxxx-large': [30, 26], 'xxx-large': [24], 'xx-large': [20], 'x-large': [18], 'large': [16, 17], 'medium': [14],
	'small': [12], 'x-small': [10],
};

/** State that the components of one card share: its colors and sizes, and the form around them. */
class Card {

	/** @param viewer the member who looks, with a language and a zone */
	constructor(json, viewer) {
		this.viewer = viewer;
		this.isFirstVersion = json.schema !== '2.0';
		const style = isObject(json.config?.style) ? json.config.style : {};
		this.colors = isObject(style.color) ? style.color : {};
		this.sizes = isObject(style.text_size) ? style.text_size : {};
		this.form = null;
	}

	/** The same card for the components of a form. */
	within(form) {
		return Object.assign(Object.create(Card.prototype), this, {form});
	}

	/** A CSS color for a name, or null for the default; use is text, icon, border, background or solid. */
	color(name, use) {
		return Object.hasOwn(this.colors, name) ? customColor(this.colors[name]) : namedColor(name, use);
	}

	/** Sets the size of a text by its name; has no effect without one. */
	size(node, name) {
		if (typeof name !== 'string' || name === '') {
			return node;
		}
		const own = Object.hasOwn(this.sizes, name) && isObject(this.sizes[name]) ? this.sizes[name] : {default: name};
		node.classList.add('sized');
		node.style.setProperty('--on-pc', `${sizeOf(own.pc ?? own.default)[0]}px`);
		const [computer, phone = computer] = sizeOf(own.mobile ?? own.default);
		node.style.setProperty('--on-phone', `${phone}px`);
		return node;
	}

	/** Draws an element. Never blank and never an exception: an element that cannot be drawn shows its JSON. */
	draw(element) {
		const renderer = isObject(element) && Object.hasOwn(ELEMENTS, element.tag) ? ELEMENTS[element.tag] : drawUnknown;
		let node;
		try {
			node = renderer(element, this);
		}
		catch (error) {
			console.warn('Not drawn', error);
			node = drawUnknown(element);
		}
		if (isObject(element)) {
			node.dataset.tag = textOf(element.tag);
			if (textOf(element.element_id)) {
				node.dataset.elementId = textOf(element.element_id);
			}
			node.style.margin = box(element.margin, -99, '');
		}
		return node;
	}

	drawAll(elements) {
		if (elements !== undefined && !Array.isArray(elements)) {
			return [drawUnknown(elements)];
		}
		return list(elements).map((element) => this.draw(element));
	}

}

function sizeOf(name) {
	return Object.hasOwn(TEXT_SIZES, name) ? TEXT_SIZES[name] : TEXT_SIZES.normal;
}

function drawUnknown(element) {
	const tag = isObject(element) && typeof element.tag === 'string' ? element.tag : 'no element';
	return create('div.unknown', {},
		create('p', {}, 'Not drawn by the simulator: ', create('code', {}, tag)),
		create('details', {}, create('summary', {}, 'JSON'), create('pre', {}, JSON.stringify(element, null, 2))));
}

function drawHeader(header, card) {
	const template = oneOf(header.template, TEMPLATES, 'default');
	const tags = objects(header.text_tag_list).map((tag) => drawTag(tag.color, 'blue', [textOf(tag.text)], true));
	const hasTitle = textOf(header.title) !== '';
	const icon = drawIcon(header.icon ?? header.ud_icon, card);
	const texts = create('div.card-texts', {},
		create('div.card-title-row', {},
			headerText('h4.card-title', hasTitle ? header.title : header.subtitle, card),
			tags.length > 0 ? create('span.tags', {}, ...tags) : null),
		hasTitle && textOf(header.subtitle) ? headerText('p.card-subtitle', header.subtitle, card) : null);
	const node = create(`header.card-header.template-${template}`, {}, icon, texts);
	node.style.padding = box(header.padding, 0, '');
	if (template !== 'default') {
		node.style.setProperty('--ink', namedColor(template === 'grey' ? 'grey-900' : template, 'text'));
		node.style.setProperty('--ground', namedColor(`${template}-${template === 'grey' ? 200 : 100}`));
	}
	return node;
}

function headerText(tagAndClass, text, card) {
	const isMarkdown = isObject(text) && text.tag === 'lark_md';
	return create(tagAndClass, {}, isMarkdown ? drawTitle(textOf(text), card) : textOf(text));
}

function drawTemplate(data) {
	const rows = Object.entries(isObject(data?.template_variable) ? data.template_variable : {}).map(([name, value]) =>
		create('tr', {}, create('th', {scope: 'row'}, name),
			create('td', {}, typeof value === 'string' ? value : JSON.stringify(value))));
	return create('div.card-body.template', {},
		create('p', {}, 'Template ', create('code', {}, textOf(data?.template_id))),
		create('p', {}, `Version: ${textOf(data?.template_version_name) || 'the latest published one'}`),
		rows.length > 0 ? create('table', {}, create('tbody', {}, ...rows)) : null);
}

function drawParts(json, viewer) {
	if (json.type === 'template') {
		return [drawTemplate(json.data)];
	}
	const card = new Card(json, viewer);
	const elements = json.body?.elements ?? json.elements;
	const parts = [];
	if (isObject(json.header)) {
		parts.push(drawHeader(json.header, card));
	}
	const drawn = card.drawAll(elements);
	if (drawn.length > 0) {
		const body = create('div.card-body', {}, ...drawn);
		layOut(body, isObject(json.body) ? json.body : {}, {vertical: '8px', horizontal: '8px', padding: '12px'});
		parts.push(body);
	}
	return parts.length > 0 ? parts : [create('div.card-body', {}, create('p.blank', {}, 'A blank card'))];
}

/** A whole card in the chat, as a member sees it. */
export function drawCard(json, viewer) {
	const article = create('article.card', {}, ...drawParts(json, viewer));
	article.classList.add(`width-${oneOf(json.config?.width_mode, ['compact', 'fill'], 'default')}`);
	const width = pixels(json.config?.compact_width === true ? '400px' : null);
	article.style.maxWidth = width ?? '';
	article.setAttribute('aria-label', textOf(json.header?.title) || 'Card');
	if (isObject(json.card_link) && Object.values(json.card_link).some(Boolean)) {
		linkWhole(article, json.card_link);
	}
	return article;
}

const REACTING = 'a, button, input, textarea, label, summary, dialog, .pressable, .field, .told';

/** A click beside everything that reacts by itself follows the card's link; the keyboard gets a link of its own. */
function linkWhole(article, addresses) {
	article.classList.add('linked');
	const link = linkTo(addressOnDevice(addresses) ?? '', 'Open the link of this card');
	link.classList.add('card-link');
	article.append(link);
	article.addEventListener('click', (event) => {
		const address = addressOnDevice(addresses);
		const isForCard = !event.defaultPrevented && getSelection().isCollapsed && !event.target.closest(REACTING);
		if (address && isForCard) {
			open(address);
		}
	});
}
