// The callback that the application would receive for the latest click.

const SAMPLE = {tenant_key: '2ca1d211f64f6438', user_id: 'ada', open_id: 'ou_ada', union_id: 'on_ada'};

export function showCallback(action) {
	const callback = {
		schema: '2.0',
		header: {event_type: 'card.action.trigger', tenant_key: SAMPLE.tenant_key, app_id: 'cli_sample'},
		event: {
			operator: SAMPLE,
			token: 'c-sample',
			action,
			host: 'im_message',
			context: {open_message_id: 'om_sample', open_chat_id: 'oc_sample'},
		},
	};
	const shown = document.getElementById('callback');
	shown.textContent = JSON.stringify(callback, null, 2);
	shown.hidden = false;
	document.getElementById('callback-state').textContent =
		'The application would receive this. Nothing was called; the ids are samples.';
}
