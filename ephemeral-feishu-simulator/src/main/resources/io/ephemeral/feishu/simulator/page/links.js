// Links out of a card. Only http and https are followed, whatever a card says.

import {create} from '/nodes.js';
import {objects} from '/values.js';

/** A link that may be followed, or null. */
export function webLink(value) {
	try {
		const url = new URL(String(value));
		return url.protocol === 'https:' || url.protocol === 'http:' ? url.href : null;
	}
	catch {
		return null;
	}
}

export function linkTo(target, ...children) {
	const href = webLink(target);
	return href ? create('a', {href, target: '_blank', rel: 'noopener noreferrer'}, ...children)
		: create('span.no-link', {title: 'Only http and https links can be followed'}, ...children);
}

/** The addresses of a jump, one for each kind of device, or null if the element does not jump. */
export function addressesOf(element) {
	const openUrl = objects(element.behaviors).find((behavior) => behavior.type === 'open_url');
	const candidates = [openUrl, element.multi_url, element.url ? {url: element.url} : null, element.action?.multi_url];
	return candidates.find((addresses) => addresses && Object.values(addresses).some(Boolean)) ?? null;
}

/** Where the jump leads on the device that is shown now, or null. */
export function addressOnDevice(addresses) {
	const common = addresses.default_url || addresses.url;
	const address = document.documentElement.dataset.device === 'phone'
		? addresses.ios_url || addresses.android_url || common || addresses.pc_url
		: addresses.pc_url || common;
	return webLink(address);
}

export function open(address) {
	window.open(address, '_blank', 'noopener,noreferrer');
}
