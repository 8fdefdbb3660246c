// Markdown in the platform's dialects. It comes from a card and goes through DOMPurify with a short list of allowed
// elements.

import {inkOn, namedColor, tagColors} from '/colors.js';
import {emoji} from '/emoji.js';
import {drawIcon, drawGlyph} from '/icons.js';
import {picture, previewable} from '/images.js';
import {addressOnDevice, linkTo, webLink} from '/links.js';
import {create} from '/nodes.js';
import {paged} from '/pager.js';
import {drawPerson, nameOf} from '/persons.js';
import {formatMoment} from '/moments.js';
import {numberOf} from '/values.js';

const {marked, DOMPurify} = window;

const ROWS_PER_PAGE = 5;

/** HTML has other elements and attributes of these names, and the parser and the page's policy would take them so. */
const RENAMED_TAGS = /^(<\/?)(link|audio)(?=[\s/>])/i;

const RENAMED_ATTRIBUTES = /\s(style|background|on[a-z]+)(?=\s*=)/gi;

const EMPTY_TAG = /^<([a-z_]+)([^>]*?)\/>$/i;

/** Symbols and punctuation before an emphasis; an emoji may end in signs that are neither. */
const SYMBOL = /[\p{P}\p{S}\p{Extended_Pictographic}\p{Emoji_Modifier}\ufe0f\u20e3\u{e007f}]/u;

const RAW = {
	name: 'raw',
	level: 'inline',
	start: (source) => source.indexOf('<raw>'),
	tokenizer(source) {
		const match = /^<raw>([\s\S]*?)<\/raw>/.exec(source);
		return match ? {type: 'raw', raw: match[0], text: match[1]} : undefined;
	},
	renderer: ({text}) => escapeHtml(text),
};

const EMOJI = {
	name: 'emoji',
	level: 'inline',
	start: (source) => source.search(/:[A-Za-z0-9_]{2,32}:/),
	tokenizer(source) {
		const match = /^:([A-Za-z0-9_]{2,32}):/.exec(source);
		return match && emoji(match[1]) ? {type: 'emoji', raw: match[0], text: match[1]} : undefined;
	},
	renderer: ({text}) => `<emoji id="${escapeHtml(text)}">${emoji(text)}</emoji>`,
};

/** What a dialect does not know stays as it was written: the named tokens of the parser, images, and tags. */
function dialect({without = [], knowsImages = true, knowsTag = () => true}) {
	return new marked.Marked({
		gfm: true,
		breaks: true,
		extensions: knowsTag('raw') ? [RAW, EMOJI] : [EMOJI],
		tokenizer: {
			emStrong(source, masked, before) {
				// The parser sees half of an emoji, and not that it is a symbol.
				const place = masked.length - source.length;
				const last = [...masked.slice(Math.max(0, place - 2), place)].at(-1) ?? '';
				return marked.Tokenizer.prototype.emStrong.call(this, source, masked, SYMBOL.test(last) ? '!' : before);
			},
			// There are no HTML blocks: Markdown inside of tags stays Markdown.
			...Object.fromEntries(['html', ...without].map((token) => [token, () => undefined])),
		},
		renderer: {
			image({raw, href, text}) {
				return knowsImages ? `<picture id="${escapeHtml(href)}">${escapeHtml(text)}</picture>` : escapeHtml(raw);
			},
			html({text}) {
				if (!knowsTag(/^<\/?([a-z_]*)/i.exec(text)[1].toLowerCase())) {
					return escapeHtml(text);
				}
				const tag = text.replace(RENAMED_TAGS, '$1card_$2').replace(RENAMED_ATTRIBUTES, ' card_$1');
				return tag.replace(EMPTY_TAG, (whole, name, attributes) => /^(br|hr)$/i.test(name) ? whole
					: `<${name}${attributes}></${name}>`);
			},
		},
	});
}

/** CommonMark without HTML blocks, plus tags of the platform. */
const RICH_TEXT = dialect({});

const RICH_TEXT_OF_FIRST_VERSION = dialect({
	without: ['heading', 'lheading', 'blockquote', 'table', 'codespan'],
	knowsTag: (tag) => tag !== 'number_tag',
});

const INLINE_MARKS = dialect({
	without: ['codespan'],
	knowsImages: false,
	knowsTag: (tag) => ['a', 'at', 'br', 'font', 'text_tag'].includes(tag),
});

const TITLE = dialect({
	without: ['emStrong', 'del', 'codespan', 'link', 'reflink', 'autolink', 'url'],
	knowsTag: (tag) => tag === 'at',
});

const OWN_ATTRIBUTES = ['color', 'id', 'ids', 'email', 'show_name', 'show_avatar', 'card_style', 'card_background',
	'background_color', 'font_color', 'millisecond', 'format_type', 'link', 'icon', 'url', 'pc_url', 'ios_url',
	'android_url', 'file_key'];

const SANITIZE = {
	ALLOWED_TAGS: ['p', 'br', 'hr', 'strong', 'b', 'em', 'i', 'del', 's', 'code', 'pre', 'blockquote', 'ul', 'ol', 'li',
		'h1', 'h2', 'h3', 'h4', 'h5', 'h6', 'a', 'table', 'thead', 'tbody', 'tr', 'th', 'td', 'input', 'font', 'at',
		'text_tag', 'number_tag', 'person', 'local_datetime', 'card_link', 'card_audio', 'picture', 'emoji'],
	ALLOWED_ATTR: ['href', 'align', 'checked', 'disabled', 'type', 'start', ...OWN_ATTRIBUTES],
	ALLOWED_URI_REGEXP: /^https?:/i,
	ADD_URI_SAFE_ATTR: ['align', 'checked', 'disabled', 'type', 'start', ...OWN_ATTRIBUTES],
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
		const who = node.getAttribute('ids') || node.getAttribute('id') || node.getAttribute('email') || 'somebody';
		const mentions = who.split(',').map((id) => id.trim()).map((id) =>
			create('span.mention', {title: id}, `@${id === 'all' ? 'Everyone' : nameOf(id)}`));
		return create('span', {}, ...mentions.flatMap((mention) => [' ', mention]).slice(1));
	},
	font(node, card) {
		const font = create('span', {}, ...node.childNodes);
		font.style.color = card.color(node.getAttribute('color'), 'text') ?? '';
		const background = card.color(node.getAttribute('card_background') ?? node.getAttribute('background_color'),
			'background');
		if (background) {
			font.classList.add('marked');
			font.style.background = background;
		}
		return font;
	},
	text_tag(node) {
		return drawTag(node.getAttribute('color'), 'neutral', node.childNodes);
	},
	number_tag(node, card) {
		const number = create('span.number-tag', {}, ...node.childNodes);
		const ground = node.getAttribute('background_color');
		number.style.background = card.color(ground, 'solid') ?? '';
		number.style.color = card.color(node.getAttribute('font_color'), 'text') ?? inkOn(ground);
		const address = addressOnDevice(addresses(node));
		return address ? linkTo(address, number) : number;
	},
	person(node) {
		return drawPerson(node.getAttribute('id') ?? '?', {
			showAvatar: node.getAttribute('show_avatar') !== 'false',
			showName: node.getAttribute('show_name') !== 'false',
			size: 'extra_small',
			capsule: node.getAttribute('card_style') === 'capsule',
		});
	},
	local_datetime(node, card) {
		// Without a moment the platform shows when the card was sent, which the page does not know.
		const moment = numberOf(node.getAttribute('millisecond'), -8.64e15, 8.64e15, Date.now());
		const time = create('time', {}, formatMoment(moment, node.getAttribute('format_type'), card.viewer));
		const link = node.getAttribute('link');
		return webLink(link) ? linkTo(link, time) : time;
	},
	card_link(node, card) {
		const icon = drawIcon({tag: 'standard_icon', token: node.getAttribute('icon') ?? ''}, card);
		return linkTo(addressOnDevice(addresses(node)) ?? '', ...(icon ? [icon] : []), ...node.childNodes);
	},
	card_audio(node) {
		const key = node.getAttribute('file_key') ?? '';
		return create('span.inline-audio', {title: key}, drawGlyph('play', 'filled'), 'audio');
	},
	picture(node) {
		const image = picture(node.getAttribute('id'), {alt: node.textContent, title: node.textContent});
		return node.closest('a') ? image : previewable(image);
	},
	emoji(node) {
		const isWord = /^\w/.test(node.textContent);
		return create(isWord ? 'span.emoji.stamp' : 'span.emoji', {title: `:${node.getAttribute('id')}:`}, node.textContent);
	},
	input(node) {
		const checked = node.hasAttribute('checked');
		return create('input', {type: 'checkbox', checked, disabled: true, ariaLabel: 'Done'});
	},
	td: alignedCell,
	th: alignedCell,
};

function alignedCell(node) {
	const cell = create(node.localName, {}, ...node.childNodes);
	cell.style.textAlign = {left: 'left', center: 'center', right: 'right'}[node.getAttribute('align')] ?? '';
	return cell;
}

function addresses(node) {
	const names = ['url', 'pc_url', 'ios_url', 'android_url'];
	return Object.fromEntries(names.map((name) => [name, node.getAttribute(name)]));
}

function escapeHtml(text) {
	return create('i', {textContent: text}).innerHTML.replaceAll('"', '&quot;');
}

/** The text of a markdown component, whose dialect depends on the version of the card. */
export function drawMarkdown(source, card) {
	const parser = card.isFirstVersion ? RICH_TEXT_OF_FIRST_VERSION : RICH_TEXT;
	return drawn(create('div.markdown'), parser.parse(source), card);
}

/** A text of the kind lark_md, which has inline marks only. */
export function drawLarkMd(source, card) {
	return drawn(create('div.markdown.inline-marks'), INLINE_MARKS.parseInline(lines(source)), card);
}

/** A title of the kind lark_md, which has mentions and emoji only. */
export function drawTitle(source, card) {
	return drawn(create('span.markdown'), TITLE.parseInline(lines(source)), card);
}

function lines(source) {
	return source.replace(/\r\n?/g, '\n');
}

function drawn(place, html, card) {
	const fragment = DOMPurify.sanitize(html, SANITIZE);
	// Innermost first, so that a replaced parent takes replaced children along.
	for (const [tag, replace] of Object.entries(PLATFORM_TAGS)) {
		[...fragment.querySelectorAll(tag)].reverse().forEach((node) => node.replaceWith(replace(node, card)));
	}
	fragment.querySelectorAll('[id]').forEach((node) => node.removeAttribute('id'));
	fragment.querySelectorAll('table').forEach(pageTable);
	// On the page they are headings within a card, whatever their size.
	fragment.querySelectorAll('h1, h2, h3, h4, h5, h6').forEach((heading) => heading.setAttribute('aria-level', '4'));
	place.append(fragment);
	return place;
}

function pageTable(table) {
	const place = create('div.markdown-table');
	table.replaceWith(place);
	place.append(create('div.table-scroller', {tabIndex: 0}, table));
	const pager = paged([...table.querySelectorAll('tbody > tr')], ROWS_PER_PAGE);
	if (pager) {
		place.append(pager);
	}
}

/** A small colored label. */
export function drawTag(color, otherwise, children, isOnHeader = false) {
	const tag = create('span.tag', {}, ...children);
	const family = String(color).split('-')[0];
	tag.dataset.color = family === 'neutral' || namedColor(`${family}-100`) ? family : otherwise;
	Object.assign(tag.style, tagColors(tag.dataset.color, isOnHeader));
	return tag;
}
