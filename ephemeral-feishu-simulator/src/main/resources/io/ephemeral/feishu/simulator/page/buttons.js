// Buttons, and the menu behind three dots.

import {drawGlyph, drawIcon} from '/icons.js';
import {tell, use} from '/interactions.js';
import {widen} from '/layout.js';
import {addressesOf, addressOnDevice, linkTo, open} from '/links.js';
import {openMenu, opensByKeyboard} from '/menu.js';
import {create} from '/nodes.js';
import {objects, oneOf, textOf} from '/values.js';

export const BUTTONS = {
	button: drawButton,
	overflow: drawOverflow,
};

const TYPES = ['primary', 'danger', 'text', 'primary_text', 'danger_text', 'primary_filled', 'danger_filled', 'laser'];

function drawButton(element, card) {
	const button = shellFor(element, card);
	const text = textOf(element.text);
	const icon = drawIcon(element.icon, card);
	button.classList.add('button', `button-${oneOf(element.type, TYPES, 'default')}`,
		`size-${oneOf(element.size, ['tiny', 'small', 'large'], 'medium')}`);
	button.classList.toggle('only-icon', text === '' && icon !== null);
	const label = text || (icon ? '' : '(no text)');
	button.append(...[icon, label && create('span.button-label', {}, label)].filter(Boolean));
	if (!text && icon) {
		button.setAttribute('aria-label', textOf(element.hover_tips) || icon.dataset.token);
	}
	const tips = textOf(element.disabled === true ? element.disabled_tips : element.hover_tips);
	if (tips) {
		button.title = tips;
	}
	return widen(button, element.width);
}

/** A link if it only opens a page, and a button otherwise. */
function shellFor(element, card) {
	const isDisabled = element.disabled === true;
	const addresses = addressesOf(element);
	const action = element.form_action_type ?? {form_submit: 'submit', form_reset: 'reset'}[element.action_type];
	if (addresses && !isDisabled && !element.confirm && !action) {
		return linkFor(element, card, addresses);
	}
	const button = create('button', {type: 'button'});
	button.ariaDisabled = String(isDisabled);
	button.addEventListener('click', () => {
		if (card.form && action === 'reset' && !isDisabled) {
			card.form.reset();
		}
		else if (card.form && (action === 'submit' || element.action_type === 'form_submit') && !isDisabled) {
			card.form.submit(button, element, card);
		}
		else {
			use(button, element, card);
		}
	});
	return button;
}

function linkFor(element, card, addresses) {
	const link = linkTo(addressOnDevice(addresses) ?? Object.values(addresses).find(Boolean));
	link.addEventListener('click', (event) => {
		const address = addressOnDevice(addresses);
		if (address) {
			link.href = address;
			// The browser follows the link by itself; only the callbacks remain.
			use(link, {...element, behaviors: objects(element.behaviors).filter(({type}) => type === 'callback'),
				url: undefined, multi_url: undefined}, card);
		}
		else {
			event.preventDefault();
			tell(link, 'This leads nowhere on this device');
		}
	});
	return link;
}

function drawOverflow(element, card) {
	const button = create('button.button.button-default.size-medium.only-icon', {type: 'button', ariaLabel: 'More'},
		drawGlyph('more'));
	button.ariaHasPopup = 'menu';
	button.ariaExpanded = 'false';
	const options = objects(element.options);
	opensByKeyboard(button);
	button.addEventListener('click', () => openMenu(button,
		options.map((option, index) => ({value: String(index), text: textOf(option.text)})),
		{role: 'menu', choose: (index) => chooseOption(button, options[Number(index)], element, card)}));
	return widen(button, element.width);
}

function chooseOption(button, option, element, card) {
	const addresses = addressesOf(option);
	if (!addresses) {
		use(button, {...element, behaviors: element.behaviors ?? [{type: 'callback'}]}, card,
			{option: textOf(option.value)});
		return;
	}
	const address = addressOnDevice(addresses);
	if (address) {
		open(address);
	}
	else {
		tell(button, 'This leads nowhere on this device');
	}
}
