// The screens: the chat as each of its members sees it.

import {drawCard} from '/card.js';
import {drawGlyph} from '/icons.js';
import {create} from '/nodes.js';
import {avatar, knowMembers} from '/persons.js';
import {knowChat, say} from '/simulator.js';
import {oneOf} from '/values.js';

const screens = document.getElementById('screens');

/** Keeps unchanged nodes, so that an event does not draw a card again while a user types in it. */
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
			avatar(member.name),
			create('h3', {}, member.name),
			create('span.presence')),
		create('p.empty', {}, `Nothing here for ${member.name} yet.`),
		create('div.cards', {role: 'log'}),
		create('div.toasts', {role: 'status'}),
		composer(member));
	screen.dataset.member = member.name;
	screen.dataset.toastCount = member.toastCount;
	screen.setAttribute('aria-label', member.name);
	return screen;
}

/** The field for messages to everybody. A text that starts with @bot or @all mentions the bot or everybody. */
function composer(member) {
	const form = create('form.composer', {}, oneLine(member), create('button', {type: 'submit', ariaLabel: 'Send'}, drawGlyph('send')));
	form.addEventListener('submit', async (event) => {
		event.preventDefault();
		const field = fieldOf(form);
		const text = field.value.trim();
		if (text) {
			field.value = '';
			if (field.matches('textarea')) {
				swap(field, oneLine(member));
			}
			const problem = await say(member.name, text);
			if (problem) {
				fieldOf(form).value ||= text;
				showToast(form.closest('.screen'), {type: 'error', content: problem});
			}
		}
	});
	return form;
}

function fieldOf(form) {
	return form.querySelector('input, textarea');
}

/** Shift and Enter, or a text of several lines that is pasted, make it a field of several lines. */
function oneLine(member) {
	const input = create('input', {type: 'text', placeholder: 'Write a message', autocomplete: 'off',
		ariaLabel: `Message of ${member.name}`});
	input.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' && event.shiftKey) {
			event.preventDefault();
			grow(input, member, '\n');
		}
	});
	input.addEventListener('paste', (event) => {
		const pasted = event.clipboardData.getData('text').replace(/\r\n?/g, '\n');
		if (pasted.trim().includes('\n')) {
			event.preventDefault();
			grow(input, member, pasted);
		}
	});
	return input;
}

function grow(input, member, inserted) {
	const area = create('textarea', {rows: 3, ariaLabel: `Message of ${member.name}`, value: input.value});
	area.setRangeText(inserted, input.selectionStart, input.selectionEnd, 'end');
	area.addEventListener('keydown', (event) => {
		if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) {
			event.preventDefault();
			area.form.requestSubmit();
		}
	});
	swap(input, area);
}

function swap(field, other) {
	field.replaceWith(other);
	other.focus();
}

function showToast(screen, {type, content}) {
	const toast = create(`p.toast.toast-${oneOf(type, ['success', 'warning', 'error'], 'info')}`, {}, content);
	screen.querySelector('.toasts').replaceChildren(toast);
	setTimeout(() => toast.remove(), 5000);
}

function drawText(message) {
	const article = create('article.text', {}, create('span.sender', {}, message.sender),
		create('p.bubble', {}, message.text));
	article.dataset.messageId = message.messageId;
	return article;
}

function drawMessage(message, member) {
	if (message.card === undefined) {
		return drawText(message);
	}
	const article = drawCard(message.card, member);
	article.dataset.messageId = message.messageId;
	if (message.onlyYou) {
		article.classList.add('only-you');
		article.append(create('footer.mark', {}, '仅对你可见 / Only visible to you'));
	}
	return article;
}

function refreshScreen(screen, member) {
	screen.classList.toggle('offline', !member.online);
	screen.querySelector('.presence').textContent = member.online ? 'online' : 'offline';
	fieldOf(screen.querySelector('.composer')).disabled = !member.online;
	if (member.toastCount > Number(screen.dataset.toastCount)) {
		showToast(screen, member.toast);
	}
	screen.dataset.toastCount = member.toastCount;
	screen.querySelector('.empty').hidden = member.messages.length > 0;
	const cards = screen.querySelector('.cards');
	const lastBefore = cards.lastElementChild;
	update(cards, member.messages, (message) => JSON.stringify([message, member.language, member.zone]),
		(message) => drawMessage(message, member));
	const last = cards.lastElementChild;
	if (last && last !== lastBefore) {
		cards.scrollTop = last.offsetTop - cards.firstElementChild.offsetTop;
	}
}

/** Shows the whole state of a chat, and keeps unchanged parts of the page. */
export function show(state) {
	const chat = state.chat;
	const name = document.getElementById('chat-name');
	name.textContent = chat?.name ?? '';
	name.hidden = !chat;
	document.getElementById('chat-notes').textContent = chat ? notesOn(chat).join(' · ') : '';
	showPicker(state);
	showMessage(state);
	knowChat(chat ?? null);
	knowMembers(chat?.members ?? []);
	update(screens, membersShown(chat), (member) => `${chat.id} ${member.name}`, buildScreen, refreshScreen);
}

/** All members side by side, or the one in the address of the page. */
function membersShown(chat) {
	const name = new URLSearchParams(location.search).get('member');
	return (chat?.members ?? []).filter((member) => !name || member.name === name);
}

function notesOn(chat) {
	const members = chat.members.length === 1 ? '1 member' : `${chat.members.length} members`;
	const modes = {topic: 'topic group: takes no private cards', p2p: 'direct chat with the bot: takes no private cards'};
	return [members, ...(chat.mode in modes ? [modes[chat.mode]] : []),
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
