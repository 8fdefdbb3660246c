// An application with the platform's own SDK and a long connection: it answers clicks with a toast and a card, and prints
// what it got, line by line. The app's id and secret and the address of the simulator come from the environment.

import {EventDispatcher, LoggerLevel, WSClient} from '@larksuiteoapi/node-sdk';

const print = (line) => console.log(JSON.stringify(line));

const dispatcher = new EventDispatcher({}).register({
	'im.message.receive_v1': async ({message}) => print({text: JSON.parse(message.content).text}),
	'card.action.trigger': async ({operator}) => {
		print({by: operator.open_id});
		return {
			toast: {type: 'success', content: 'Saved by Node'},
			card: {
				type: 'raw',
				data: {
					schema: '2.0',
					header: {title: {tag: 'plain_text', content: 'Done'}},
					body: {elements: [{tag: 'markdown', content: '*Done*'}]},
				},
			},
		};
	},
});

new WSClient({
	appId: process.env.APP_ID,
	appSecret: process.env.APP_SECRET,
	domain: process.env.BASE_URL,
	loggerLevel: LoggerLevel.error,
}).start({eventDispatcher: dispatcher});
