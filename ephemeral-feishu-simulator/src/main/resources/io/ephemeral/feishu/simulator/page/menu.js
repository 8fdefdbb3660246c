// A list that opens under a button: the options of a select, of a menu, of people.

import {drawGlyph} from '/icons.js';
import {isLetter, moveByKeyboard} from '/keys.js';
import {create} from '/nodes.js';

/**
 * Opens the list. Each item has a value, a text and perhaps a picture; the chosen ones carry a mark. A list for several
 * stays open while one chooses.
 */
export function openMenu(anchor, items, {chosen = [], several = false, role = 'listbox', choose}) {
	const menu = create('div.menu', {popover: 'auto', ariaLabel: anchor.ariaLabel});
	menu.setAttribute('role', role);
	const optionRole = role === 'listbox' ? 'option' : 'menuitem';
	items.forEach((item) => {
		const option = create('button.menu-option', {type: 'button', title: item.title ?? ''}, item.picture ?? null,
			create('span.menu-text', {}, item.text), create('span.menu-check', {}, drawGlyph('check')));
		option.setAttribute('role', optionRole);
		option.dataset.value = item.value;
		mark(option, chosen.includes(item.value));
		option.addEventListener('click', () => {
			if (several) {
				mark(option, !option.classList.contains('chosen'));
			}
			choose(item.value);
			if (!several) {
				menu.hidePopover();
				anchor.focus();
			}
		});
		menu.append(option);
	});
	if (items.length === 0) {
		menu.append(create('p.menu-empty', {}, 'No options'));
	}
	if (several) {
		menu.setAttribute('aria-multiselectable', 'true');
	}
	moveByKeyboard(menu, () => [...menu.querySelectorAll('.menu-option')], labelOf);
	menu.addEventListener('toggle', (event) => {
		if (event.newState === 'closed') {
			anchor.setAttribute('aria-expanded', 'false');
			menu.remove();
		}
	});
	document.querySelector('main').append(menu);
	menu.showPopover({source: anchor});
	place(menu, anchor);
	anchor.setAttribute('aria-expanded', 'true');
	(menu.querySelector('.chosen') ?? menu.querySelector('.menu-option'))?.focus();
	return menu;
}

function mark(option, chosen) {
	option.classList.toggle('chosen', chosen);
	if (option.getAttribute('role') === 'option') {
		option.setAttribute('aria-selected', String(chosen));
	}
}

function labelOf(option) {
	return option.querySelector('.menu-text').textContent;
}

/** Lets the arrows open the list of a button, and a letter open it at the option that begins with it. */
export function opensByKeyboard(anchor) {
	anchor.addEventListener('keydown', (event) => {
		const isPlain = !event.ctrlKey && !event.metaKey && !event.altKey;
		const isArrow = event.key === 'ArrowDown' || event.key === 'ArrowUp';
		if (anchor.ariaExpanded === 'false' && (isArrow || isPlain && isLetter(event.key) && event.key !== ' ')) {
			event.preventDefault();
			anchor.click();
			if (!isArrow && anchor.ariaExpanded === 'true') {
				document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: event.key, bubbles: true}));
			}
		}
	});
}

function place(menu, anchor) {
	const at = anchor.getBoundingClientRect();
	menu.style.minWidth = `${Math.max(at.width, 120)}px`;
	const size = menu.getBoundingClientRect();
	const above = at.bottom + size.height + 8 > innerHeight && at.top > size.height + 8;
	menu.style.top = `${above ? at.top - size.height - 4 : at.bottom + 4}px`;
	menu.style.left = `${Math.max(8, Math.min(at.left, innerWidth - size.width - 8))}px`;
}
