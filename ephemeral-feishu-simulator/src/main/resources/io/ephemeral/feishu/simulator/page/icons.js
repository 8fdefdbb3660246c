// Icons. The platform's library has thousands; the commonest are drawn here by the words in their token, and all others
// as letters. The token is always in the title.

import {GLYPHS, letter, SIGNS} from '/glyphs.js';
import {picture} from '/images.js';
import {create, createSvg} from '/nodes.js';
import {isObject, pixels, textOf} from '/values.js';

/** Glyphs by the beginning of a word in a token. The first match decides, so that things come before actions. */
const WORDS = wordsOf([
	[/sheet-iconsets-(increase|up)/, 'arrow-up'], [/sheet-iconsets-(decrease|down)/, 'arrow-down'], [/sheet-iconsets-stable/, 'minus'],
	[/thumbs?-?down|dislike/, 'thumb-down'], [/thumbs?-?up|like|praise/, 'thumb'],
	[/invisible|hide|hidden|eye-?off/, 'eye-off'], [/zoom-?in|enlarge/, 'zoom-in'], [/zoom-?out/, 'zoom-out'], [/light-?bulb|idea|bulb/, 'bulb'],
	[/log-?in|sign-?in/, 'login'], [/log-?out|sign-?out|exit/, 'logout'], [/qr-?code|code-?scan/, 'qrcode'],
	[/msgcard|card|credit/, 'card'], [/larkcommunity|community/, 'community'], [/mindnote|mind-?map|org(_|$|-)/, 'mind'],
	[/loading|spinner|progress/, 'loading'], [/ellipse|circle(_|$)|dot(_|$)|round(_|$)/, 'ellipse'],
	[/square(_|$)|stop-?square|rectangle/, 'square'], [/efficiency|gauge|dashboard|speed/, 'gauge'],
	[/desktop|computer|monitor|pc(_|$|-)|laptop/, 'desktop'], [/tea(_|$|-)|hot-?drink/, 'tea'],
	[/cup|coffee|mug/, 'cup'], [/map/, 'map'], [/notes?(_|$|-)|memo|paragraph|minutes/, 'notes'], [/okr|target|aim/, 'okr'],
	[/vote|poll/, 'vote'], [/myai|ai(_|$|-)|magic/, 'spark'], [/app(_|$|-|s)|workbench|workplace|grid/, 'app'], [/rocket|launch/, 'rocket'],
	[/trophy|cup-win|champion/, 'trophy'], [/medal|award|badge|certificate/, 'medal'], [/bookmark/, 'bookmark'],
	[/wiki-bitable|bitable/, 'database'], [/book|read(_|$|-)|wiki|knowledge/, 'book'], [/slides?|ppt|present|keynote/, 'slides'],
	[/form|survey|questionnaire/, 'form'], [/list|order(ed)?(_|$|-)|catalog|outline(_|$|-)|menu/, 'list'],
	[/invoice|receipt|bill/, 'receipt'], [/ticket|coupon/, 'ticket'], [/cart|shop/, 'cart'], [/bag|suitcase|business/, 'bag'],
	[/bus(_|$|-)/, 'bus'], [/car(_|$|-)|taxi|drive/, 'car'], [/plane|flight|airport|travel|trip/, 'plane'],
	[/food|meal|lunch|dish|canteen/, 'food'], [/company|building|office|enterprise|department|bank/, 'company'],
	[/database|server|storage/, 'database'], [/terminal|console|command/, 'terminal'], [/bug/, 'bug'],
	[/shield|safe|protect|guard/, 'shield'], [/key(_|$|-)|password/, 'key'], [/tool|wrench|repair|fix/, 'tool'],
	[/brain/, 'brain'], [/fire(_|$|-)|hot(_|$|-)/, 'fire'], [/leaf|tree|plant/, 'leaf'], [/sun(_|$|-)|light(_|$)|day(_|$|-)/, 'sun'],
	[/moon|night|dark/, 'moon'], [/compass|navigat|explore/, 'compass'], [/hourglass|pending/, 'hourglass'],
	[/headset|support|service/, 'headset'], [/music|song/, 'music'], [/speaker|volume|sound|loud|announce|broadcast/, 'speaker'],
	[/printer|print/, 'printer'], [/wifi|network|signal/, 'wifi'], [/battery/, 'battery'], [/plugin|extension|puzzle/, 'plugin'],
	[/package|box|parcel|deliver/, 'package'], [/archive/, 'archive'], [/tag|label|price/, 'tag'],
	[/hash|topic|channel/, 'hash'], [/at(_|$|-)|mention/, 'at'], [/quote|quotation/, 'quote'], [/sad|unhappy|frown/, 'sad'],
	[/emoji|smile|happy|expression|sticker/, 'smile'], [/hand(_|$|-)|raise/, 'hand'], [/anchor/, 'anchor'],
	[/translate|language/, 'language'], [/switch|toggle/, 'switch'], [/sort/, 'sort'], [/undo|revoke|withdraw/, 'undo'],
	[/redo/, 'redo'], [/pause/, 'pause'], [/stop/, 'stop'], [/export|jump|open-?in|external|launch/, 'export'],
	[/cut|scissors/, 'scissors'], [/calibration|report|chart|data|analytics|statist/, 'chart'],
	[/sheet|table|excel|xls/, 'sheet'], [/selection|scan|frame|full-?screen/, 'screen'],
	[/signature|sign/, 'signature'], [/todo|task/, 'todo'], [/approv|stamp/, 'approval'], [/alarm/, 'alarm'],
	[/calendar|date|schedule/, 'calendar'], [/group|team|members|people/, 'group'],
	[/member|person|user|contact|avatar|profile|admin/, 'member'], [/robot|bot(_|$|-)/, 'robot'],
	[/folder/, 'folder'], [/doc|file|pdf|word/, 'doc'], [/text|font/, 'text'], [/heart|love/, 'heart'],
	[/location|local|place|address/, 'location'], [/phone|call|cell|mobile/, 'phone'], [/mail|inbox|email/, 'mail'],
	[/video|meeting|camera/, 'video'], [/mic|voice|audio|record/, 'microphone'], [/image|pic|photo|album/, 'image'],
	[/bell|notif|remind|notice/, 'bell'], [/chat|message|comment|bubble|feed|im(_|$|-)/, 'chat'], [/gift|reward/, 'gift'],
	[/money|wallet|pay|currency|cost/, 'money'], [/home/, 'home'], [/globe|web|browser|internet/, 'globe'],
	[/cloud/, 'cloud'], [/code|api/, 'code'], [/attach|clip/, 'attachment'], [/link|url/, 'link'], [/star|favou?rite|collect/, 'star'],
	[/lock|secur|encrypt/, 'lock'], [/eye|view|visible|preview/, 'eye'], [/pin/, 'pin'], [/flag|mark/, 'flag'],
	[/setting|gear|config/, 'setting'], [/filter/, 'filter'], [/flash|lightning|quick|power/, 'lightning'],
	[/info/, 'info'], [/warn|alert|caution/, 'warning'], [/error|fail/, 'error'], [/help|question|maybe/, 'question'],
	[/yes|succe|resolve|(check|done)-?circle/, 'circle-check'], [/check|done|finish/, 'check'], [/forbid|ban|disable/, 'forbidden'],
	[/close|cancel|no(_|$|-)|x(_|$|-)/, 'close'], [/history|recent/, 'history'], [/time|clock|wait/, 'clock'],
	[/search|magnif|find/, 'search'], [/delete|trash|bin(_|$|-)/, 'delete'], [/edit|pen(_|$|-)|pencil|compose|rename/, 'edit'],
	[/reply/, 'reply'], [/forward|share/, 'forward'], [/play/, 'play'], [/copy/, 'copy'],
	[/refresh|sync|replace|reset|loop|update/, 'refresh'], [/download/, 'download'], [/upload/, 'upload'], [/send/, 'send'],
	[/add|plus|new|create/, 'add'], [/reduce|minus|subtract/, 'minus'], [/more|ellipsis/, 'more'],
	[/arrow-up|increase|rise/, 'arrow-up'], [/arrow-down|decrease|fall/, 'arrow-down'], [/arrow-left|back/, 'arrow-left'],
	[/arrow-right|enter/, 'arrow-right'], [/up(_|$|-)|fold|collapse/, 'up'], [/down|expand|unfold/, 'down'],
	[/left|prev/, 'left'], [/right|next/, 'right'],
]);

/** Signs in the corner by a further word in a token, such as that of a chat that was forbidden. */
const SIGN_WORDS = wordsOf([
	[/add|plus|new|create|invite|insert/, 'add'], [/forbid|ban|disable|off(_|$|-)|mute|break|slash/, 'slash'],
	[/delete|remove|close|cancel|no(_|$|-)|clear/, 'cross'], [/reduce|minus/, 'minus'],
	[/history|recent|time|clock|later|schedul/, 'clock'], [/yes|check|done|succe|finish|approve|resolve/, 'check'],
	[/copy|duplicate/, 'copy'], [/setting|config|manage|more/, 'dots'], [/search|find|view/, 'lens'],
	[/edit|pen(_|$|-)|rename|write/, 'edit'], [/warn|alert|error|fail|urgent|caution/, 'exclamation'], [/info|help/, 'info'],
	[/lock|secur|encrypt|private/, 'lock'], [/star|favou?rite|collect/, 'star'], [/ai(_|$|-)|smart|magic/, 'spark'],
	[/up(_|$|-)|upload|increase|rise|top/, 'up'], [/down(_|$|-)|download|decrease|fall|import/, 'down'],
	[/forward|share|send|right|next|jump|export/, 'right'], [/reply|left|back|return|undo/, 'left'],
	[/member|person|user|group|contact/, 'person'],
]);

/** Kinds of files, which are told by a letter. */
const FILES = wordsOf([[/word/, 'w'], [/docx/, 'd'], [/pdf/, 'p'], [/excel|xls/, 'x'], [/ppt/, 'p'], [/zip|rar/, 'z'],
	[/txt/, 't'], [/otherfile|unknown/, 'u'], [/keynote/, 'k'], [/sketch/, 's'], [/apk|android|audio/, 'a'], [/image|pic/, 'i'], [/video/, 'v']]);

function wordsOf(rules) {
	return rules.map(([words, name]) => [new RegExp(`(?:^|[-_])(?:${words.source})`), name]);
}

/** A glyph by our own name for it. */
export function drawGlyph(name, kind = '') {
	return drawOutline(GLYPHS[name], kind);
}

function drawOutline(outline, kind) {
	return createSvg('svg', {'viewBox': '0 0 24 24', 'class': `glyph ${kind}`, 'aria-hidden': 'true'},
		createSvg('path', {d: outline}));
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
		isImage ? picture(key) : drawOutline(outlineOf(token.toLowerCase()), /_(filled|colorful)$/.exec(token)?.[1] ?? ''));
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

/** The outline of a token: a glyph and perhaps a sign or a letter in it, or the first letters of an unknown word. */
function outlineOf(token) {
	const name = token.replace(/_(outlined|filled|colorful)$/, '');
	const [words, glyph] = WORDS.find(([rule]) => rule.test(name)) ?? [];
	if (!glyph) {
		return initials(name);
	}
	const kind = glyph === 'doc' && FILES.find(([rule]) => rule.test(name))?.[1];
	const sign = SIGN_WORDS.find(([rule]) => rule.test(name.replace(words, '')))?.[1];
	return GLYPHS[glyph] + (kind ? letter(kind, 9.5, 10.5, 1.25) : sign && sign !== glyph ? SIGNS[sign] : '');
}

function initials(name) {
	const words = name.match(/[a-z]+/g) ?? [];
	const letters = words.length > 1 ? words.map(([initial]) => initial) : [...words.join('')];
	return letters.slice(0, 3).map((name, index) => letter(name, 1 + 8 * index, 7.5, 1.5)).join('');
}
