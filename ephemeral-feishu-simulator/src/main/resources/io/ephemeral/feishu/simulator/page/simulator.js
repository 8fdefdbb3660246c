// Requests to the simulator. Their results arrive with the stream of events.

let chat = null;

export function knowChat(current) {
	chat = current;
}

/** Whether there is a callback URL. */
export function hasCallbacks() {
	return chat?.callbacks === true;
}

export function say(member, text) {
	return send('/simulator/messages', {chat: chat?.id, member, text});
}

export function click(member, messageId, action) {
	return send('/simulator/clicks', {chat: chat?.id, member, messageId, action});
}

/** Returns an error message, or null. */
async function send(path, body) {
	try {
		const response = await fetch(path, {
			method: 'POST', headers: {'Content-Type': 'application/json'}, body: JSON.stringify(body),
		});
		return response.ok ? null : (await response.json()).message;
	}
	catch (error) {
		console.warn('Not sent', error);
		return 'The simulator cannot be reached';
	}
}
