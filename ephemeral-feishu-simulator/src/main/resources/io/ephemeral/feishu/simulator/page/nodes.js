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

/** Lets the keyboard press an element that is not a button. */
export function pressable(node, role, action) {
	node.tabIndex = 0;
	node.setAttribute('role', role);
	node.addEventListener('click', action);
	node.addEventListener('keydown', (event) => {
		if (event.target === node && (event.key === 'Enter' || event.key === ' ')) {
			event.preventDefault();
			action(event);
		}
	});
	return node;
}
