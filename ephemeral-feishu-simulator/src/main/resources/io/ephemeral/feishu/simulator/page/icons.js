// Icons. The platform's library has thousands; the commonest are drawn here by the words in their token, and all others
// by one neutral glyph. The token is always in the title.

import {picture} from '/images.js';
import {create, createSvg} from '/nodes.js';
import {isObject, pixels, textOf} from '/values.js';

/** Outlines on a field of 24 by 24. */
const GLYPHS = {
	add: 'M12 5v14M5 12h14',
	alarm: 'M12 7v6l4 2M12 3.5a9 9 0 1 0 .01 0M4 3 2.5 5M20 3l1.5 2',
	approval: 'M7 3h10v6l-2 3v3H9v-3L7 9zM5 19h14v2H5zM7 15h10v4H7z',
	attachment: 'M19 11.5 12 18.6a4.4 4.4 0 0 1-6.2-6.2l7.4-7.5a3 3 0 0 1 4.2 4.2l-7.3 7.4a1.5 1.5 0 0 1-2.1-2.1l6.6-6.7',
	bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4',
	calendar: 'M4 6h16v14H4zM4 10h16M8 3v4M16 3v4M8 14h3v3H8z',
	chart: 'M4 20h16M7 20v-7M12 20V5M17 20v-10',
	chat: 'M4 5h16v11H11l-4 4v-4H4zM8 9h8M8 12.5h5',
	check: 'M5 12.5 10 17.5 19.5 7',
	clock: 'M12 3.5a8.5 8.5 0 1 0 .01 0M12 7.5V12l3.5 2',
	close: 'M6 6l12 12M18 6 6 18',
	cloud: 'M7 18a4 4 0 0 1-.5-8A6 6 0 0 1 18 9.5a4.3 4.3 0 0 1-.5 8.5z',
	code: 'M8.5 7 3.5 12l5 5M15.5 7l5 5-5 5M13.5 5l-3 14',
	copy: 'M8 8h12v12H8zM4 16V4h12',
	delete: 'M4 7h16M9 7V4h6v3M6 7l1 13h10l1-13M10 11v5M14 11v5',
	doc: 'M6 3h8l4 4v14H6zM14 3v4h4M9 12h6M9 16h6',
	down: 'M5 9l7 7 7-7',
	download: 'M12 4v11M7.5 11l4.5 4.5 4.5-4.5M4 20h16',
	edit: 'M4 20h4L19.5 8.5l-4-4L4 16zM13 7l4 4',
	error: 'M12 3.5a8.5 8.5 0 1 0 .01 0M9 9l6 6M15 9l-6 6',
	eye: 'M2.5 12S6 5.5 12 5.5 21.5 12 21.5 12 18 18.5 12 18.5 2.5 12 2.5 12zM12 9a3 3 0 1 0 .01 0',
	filter: 'M4 5h16l-6 8v6l-4-2v-4z',
	flag: 'M6 21V4h12l-3 4.5L18 13H6',
	folder: 'M3 6h7l2 2h9v11H3z',
	forbidden: 'M12 3.5a8.5 8.5 0 1 0 .01 0M6 6l12 12',
	forward: 'M13 5l7 6.5-7 6.5v-4C8 14 5 16 4 19c0-6 3-10 9-10z',
	gift: 'M4 9h16v4H4zM5.5 13h13v7h-13zM12 9v11M12 9C8 9 7 4 9.5 4S12 9 12 9s0-5 2.5-5S16 9 12 9',
	globe: 'M12 3.5a8.5 8.5 0 1 0 .01 0M3.5 12h17M12 3.5c-5 5-5 12 0 17M12 3.5c5 5 5 12 0 17',
	group: 'M9 5a3.5 3.5 0 1 0 .01 0M2.5 20c0-5 3-7 6.5-7s6.5 2 6.5 7zM16 5.5a3 3 0 0 1 0 6.5M17.5 13.5c2.5.5 4 2.5 4 6.5',
	heart: 'M12 20S3.5 14.5 3.5 9A4.5 4.5 0 0 1 12 7a4.5 4.5 0 0 1 8.5 2C20.5 14.5 12 20 12 20z',
	history: 'M5 7a8.5 8.5 0 1 1-1.5 5M5 3v4.5h4.5M12 8v4.5l3 1.5',
	home: 'M4 11l8-7 8 7v9h-5.5v-6h-5v6H4z',
	image: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M8.5 8a1 1 0 1 0 .01 0',
	info: 'M12 3.5a8.5 8.5 0 1 0 .01 0M12 11v5.5M12 7.5v.5',
	left: 'M15 5l-7 7 7 7',
	lightning: 'M13 3 5 14h6l-1 7 8-11h-6z',
	link: 'M10 14a4 4 0 0 1 0-5.5l3-3A4 4 0 0 1 18.5 11l-1.5 1.5M14 10a4 4 0 0 1 0 5.5l-3 3A4 4 0 0 1 5.5 13L7 11.5',
	location: 'M12 21s-7-6.5-7-11.5a7 7 0 0 1 14 0C19 14.5 12 21 12 21zM12 7a2.5 2.5 0 1 0 .01 0',
	lock: 'M5 10h14v10H5zM8 10V7.5a4 4 0 0 1 8 0V10M12 14v2.5',
	mail: 'M3.5 5.5h17v13h-17zM3.5 7l8.5 6 8.5-6',
	member: 'M12 4a4 4 0 1 0 .01 0M4.5 20.5c0-5 3.5-7 7.5-7s7.5 2 7.5 7z',
	microphone: 'M12 3.5a2.5 2.5 0 0 0-2.5 2.5v5a2.5 2.5 0 0 0 5 0V6A2.5 2.5 0 0 0 12 3.5M6 11a6 6 0 0 0 12 0M12 17v4M8.5 21h7',
	minus: 'M5 12h14',
	money: 'M12 3.5a8.5 8.5 0 1 0 .01 0M8.5 7.5l3.5 4.5 3.5-4.5M12 12v5M9 12.5h6M9 15h6',
	more: 'M5.5 12h.01M12 12h.01M18.5 12h.01',
	phone: 'M6 3.5 9.5 4l1 4L8 10c1 2.5 3 4.5 6 6l2-2.5 4 1 .5 3.5c-1 2.5-3.5 2.5-5.5 2C9.5 18.5 5 13.5 4 9 3.5 6.5 4 4.5 6 3.5z',
	pin: 'M8 3.5h8l-1 6 3 4H6l3-4zM12 13.5V21',
	play: 'M7 4.5v15l12.5-7.5z',
	question: 'M12 3.5a8.5 8.5 0 1 0 .01 0M9.5 9.5a2.5 2.5 0 1 1 3.5 2.5c-.7.4-1 .9-1 2M12 16.8v.2',
	refresh: 'M5 12a7 7 0 0 1 12-5l2 2M19 4v5h-5M19 12a7 7 0 0 1-12 5l-2-2M5 20v-5h5',
	reply: 'M10 5 3.5 11.5 10 18v-4c5 0 8 1.5 10 5 0-6-3.5-10-10-10z',
	right: 'M9 5l7 7-7 7',
	robot: 'M5 8h14v11H5zM12 4v4M9 12v2M15 12v2M9.5 16.5h5M3 12v4M21 12v4',
	screen: 'M4 9V4h5M15 4h5v5M20 15v5h-5M9 20H4v-5',
	search: 'M10.5 4a6.5 6.5 0 1 0 .01 0M15.5 15.5 20.5 20.5',
	send: 'M3.5 11.5 20.5 4l-5 16.5-4-7zM11.5 13.5 20.5 4',
	setting: 'M12 8.5a3.5 3.5 0 1 0 .01 0M12 3v2.5M12 18.5V21M3 12h2.5M18.5 12H21M5.6 5.6l1.8 1.8M16.6 16.6l1.8 1.8M5.6 18.4l1.8-1.8M16.6 7.4l1.8-1.8',
	sheet: 'M4 4h16v16H4zM4 9.5h16M4 14.5h16M10 4v16',
	signature: 'M3.5 19.5h17M5 15c3-9 6-12 7-10s-5 9-3 10 3-5 5-5-1 4 1 4 2-1 3.5-2',
	star: 'M12 3.5 14.6 9l6 .8-4.4 4.2 1.1 6L12 17.1 6.7 20l1.1-6L3.4 9.8l6-.8z',
	thumb: 'M4 10.5h3.5V20H4zM7.5 11 11 3.5c2 0 3 1 2.5 3L13 9.5h6.5L18 20H7.5',
	todo: 'M5 4h14v16H5zM8.5 12l2.5 2.5 5-5',
	up: 'M5 15l7-7 7 7',
	upload: 'M12 16V5M7.5 9 12 4.5 16.5 9M4 20h16',
	video: 'M3.5 6h12v12h-12zM15.5 10.5l5-3v9l-5-3',
	warning: 'M12 4 2.8 20h18.4zM12 10v4.5M12 17v.3',
	neutral: 'M6 4h12a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2zM12 9a3 3 0 1 0 .01 0',
};

/** Glyphs by the beginning of a word in a token. The first match decides. */
const WORDS = [
	[/thumbs?-?up|like|praise/, 'thumb'], [/forbid|ban|disable/, 'forbidden'], [/history|recent/, 'history'],
	[/increase|rise|arrow-up/, 'up'], [/decrease|fall|arrow-down/, 'down'], [/stable|reduce|minus/, 'minus'],
	[/calibration|report|chart|data|analytics/, 'chart'], [/sheet|bitable|table|grid/, 'sheet'],
	[/selection|scan|frame|full-?screen/, 'screen'], [/signature|sign/, 'signature'], [/todo|task/, 'todo'],
	[/approv|stamp/, 'approval'], [/alarm/, 'alarm'], [/calendar|date/, 'calendar'],
	[/time|clock|buzz|wait/, 'clock'], [/group|team|community|members|people/, 'group'],
	[/member|person|user|contact|avatar|profile|admin/, 'member'], [/robot|bot(_|$|-)/, 'robot'],
	[/search|magnif/, 'search'], [/delete|trash|bin(_|$|-)/, 'delete'], [/edit|pen(_|$|-)|compose|rename/, 'edit'],
	[/info/, 'info'], [/warn|alert|caution/, 'warning'], [/error|fail/, 'error'], [/help|question|maybe/, 'question'],
	[/yes|check|done|succe|resolve/, 'check'], [/close|cancel|no(_|$|-)/, 'close'],
	[/reply/, 'reply'], [/forward|share/, 'forward'], [/attach|clip/, 'attachment'], [/link|url/, 'link'],
	[/folder/, 'folder'], [/doc|file|wiki|note|text|pdf|word/, 'doc'], [/setting|gear|config/, 'setting'],
	[/star|favou?rite|collect/, 'star'], [/heart|love/, 'heart'], [/location|local|map|place/, 'location'],
	[/phone|call|cell/, 'phone'], [/mail|inbox/, 'mail'], [/more|ellipsis/, 'more'],
	[/video|meeting|camera/, 'video'], [/mic|voice|audio/, 'microphone'], [/play/, 'play'],
	[/image|pic|photo/, 'image'], [/bell|notif|remind/, 'bell'], [/lock|secur|encrypt/, 'lock'],
	[/eye|view|visible|preview/, 'eye'], [/pin/, 'pin'], [/flag|mark/, 'flag'], [/gift|reward/, 'gift'],
	[/money|wallet|pay|currency|bill/, 'money'], [/home/, 'home'], [/globe|language|web|translate|browser/, 'globe'],
	[/cloud/, 'cloud'], [/code|api/, 'code'], [/copy/, 'copy'], [/filter/, 'filter'],
	[/refresh|sync|replace|reset|loop|update/, 'refresh'], [/download/, 'download'], [/upload/, 'upload'],
	[/flash|lightning|quick|power|ai(_|$|-)/, 'lightning'], [/send/, 'send'],
	[/chat|message|comment|topic|bubble|feed/, 'chat'], [/add|plus|new|create/, 'add'],
	[/down|expand|unfold/, 'down'], [/up(_|$|-)|fold|collapse/, 'up'], [/left|back|prev/, 'left'],
	[/right|next|enter/, 'right'],
].map(([words, glyph]) => [new RegExp(`(?:^|[-_])(?:${words.source})`), glyph]);

/** A glyph by our own name for it. */
export function drawGlyph(name, kind = '') {
	const svg = createSvg('svg', {'viewBox': '0 0 24 24', 'class': `glyph ${kind}`, 'aria-hidden': 'true'});
	svg.append(createSvg('path', {d: GLYPHS[name]}));
	return svg;
}

/** An icon object of a card: one of the library, or an image. Null if there is none. */
export function drawIcon(icon, card) {
	if (!isObject(icon)) {
		return null;
	}
	const token = textOf(icon.token);
	const key = textOf(icon.img_key);
	const isImage = key && (icon.tag === 'custom_icon' || !token);
	if (!isImage && !token) {
		return null;
	}
	const node = create('span.icon', {title: isImage ? key : token},
		isImage ? picture(key) : drawGlyph(glyphFor(token), /_(filled|colorful)$/.exec(token)?.[1]));
	node.dataset.token = isImage ? key : token;
	const color = card.color(icon.color ?? icon.style?.color, 'icon');
	if (color && !token.endsWith('_colorful')) {
		node.style.color = color;
	}
	const sizes = textOf(icon.size).trim().split(/\s+/).map((size) => pixels(size, 1, 99));
	if (sizes[0]) {
		node.style.width = sizes[0];
		node.style.height = sizes[1] ?? sizes[0];
	}
	return node;
}

function glyphFor(token) {
	return WORDS.find(([words]) => words.test(token.toLowerCase()))?.[1] ?? 'neutral';
}
