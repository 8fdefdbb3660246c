// An application with the platform's own SDK: it answers clicks with a toast, and prints what it got, line by line.
// Port, Encrypt Key and Verification Token come from the environment.

import http from 'node:http';
import {adaptDefault, EventDispatcher} from '@larksuiteoapi/node-sdk';

const print = (line) => console.log(JSON.stringify(line));

const dispatcher = new EventDispatcher({
	encryptKey: process.env.ENCRYPT_KEY,
	verificationToken: process.env.VERIFICATION_TOKEN,
}).register({
	'im.message.receive_v1': async ({message}) => print({text: JSON.parse(message.content).text}),
	'card.action.trigger': async ({action, operator}) => {
		print({value: action.value, by: operator.open_id});
		return {toast: {type: 'success', content: 'Saved by Node'}};
	},
});

const server = http.createServer(adaptDefault('/feishu', dispatcher, {autoChallenge: true}));
server.listen(0, '127.0.0.1', () => print({port: server.address().port}));
