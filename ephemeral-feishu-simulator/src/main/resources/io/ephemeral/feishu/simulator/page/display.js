// Components that only show something: texts, images, people, lines and sound.

import {drawGlyph, drawIcon} from '/icons.js';
import {picture, previewable} from '/images.js';
import {tell, tellWhyDisabled} from '/interactions.js';
import {widen} from '/layout.js';
import {addressOnDevice} from '/links.js';
import {drawLarkMd, drawMarkdown} from '/markdown.js';
import {create} from '/nodes.js';
import {drawPerson} from '/persons.js';
import {box, isObject, numberOf, objects, oneOf, pixels, radius, textOf} from '/values.js';

export const DISPLAY = {
	plain_text: (element, card) => styled(create('span.plain-text', {}, textOf(element)), element, card),
	lark_md: (element, card) => styled(drawLarkMd(textOf(element), card), element, card),
	markdown: (element, card) =>
		withIcon(styled(drawMarkdown(withAddresses(element, card), card), element, card), element, card),
	div: drawDiv,
	hr: () => create('hr'),
	img: drawImage,
	img_combination: drawImages,
	person: (element) => drawPerson(textOf(element.user_id), {
		showAvatar: element.show_avatar !== false,
		showName: element.show_name === true,
		size: element.size,
		capsule: element.style === 'capsule',
	}),
	person_list: drawPersons,
	audio: drawAudio,
	fallback_text: (element, card) => card.draw(element.text),
};

// ---------------------------------------------------------------------------------------------------------------- texts

function styled(node, element, card) {
	card.size(node, element.text_size);
	node.style.color = card.color(element.text_color, 'text') ?? '';
	node.style.textAlign = oneOf(element.text_align, ['left', 'center', 'right'], '');
	const lines = numberOf(element.lines, 1, 99, null);
	if (lines) {
		node.classList.add('clamped');
		node.style.webkitLineClamp = String(lines);
	}
	return node;
}

/** The text of the element, with the addresses of JSON 1.0 that differ by device: [text]($name). */
function withAddresses(element, card) {
	const href = card.isFirstVersion && isObject(element.href) ? element.href : {};
	return textOf(element).replace(/\]\(\$(\w+)\)/g, (written, name) => Object.hasOwn(href, name) && isObject(href[name])
		? `](${addressOnDevice(href[name]) ?? ''})` : written);
}

function withIcon(node, element, card) {
	const icon = drawIcon(element.icon, card);
	return icon ? create('div.with-icon', {}, icon, node) : node;
}

function drawDiv(element, card) {
	const fields = objects(element.fields).map((field) =>
		create(field.is_short ? 'div.short-field' : 'div.long-field', {}, card.draw(field.text)));
	const text = element.text ? card.draw(element.text) : null;
	if (text && isObject(element.text)) {
		text.style.textAlign = oneOf(element.text.text_align, ['left', 'center', 'right'], '');
	}
	const icon = drawIcon(element.icon, card);
	const div = create('div.div', {}, icon ? create('div.with-icon', {}, icon, text) : text,
		fields.length > 0 ? create('div.fields', {}, ...fields) : null,
		element.extra ? card.draw(element.extra) : null);
	div.classList.toggle('with-extra', Boolean(element.extra));
	return widen(div, element.width ?? 'fill', 16);
}

// --------------------------------------------------------------------------------------------------------------- images

const SIDES = {large: '160px', medium: '80px', small: '40px', tiny: '16px'};

function drawImage(element) {
	const alt = textOf(element.alt);
	const image = picture(textOf(element.img_key), {alt, title: alt, transparent: element.transparent === true});
	const [width, height] = imageSize(element);
	const scale = oneOf(element.scale_type, ['crop_top', 'fit_horizontal'], 'crop_center');
	const ratio = scale === 'fit_horizontal' ? null : ratioOf(element.size);
	image.classList.add(`scale-${scale}`);
	image.classList.toggle('transparent', element.transparent === true);
	image.style.width = width ?? '';
	image.style.height = height ?? '';
	image.classList.toggle('own-ratio', ratio !== null);
	image.style.aspectRatio = ratio ?? '';
	image.classList.toggle('stretched', width === null);
	image.style.borderRadius = radius(element.corner_radius, '');
	const shown = element.preview === false ? image : previewable(image);
	const title = textOf(element.title);
	const figure = create('figure.image', {}, title ? create('figcaption', {}, title) : null, shown);
	figure.classList.add(width === null ? 'fill' : 'own-width');
	figure.classList.toggle('full-bleed', [element.size, element.mode].includes('stretch_without_padding'));
	return figure;
}

/** Width and height of an image; no width means as wide as there is room. */
function imageSize(element) {
	const size = oneOf(element.size, Object.keys(SIDES), null) ?? oneOf(element.mode, Object.keys(SIDES), null);
	if (size) {
		return [SIDES[size], element.scale_type === 'fit_horizontal' ? null : SIDES[size]];
	}
	const lengths = /^\d+px \d+px$/.test(element.size) ? element.size.split(' ') : [];
	if (lengths.length === 2) {
		return lengths.map((length) => pixels(length, 1, 1000));
	}
	const width = numberOf(element.custom_width, 278, 580, null) ?? (element.compact_width === true ? 278 : null);
	return [width ? `${width}px` : null, null];
}

/** A ratio of width and height such as 16:9, as CSS writes it, or null. */
function ratioOf(size) {
	const match = /^\s*(\d{1,4}(?:\.\d{1,3})?)\s*[:：]\s*(\d{1,4}(?:\.\d{1,3})?)\s*$/.exec(size);
	return match && Number(match[1]) > 0 && Number(match[2]) > 0 ? `${match[1]} / ${match[2]}` : null;
}

const MOST_IMAGES = {double: 2, triple: 3, bisect: 6, trisect: 9};

function drawImages(element) {
	const mode = oneOf(element.combination_mode, Object.keys(MOST_IMAGES), 'trisect');
	const transparent = element.combination_transparent === true;
	const images = objects(element.img_list).slice(0, MOST_IMAGES[mode])
		.map((one) => previewable(picture(textOf(one.img_key), {transparent})));
	const combination = create(`div.images.images-${mode}`, {}, ...images);
	combination.style.borderRadius = radius(element.corner_radius, '');
	return combination;
}

// --------------------------------------------------------------------------------------------------------------- people

function drawPersons(element, card) {
	const persons = objects(element.persons).map((person) => drawPerson(textOf(person.id), {
		showAvatar: element.show_avatar === true,
		showName: element.show_name !== false,
		size: element.size,
	}));
	const listed = create('div.person-list', {}, ...persons.flatMap((person, index) => {
		const comma = element.show_name !== false && element.show_avatar !== true && index < persons.length - 1;
		return comma ? [person, ', '] : [person, ' '];
	}));
	const lines = numberOf(element.lines, 1, 99, null);
	if (lines) {
		listed.classList.add('clamped');
		listed.style.webkitLineClamp = String(lines);
	}
	return withIcon(listed, {icon: element.icon ?? element.ud_icon}, card);
}

// ---------------------------------------------------------------------------------------------------------------- sound

/** Looks like a player; there is no sound behind a key. */
function drawAudio(element, card) {
	const style = oneOf(element.style, ['flat', 'speak'], 'normal');
	const play = create('button.audio-play', {type: 'button', ariaLabel: 'Play'},
		drawGlyph(style === 'speak' ? 'microphone' : 'play', 'filled'));
	play.addEventListener('click', () => element.disabled === true ? tellWhyDisabled(play, element)
		: tell(play, 'There is no sound behind ', create('code', {}, textOf(element.file_key))));
	const fill = card.color(element.fill_color, 'solid');
	play.style.color = fill ?? '';
	const progress = element.show_progress_bar === false ? null : create('span.audio-progress');
	const time = (text, shown) => shown && element.show_time !== false ? create('span.audio-time', {}, text) : null;
	const position = oneOf(element.time_position, ['start', 'both_sides'], 'end');
	const whole = element.time_display === 'both' ? '0:00 / 0:12' : '0:12';
	const player = create(`div.audio.audio-${style}`, {title: textOf(element.file_key)}, play,
		time(position === 'both_sides' ? '0:00' : whole, position !== 'end'), progress,
		time(position === 'both_sides' ? '0:12' : whole, position !== 'start'));
	play.ariaDisabled = String(element.disabled === true);
	player.classList.toggle('disabled', element.disabled === true);
	player.style.padding = box(element.padding, 0, '');
	player.style.background = card.color(element.background_style, 'background') ?? '';
	if (isObject(element.border)) {
		player.style.borderColor = card.color(element.border.color ?? 'grey', 'border') ?? '';
		player.style.borderRadius = radius(element.border.corner_radius, '8px');
	}
	return widen(player, element.width ?? 'fill');
}
