// The page has three parts: the connection, the screens, and the cards. A card is untrusted input: it becomes DOM nodes
// by textContent, and Markdown goes through DOMPurify with a short list of what may stay.

const {marked, DOMPurify} = window;

// ---------------------------------------------------------------------------------------------------------- small parts

/** Creates an element: create('p.note', {title: 'x'}, 'text', otherElement, …). */
function create(tagAndClasses, properties = {}, ...children) {
	const [tag, ...classes] = tagAndClasses.split('.');
	const node = Object.assign(document.createElement(tag), properties);
	node.classList.add(...classes);
	node.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
	return node;
}

function isObject(value) {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function list(value) {
	return Array.isArray(value) ? value : [];
}

/** The content of a text object, or a plain string; empty for anything else. */
function textOf(value) {
	const content = isObject(value) ? value.content : value;
	return typeof content === 'string' || typeof content === 'number' ? String(content) : '';
}

/** A link that may be followed, or null. */
function webLink(value) {
	try {
		const url = new URL(String(value));
		return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
	}
	catch {
		return null;
	}
}

function oneOf(value, allowed, otherwise) {
	return allowed.includes(value) ? value : otherwise;
}

// ------------------------------------------------------------------------------------------------------------- Markdown

const COLOURS = ['blue', 'wathet', 'turquoise', 'green', 'lime', 'yellow', 'sunflower', 'orange', 'red', 'carmine',
	'violet', 'purple', 'indigo', 'grey', 'neutral'];

const markdown = new marked.Marked({
	gfm: true,
	breaks: true,
	renderer: {
		image({href, text}) {
			return `<picture>${escapeHtml(text || 'image')}: ${escapeHtml(href)}</picture>`;
		},
	},
});

const SANITIZE = {
	ALLOWED_TAGS: ['p', 'br', 'hr', 'strong', 'b', 'em', 'i', 'del', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li',
		'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'font', 'at', 'text_tag',
		'picture'],
	ALLOWED_ATTR: ['href', 'color', 'id', 'ids', 'email'],
	ALLOWED_URI_REGEXP: /^https?:/i,
	ADD_URI_SAFE_ATTR: ['color', 'id', 'ids', 'email'],
	SANITIZE_DOM: false, // would drop the id of <at id=all>; no id gets into the page, see drawMarkdown
	ALLOW_DATA_ATTR: false,
	ALLOW_ARIA_ATTR: false,
	RETURN_DOM_FRAGMENT: true,
};

/** What the platform's own tags look like here; they are not HTML. */
const PLATFORM_TAGS = {
	a(node) {
		return linkTo(node.getAttribute('href'), ...node.childNodes);
	},
	at(node) {
		const who = node.getAttribute('id') || node.getAttribute('ids') || node.getAttribute('email') || 'somebody';
		return create('span.mention', {}, `@${who}`);
	},
	font(node) {
		return create(`span.ink-${colour(node, 'default')}`, {}, ...node.childNodes);
	},
	text_tag(node) {
		return create(`span.tag.tag-${colour(node, 'neutral')}`, {}, ...node.childNodes);
	},
	picture(node) {
		return create('span.image-key', {}, node.textContent);
	},
};

function colour(node, otherwise) {
	return oneOf(node.getAttribute('color'), COLOURS, otherwise);
}

function escapeHtml(text) {
	return create('i', {textContent: text}).innerHTML;
}

function drawMarkdown(source) {
	const fragment = DOMPurify.sanitize(markdown.parse(source), SANITIZE);
	// Innermost first, so that a replaced parent takes replaced children along.
	for (const [tag, replace] of Object.entries(PLATFORM_TAGS)) {
		[...fragment.querySelectorAll(tag)].reverse().forEach((node) => node.replaceWith(replace(node)));
	}
	fragment.querySelectorAll('[id]').forEach((node) => node.removeAttribute('id'));
	return create('div.markdown', {}, fragment);
}

function linkTo(target, ...children) {
	const href = webLink(target);
	return href ? create('a', {href, target: '_blank', rel: 'noopener noreferrer'}, ...children)
		: create('span.no-link', {title: 'Only http and https links can be followed'}, ...children);
}

// ---------------------------------------------------------------------------------------------------------------- cards

/** One function per tag; each gets the element and answers the node that shows it. */
const ELEMENTS = {
	plain_text: (element) => create('span.plain-text', {}, textOf(element)),
	lark_md: (element) => drawMarkdown(textOf(element)),
	markdown: (element) => aligned(drawMarkdown(textOf(element)), element),
	div: drawDiv,
	hr: () => create('hr'),
	button: drawButton,
	input: drawInput,
	form: drawForm,
	column_set: drawColumnSet,
	column: drawColumn,
	action: (element) => create('div.row', {}, ...drawAll(element.actions)),
	note: (element) => create('div.note', {}, ...drawAll(element.elements)),
};

/** Never blank and never an exception: what cannot be drawn shows its JSON. */
function draw(element) {
	const renderer = isObject(element) && Object.hasOwn(ELEMENTS, element.tag) ? ELEMENTS[element.tag] : drawUnknown;
	try {
		return renderer(element);
	}
	catch (error) {
		console.warn('Not drawn', error);
		return drawUnknown(element);
	}
}

function drawAll(elements) {
	if (elements !== undefined && !Array.isArray(elements)) {
		return [drawUnknown(elements)];
	}
	return list(elements).map(draw);
}

function drawUnknown(element) {
	const tag = isObject(element) && typeof element.tag === 'string' ? element.tag : 'no element';
	return create('div.unknown', {},
		create('p', {}, 'Not drawn by the simulator: ', create('code', {}, tag)),
		create('details', {}, create('summary', {}, 'JSON'), create('pre', {}, JSON.stringify(element, null, 2))));
}

function aligned(node, element) {
	node.style.textAlign = oneOf(element.text_align, ['left', 'center', 'right'], '');
	return node;
}

function drawDiv(element) {
	const fields = list(element.fields).map((field) => create(field?.is_short ? 'div.field.short' : 'div.field', {},
		draw(field?.text)));
	return aligned(create('div.div', {},
		element.text ? draw(element.text) : null,
		fields.length > 0 ? create('div.fields', {}, ...fields) : null,
		element.extra ? draw(element.extra) : null), element.text ?? {});
}

function drawButton(element) {
	const type = oneOf(element.type, ['primary', 'danger', 'text', 'primary_text', 'danger_text', 'primary_filled',
		'danger_filled', 'laser'], 'default');
	const size = oneOf(element.size, ['tiny', 'small', 'large'], 'medium');
	const openUrl = list(element.behaviors).find((behavior) => behavior?.type === 'open_url');
	const target = openUrl?.default_url ?? element.url ?? element.multi_url?.url;
	const button = target && !element.disabled ? linkTo(target)
		: create('button', {type: 'button', disabled: element.disabled === true});
	button.classList.add('button', `button-${type}`, `size-${size}`);
	button.classList.toggle('fill', element.width === 'fill');
	button.append(textOf(element.text) || '(no text)');
	return button;
}

function drawInput(element) {
	const multiline = element.input_type === 'multiline_text';
	const field = create(multiline ? 'textarea' : 'input', {
		placeholder: textOf(element.placeholder),
		value: textOf(element.default_value),
		required: element.required === true,
		disabled: element.disabled === true,
		autocomplete: 'off',
		name: textOf(element.name),
	});
	if (multiline) {
		field.rows = Math.min(Math.max(Number(element.rows) || 5, 1), 20);
	}
	else {
		field.type = element.input_type === 'password' ? 'password' : 'text';
	}
	if (element.max_length >= 1 && element.max_length <= 1000) {
		field.maxLength = element.max_length;
	}
	const label = textOf(element.label);
	if (!label) {
		field.setAttribute('aria-label', field.placeholder || field.name || 'Text');
	}
	return create(element.label_position === 'left' ? 'label.input.left' : 'label.input', {},
		label ? create(field.required ? 'span.label.required' : 'span.label', {}, label) : null, field);
}

function drawForm(element) {
	const form = create('form.form', {noValidate: true}, ...drawAll(element.elements));
	form.addEventListener('submit', (event) => event.preventDefault());
	return form;
}

function drawColumnSet(element) {
	const columns = create('div.columns', {}, ...drawAll(element.columns));
	columns.dataset.flexMode = oneOf(element.flex_mode, ['stretch', 'flow', 'bisect', 'trisect'], 'none');
	columns.style.justifyContent = oneOf(element.horizontal_align, ['left', 'center', 'right'], '');
	return columns;
}

function drawColumn(element) {
	const column = create('div.column', {}, ...drawAll(element.elements));
	if (element.width === 'weighted') {
		column.style.flex = `${Math.min(Math.max(Number(element.weight) || 1, 1), 5)} 1 0`;
	}
	else if (/^\d+px$/.test(element.width)) {
		column.style.flex = `0 1 ${element.width}`;
	}
	column.style.alignSelf = {top: 'flex-start', center: 'center', bottom: 'flex-end'}[element.vertical_align] ?? '';
	return column;
}

function drawHeader(header) {
	const template = oneOf(header.template, COLOURS, 'default');
	const tags = list(header.text_tag_list).map((tag) => create(
		`span.tag.tag-${oneOf(tag?.color, COLOURS, 'blue')}`, {}, textOf(tag?.text)));
	const title = textOf(header.title) || textOf(header.subtitle);
	const subtitle = textOf(header.title) ? textOf(header.subtitle) : '';
	return create(`header.card-header.template-${template}`, {},
		create('h4.card-title', {}, title),
		tags.length > 0 ? create('span.tags', {}, ...tags) : null,
		subtitle ? create('p.card-subtitle', {}, subtitle) : null);
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

function drawCard(card) {
	if (card.type === 'template') {
		return [drawTemplate(card.data)];
	}
	const elements = card.body?.elements ?? card.elements ?? Object.values(card.i18n_elements ?? {})[0];
	const parts = [];
	if (isObject(card.header)) {
		parts.push(drawHeader(card.header));
	}
	const body = drawAll(elements);
	if (body.length > 0) {
		parts.push(create('div.card-body', {}, ...body));
	}
	return parts.length > 0 ? parts : [create('div.card-body', {}, create('p.blank', {}, 'A blank card'))];
}

function drawMessage(message) {
	const article = create('article.card', {}, ...drawCard(message.card));
	article.dataset.messageId = message.messageId;
	article.setAttribute('aria-label', textOf(message.card.header?.title) || 'Card');
	if (message.onlyYou) {
		article.classList.add('only-you');
		article.append(create('footer.mark', {}, '仅对你可见 / Only visible to you'));
	}
	return article;
}

// -------------------------------------------------------------------------------------------------------------- screens

const screens = document.getElementById('screens');

/** Keeps nodes that are still right, so that a card one types in is not drawn anew with every event. */
function update(parent, items, key, build, refresh = () => {}) {
	const existing = new Map([...parent.children].map((node) => [node.dataset.key, node]));
	const nodes = items.map((item) => {
		const node = existing.get(key(item)) ?? build(item);
		node.dataset.key = key(item);
		return node;
	});
	if (nodes.length !== parent.children.length || nodes.some((node, index) => node !== parent.children[index])) {
		parent.replaceChildren(...nodes);
	}
	nodes.forEach((node, index) => refresh(node, items[index]));
}

function buildScreen(member) {
	const screen = create('section.screen', {},
		create('header.screen-header', {},
			create(`span.avatar.hue-${hue(member.name)}`, {ariaHidden: 'true'}, [...member.name][0].toUpperCase()),
			create('h3', {}, member.name),
			create('span.presence')),
		create('p.empty', {}, `Nothing here for ${member.name} yet.`),
		create('div.cards', {role: 'log'}));
	screen.dataset.member = member.name;
	screen.setAttribute('aria-label', member.name);
	return screen;
}

function refreshScreen(screen, member) {
	screen.classList.toggle('offline', !member.online);
	screen.querySelector('.presence').textContent = member.online ? 'online' : 'offline';
	screen.querySelector('.empty').hidden = member.cards.length > 0;
	const cards = screen.querySelector('.cards');
	const lastBefore = cards.lastElementChild;
	update(cards, member.cards, (message) => message.messageId + JSON.stringify(message.card), drawMessage);
	const last = cards.lastElementChild;
	if (last && last !== lastBefore) {
		cards.scrollTop = last.offsetTop - cards.firstElementChild.offsetTop;
	}
}

function hue(name) {
	return [...name].reduce((sum, letter) => sum + letter.codePointAt(0), 0) % 6;
}

function show(state) {
	const chat = state.chat;
	document.getElementById('chat-name').textContent = chat?.name ?? '';
	document.getElementById('chat-notes').textContent = chat ? notesOn(chat).join(' · ') : '';
	showPicker(state);
	showMessage(state);
	update(screens, chat?.members ?? [], (member) => `${chat.id} ${member.name}`, buildScreen, refreshScreen);
}

function notesOn(chat) {
	const members = chat.members.length === 1 ? '1 member' : `${chat.members.length} members`;
	return [members, ...(chat.topic ? ['topic group: takes no private cards'] : []),
		...(chat.bot ? [] : ['the bot was removed'])];
}

function showMessage(state) {
	const message = document.getElementById('message');
	message.hidden = (state.chat?.members.length ?? 0) > 0;
	if (state.chat) {
		message.textContent = 'Nobody is in this chat.';
	}
	else {
		message.textContent = state.chats.length > 0 ? 'This chat is gone. Choose another one.'
			: 'No chat yet. As soon as one is created, its members appear here side by side.';
	}
}

function showPicker(state) {
	const picker = document.getElementById('chat-picker');
	picker.hidden = state.chats.length < (state.chat ? 2 : 1);
	const select = picker.querySelector('select');
	select.replaceChildren(...(state.chat ? [] : [create('option', {value: ''}, '…')]),
		...state.chats.map((chat) => create('option', {value: chat.id}, chat.name)));
	select.value = state.chat?.id ?? '';
}

// ----------------------------------------------------------------------------------------------------------- connection

let events;

function connect() {
	events?.close();
	const chat = new URLSearchParams(location.search).get('chat');
	events = new EventSource(`/simulator/events${chat ? `?chat=${encodeURIComponent(chat)}` : ''}`);
	events.onopen = () => showConnection('live', 'Live');
	events.onerror = () => showConnection('lost', 'Not connected, trying again…');
	events.onmessage = (event) => show(JSON.parse(event.data));
}

function showConnection(state, text) {
	const connection = document.getElementById('connection');
	connection.dataset.state = state;
	connection.textContent = text;
}

document.getElementById('chat-picker').addEventListener('change', (event) => {
	const address = new URL(location.href);
	address.searchParams.set('chat', event.target.value);
	history.replaceState(null, '', address);
	connect();
});

document.body.classList.toggle('embedded', new URLSearchParams(location.search).has('embed'));
connect();
