// People by id. The page knows only the members of the chat that it shows.

import {create} from '/nodes.js';
import {hash, oneOf} from '/values.js';

let members = [];

export function knowMembers(present) {
	members = present;
}

export function memberIds() {
	return members.map((member) => member.openId);
}

export function nameOf(id) {
	const text = String(id);
	const member = members.find(({openId, userId, email}) => [openId, userId, email].includes(text));
	return member?.name ?? (text.length > 12 ? `${text.slice(0, 7)}…${text.slice(-3)}` : text);
}

export function avatar(name, size = 'medium') {
	const letters = name.replace(/^o[un]_/, '');
	const initial = [...letters][0]?.toUpperCase() ?? '?';
	return create(`span.avatar.hue-${hash(name) % 6}.avatar-${size}`, {ariaHidden: 'true'}, initial);
}

/** A person as an avatar, a name, or both. */
export function drawPerson(id, {showAvatar, showName, size, capsule}) {
	const name = nameOf(id);
	const person = create('span.person', {title: String(id)},
		showAvatar ? avatar(name, oneOf(size, ['extra_small', 'small', 'large'], 'medium')) : null,
		showName ? create('span.person-name', {}, name) : null);
	person.classList.toggle('capsule', capsule === true);
	if (!showName) {
		person.setAttribute('role', 'img');
		person.setAttribute('aria-label', name);
	}
	return person;
}
