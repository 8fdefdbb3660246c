// Making DOM nodes. Text becomes text nodes, never markup.

/** Creates an element: create('p.note', {title: 'x'}, 'text', otherElement, …). */
export function create(tagAndClasses, properties = {}, ...children) {
	const [tag, ...classes] = tagAndClasses.split('.');
	const node = Object.assign(document.createElement(tag), properties);
	node.classList.add(...classes);
	node.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
	return node;
}

/** Creates an element of an SVG picture: createSvg('circle', {r: 4}). */
export function createSvg(tag, attributes = {}, ...children) {
	const node = document.createElementNS('http://www.w3.org/2000/svg', tag);
	Object.entries(attributes).forEach(([name, value]) => node.setAttribute(name, value));
	node.append(...children.filter((child) => child !== null && child !== undefined && child !== ''));
	return node;
}

const CONTROLS = 'a, button, input, textarea, select, summary, [tabindex], [role=button], [role=link]';

/**
 * Lets mouse and keyboard press an element that is not a button. Returns what has the role: the element or, since no
 * button may contain another one, a part that covers it.
 */
export function pressable(node, role, action) {
	const control = node.querySelector(CONTROLS) ? cover(node) : node;
	node.classList.add('pressable');
	control.tabIndex = 0;
	control.setAttribute('role', role);
	const text = node.textContent.trim();
	if (control !== node || !text && !node.querySelector('img, [aria-label]')) {
		control.ariaLabel = text.slice(0, 80) || 'Open';
	}
	node.addEventListener('click', (event) => {
		if (!event.defaultPrevented && isMeantFor(node, event.target)) {
			event.preventDefault();
			action();
		}
	});
	control.addEventListener('keydown', (event) => {
		if (event.target === control && (event.key === 'Enter' || event.key === ' ')) {
			event.preventDefault();
			action();
		}
	});
	return control;
}

/** A part for the keyboard and for screen readers; the mouse goes through it. */
function cover(node) {
	const part = create('span.cover');
	node.classList.add('covered');
	node.prepend(part);
	return part;
}

/** Whether a click is for a container, and not for something inside of it that reacts by itself. */
function isMeantFor(node, target) {
	const reacts = target.closest('a, button, input, textarea, label, summary, [role=button], [role=link], .pressable');
	return !reacts || reacts === node;
}
