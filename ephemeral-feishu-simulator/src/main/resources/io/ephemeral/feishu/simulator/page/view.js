// The device that the page shows, a computer or a phone, and the light or dark theme. They are in the address.

const root = document.documentElement;

const prefersDark = matchMedia('(prefers-color-scheme: dark)');

const DEFAULTS = {device: () => 'pc', theme: () => prefersDark.matches ? 'dark' : 'light'};

const ALLOWED = {device: ['pc', 'phone'], theme: ['light', 'dark']};

export function startView() {
	for (const name of Object.keys(DEFAULTS)) {
		apply(name, new URLSearchParams(location.search).get(name));
		buttonsFor(name).forEach((button) => button.addEventListener('click', () => choose(name, button.dataset[name])));
	}
	prefersDark.addEventListener('change', () => apply('theme', new URLSearchParams(location.search).get('theme')));
}

function buttonsFor(name) {
	return document.querySelectorAll(`button[data-${name}]`);
}

function choose(name, value) {
	const address = new URL(location.href);
	address.searchParams.set(name, value);
	history.replaceState(null, '', address);
	apply(name, value);
}

function apply(name, asked) {
	const value = ALLOWED[name].includes(asked) ? asked : DEFAULTS[name]();
	root.dataset[name] = value;
	buttonsFor(name).forEach((button) => button.setAttribute('aria-pressed', String(button.dataset[name] === value)));
}
