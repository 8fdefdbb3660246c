// Containers: columns, forms, interactive containers, collapsible panels, and the rows of JSON 1.0.

import {drawGlyph, drawIcon} from '/icons.js';
import {confirmed} from '/dialogs.js';
import {report, tell, use} from '/interactions.js';
import {ENDS, layOut, widen} from '/layout.js';
import {addressesOf, addressOnDevice, open} from '/links.js';
import {drawLarkMd, drawMarkdown} from '/markdown.js';
import {create, pressable} from '/nodes.js';
import {box, isObject, numberOf, objects, oneOf, pixels, radius, spacing, textOf} from '/values.js';

export const CONTAINERS = {
	column_set: drawColumnSet,
	column: drawColumn,
	form: drawForm,
	interactive_container: drawInteractiveContainer,
	collapsible_panel: drawPanel,
	action: drawActions,
	note: (element, card) => create('div.note', {}, ...card.drawAll(element.elements)),
};

// -------------------------------------------------------------------------------------------------------------- actions

/** The row of buttons of JSON 1.0; its layouts other than flow make all of them equally wide. */
function drawActions(element, card) {
	const layout = oneOf(element.layout, ['bisected', 'trisection'], 'flow');
	const actions = layout === 'flow' || !Array.isArray(element.actions) ? element.actions
		: objects(element.actions).map((action) => ({...action, width: 'fill'}));
	return create(`div.row.layout-${layout}`, {}, ...card.drawAll(actions));
}

// -------------------------------------------------------------------------------------------------------------- columns

function drawColumnSet(element, card) {
	const columns = create('div.columns', {}, ...card.drawAll(element.columns));
	columns.style.setProperty('--tracks', tracksOf(objects(element.columns)));
	columns.dataset.flexMode = oneOf(element.flex_mode, ['stretch', 'flow', 'bisect', 'trisect'], 'none');
	columns.style.justifyContent = ENDS[oneOf(element.horizontal_align, ['left', 'center', 'right'], 'left')];
	columns.style.gap = spacing(element.horizontal_spacing, '8px');
	return jumpsAsWhole(painted(columns, element, card), element);
}

function drawColumn(element, card) {
	const column = create('div.column', {}, ...card.drawAll(element.elements));
	layOut(column, element, {vertical: '8px', horizontal: '8px'});
	return jumpsAsWhole(painted(column, element, card), element);
}

/**
 * The widths of columns that stand beside each other. If there is too little room, those of width auto shrink from the
 * widest down, so that a long text gives way to a button; beside a weighted one they leave some room for it.
 */
function tracksOf(columns) {
	const isWeighted = columns.some(({width}) => width === 'weighted');
	return columns.map(({width, weight}) => {
		if (width === 'weighted') {
			return `minmax(0, ${numberOf(weight, 1, 5, 1)}fr)`;
		}
		const length = /^\d+px$/.test(width) ? pixels(width, 16, 600) : null;
		return length ?? (isWeighted ? 'fit-content(60%)' : 'minmax(0, max-content)');
	}).join(' ');
}

function painted(node, element, card) {
	const color = card.color(element.background_style, 'background');
	if (color) {
		node.classList.add('painted');
		node.style.background = color;
	}
	return node;
}

function jumpsAsWhole(node, element) {
	const addresses = addressesOf({action: element.action});
	if (!addresses) {
		return node;
	}
	node.classList.add('jumps');
	pressable(node, 'link', () => {
		const address = addressOnDevice(addresses);
		if (address) {
			open(address);
		}
	});
	return node;
}

// ----------------------------------------------------------------------------------------------------------------- form

/** The fields of a form. Each field has a name, a value, isEmpty() and reset(). */
class Form {

	constructor(name) {
		this.name = name;
		this.fields = [];
	}

	add(field) {
		this.fields.push(field);
	}

	/** Checks the required fields, as the client does before it calls back. */
	async submit(button, element, card) {
		const missing = this.fields.filter((field) => {
			const isMissing = field.required && field.isEmpty();
			field.complain(isMissing);
			return isMissing;
		});
		if (missing.length > 0) {
			tell(button, `Required: ${missing.map((field) => field.label).join(', ')}`);
			missing[0].focus();
			return;
		}
		if (await confirmed(element.confirm)) {
			const value = objects(element.behaviors).find(({type}) => type === 'callback')?.value ?? element.value;
			report(button, {
				tag: 'button',
				name: textOf(element.name),
				...(value === undefined ? {} : {value}),
				form_value: this.values(),
			});
		}
	}

	reset() {
		this.fields.forEach((field) => {
			field.reset();
			field.complain(false);
		});
	}

	/** Inputs and checkers are always sent, other fields only if they have a value. */
	values() {
		return Object.fromEntries(this.fields.filter((field) => field.always || !field.isEmpty()).map((field) => [field.name, field.value()]));
	}

}

function drawForm(element, card) {
	const state = new Form(textOf(element.name));
	const form = create('form.form', {noValidate: true}, ...card.within(state).drawAll(element.elements));
	form.dataset.name = state.name;
	form.addEventListener('submit', (event) => event.preventDefault());
	return layOut(form, element, {vertical: '12px', horizontal: '8px'});
}

// ------------------------------------------------------------------------------------------------ interactive container

function drawInteractiveContainer(element, card) {
	const container = create('div.interactive-container', {}, ...card.drawAll(element.elements));
	layOut(container, element, {vertical: '4px', horizontal: '8px', padding: '4px 12px'});
	widen(container, element.width ?? 'fill', 16);
	container.style.height = element.height === 'auto' ? '' : pixels(element.height, 10, 999) ?? '';
	container.style.borderRadius = radius(element.corner_radius, '');
	if (element.background_style === 'laser') {
		container.classList.add('laser');
	}
	else {
		container.style.background = card.color(element.background_style, 'background') ?? '';
	}
	if (element.has_border === true) {
		container.classList.add('bordered');
		container.style.borderColor = card.color(element.border_color ?? 'grey', 'border') ?? '';
	}
	container.title = textOf(element.disabled === true ? element.disabled_tips : element.hover_tips);
	if (objects(element.behaviors).length > 0) {
		container.classList.toggle('disabled', element.disabled === true);
		const control = pressable(container, 'button', () => use(container, element, card));
		control.ariaDisabled = String(element.disabled === true);
	}
	return container;
}

// ---------------------------------------------------------------------------------------------------- collapsible panel

function drawPanel(element, card) {
	const header = isObject(element.header) ? element.header : {};
	const content = create('div.panel-content', {}, ...card.drawAll(element.elements));
	const isFramed = isObject(element.border) || Boolean(card.color(element.background_color, 'background'));
	layOut(content, element, {vertical: '12px', horizontal: '8px', padding: isFramed ? '8px' : '8px 0 0 0'});
	const panel = create('div.panel', {}, drawPanelHeader(header, card, isFramed), content);
	panel.style.background = card.color(element.background_color, 'background') ?? '';
	if (isObject(element.border)) {
		panel.classList.add('bordered');
		panel.style.borderColor = card.color(element.border.color ?? 'grey', 'border') ?? '';
		panel.style.borderRadius = radius(element.border.corner_radius, '5px');
	}
	setOpen(panel, element.expanded === true);
	return panel;
}

function drawPanelHeader(header, card, isFramed) {
	const title = isObject(header.title) ? header.title : {content: textOf(header.title)};
	const icon = drawIcon(header.icon, card) ?? create('span.icon', {}, drawGlyph('down'));
	icon.classList.add('panel-icon');
	icon.style.setProperty('--angle', `${oneOf(Number(header.icon_expanded_angle), [-180, -90, 90, 180], 180)}deg`);
	const position = oneOf(header.icon_position, ['left', 'follow_text'], 'right');
	const text = card.size(create('div.panel-title', {}, title.tag === 'markdown' ? drawMarkdown(textOf(title), card)
		: title.tag === 'lark_md' ? drawLarkMd(textOf(title), card) : textOf(title)), title.text_size);
	text.style.color = card.color(title.text_color, 'text') ?? '';
	const bar = create(`div.panel-header.icon-${position}`, {}, text, icon);
	bar.classList.add(`width-${oneOf(header.width, ['auto', 'auto_when_fold'], 'fill')}`);
	bar.style.padding = box(header.padding, 0, isFramed || header.background_color ? '4px 8px' : '0');
	bar.style.alignItems = ENDS[oneOf(header.vertical_align, ['top', 'center', 'bottom'], 'center')];
	bar.style.background = card.color(header.background_color, 'background') ?? '';
	pressable(bar, 'button', () => setOpen(bar.parentElement, !bar.parentElement.classList.contains('open')));
	return bar;
}

function setOpen(panel, isOpen) {
	panel.classList.toggle('open', isOpen);
	panel.querySelector(':scope > .panel-header[role], :scope > .panel-header > .cover').ariaExpanded = String(isOpen);
	panel.querySelector(':scope > .panel-content').hidden = !isOpen;
}
