// Cards to start from: some whole ones, and one for each component.

import {create} from '/nodes.js';

const plain = (content) => ({tag: 'plain_text', content});

const callback = (value) => [{type: 'callback', value}];

const card = (...elements) => ({schema: '2.0', body: {elements}});

const markdown = (content) => ({tag: 'markdown', content});

const option = (text, value) => ({text: plain(text), value});

const button = (text, more) => ({tag: 'button', text: plain(text), ...more});

const submit = (text, name) => button(text, {name, type: 'primary', form_action_type: 'submit',
	behaviors: callback({action: name})});

const form = (name, ...elements) => card({tag: 'form', name, elements: [...elements, submit('Save', 'save')]});

const CARDS = {
	'Question': {
		schema: '2.0',
		header: {title: plain('Lunch?'), template: 'blue'},
		body: {elements: [markdown('Noodles on **Friday**. Who comes?'),
			button('Count me in', {type: 'primary', behaviors: callback({action: 'join', day: 'friday'})}),
			button('Not this time', {behaviors: callback({action: 'decline'})})]},
	},
	'Form': {
		schema: '2.0',
		header: {title: plain('Set a reminder'), template: 'blue'},
		body: {elements: [{tag: 'form', name: 'reminder', elements: [
			{tag: 'input', name: 'text', label: plain('What'), placeholder: plain('Water the plants'), required: true,
				max_length: 200},
			{tag: 'picker_datetime', name: 'when', placeholder: plain('When'), required: true},
			{tag: 'select_static', name: 'repeat', placeholder: plain('Repeat'),
				options: [option('Never', 'never'), option('Daily', 'daily')]},
			submit('Save', 'save')]}]},
	},
	'Languages': {
		schema: '2.0',
		header: {title: {...plain('Reminder'), i18n_content: {zh_cn: '提醒', ja_jp: 'リマインダー'}}},
		body: {elements: [{...markdown('It is time.'), i18n_content: {zh_cn: '时间到了。', ja_jp: '時間です。'}}]},
	},
	'Placeholders': {
		schema: '2.0',
		header: {title: plain('${title}')},
		body: {elements: [markdown('Remind me of **${title}**'),
			{tag: 'input', name: 'text', placeholder: plain('${hint}'), max_length: '${max}', behaviors: callback({action: 'text'})}]},
	},
	'File of the card builder': {
		name: 'Lunch',
		dsl: {
			schema: '2.0',
			header: {title: plain('Lunch for ${guests}')},
			body: {elements: [markdown('Today: **${dish}**'),
				button('Count me in', {disabled: '${sold_out}', behaviors: callback({action: 'join', dish: '${dish}'})})]},
		},
		variables: [
			{type: 'text', apiName: 'var_m1', name: 'dish', desc: '', mockData: 'Noodles'},
			{type: 'integer', apiName: 'var_m2', name: 'guests', desc: '', mockData: 12},
			{type: 'boolean', apiName: 'var_m3', name: 'sold_out', desc: '', mockData: false},
		],
	},
	'Violations': form('order', {tag: 'input', label: plain('Dish'), width: '12px'}, {tag: 'hologram'}),
};

const COMPONENTS = {
	audio: card({tag: 'audio', file_key: 'file_v3_greeting', show_time: true}),
	button: card(button('Count me in', {type: 'primary', confirm: {title: plain('Sure?'), text: plain('The kitchen cooks for you.')},
		behaviors: callback({action: 'join', day: 'friday'})})),
	chart: card({tag: 'chart', height: '180px', chart_spec: {type: 'bar', xField: 'day', yField: 'guests',
		data: {values: [{day: 'Mon', guests: 12}, {day: 'Tue', guests: 19}, {day: 'Wed', guests: 7}]}}}),
	checker: card({tag: 'checker', name: 'table', text: plain('Set the table'), checked: true,
		checked_style: {show_strikethrough: true, opacity: 0.6}, behaviors: callback({action: 'table'})}),
	collapsible_panel: card({tag: 'collapsible_panel', expanded: true, header: {title: plain('Allergens')},
		border: {color: 'grey', corner_radius: '5px'}, elements: [markdown('Wheat, soy and sesame')]}),
	column_set: card({tag: 'column_set', background_style: 'grey', columns: [
		{tag: 'column', width: 'weighted', weight: 3, elements: [markdown('**Noodles**\nwith soup')]},
		{tag: 'column', width: 'weighted', weight: 1, elements: [button('Order', {behaviors: callback({action: 'noodles'})})]}]}),
	date_picker: card({tag: 'date_picker', name: 'day', initial_date: '2026-12-24', behaviors: callback({action: 'day'})}),
	div: card({tag: 'div', text: {...plain('Nothing *here* is formatted'), text_size: 'heading', text_color: 'grey'},
		icon: {tag: 'standard_icon', token: 'info_outlined'}}),
	form: form('reminder', {tag: 'input', name: 'text', label: plain('What'), required: true}),
	hr: card(markdown('above'), {tag: 'hr'}, markdown('below')),
	img: card({tag: 'img', img_key: 'img_v3_canteen', alt: plain('The canteen'), size: '240px 120px', corner_radius: '8px'}),
	img_combination: card({tag: 'img_combination', combination_mode: 'triple',
		img_list: ['soup', 'rice', 'tea'].map((dish) => ({img_key: `img_v3_${dish}`}))}),
	input: card({tag: 'input', name: 'wish', label: plain('Your wish'), placeholder: plain('No onions, please'),
		max_length: 200, behaviors: callback({action: 'wish'})}),
	interactive_container: card({tag: 'interactive_container', has_border: true, border_color: 'blue', corner_radius: '8px',
		padding: '8px 12px', behaviors: callback({action: 'menu'}), elements: [markdown('**Menu of the week**\nPress anywhere')]}),
	markdown: card(markdown('**Lunch** on <font color=\'green\'>Friday</font>, with <at id=all></at>\n- noodles\n- rice :OK:')),
	multi_select_person: form('invitation', {tag: 'multi_select_person', name: 'guests', placeholder: plain('Who comes?'),
		required: false, options: [{value: 'ou_ada'}, {value: 'ou_bob'}]}),
	multi_select_static: form('orders', {tag: 'multi_select_static', name: 'dishes', placeholder: plain('All you like'),
		required: false, options: [option('Noodles', 'noodles'), option('Rice', 'rice')], selected_values: ['rice']}),
	overflow: card({tag: 'overflow', options: [option('Remind me later', 'later'), option('Never again', 'never')],
		behaviors: callback({action: 'more'})}),
	person: card({tag: 'person', user_id: 'ou_ada', show_name: true}),
	person_list: card({tag: 'person_list', persons: [{id: 'ou_ada'}, {id: 'ou_bob'}], show_avatar: true, lines: 1}),
	picker_datetime: card({tag: 'picker_datetime', name: 'when', initial_datetime: '2026-12-24 12:30',
		behaviors: callback({action: 'when'})}),
	picker_time: card({tag: 'picker_time', name: 'time', initial_time: '12:30', behaviors: callback({action: 'time'})}),
	select_img: card({tag: 'select_img', name: 'dish', options: ['soup', 'rice'].map((dish) =>
		({img_key: `img_v3_${dish}`, value: dish})), behaviors: callback({action: 'dish'})}),
	select_person: card({tag: 'select_person', name: 'cook', placeholder: plain('Who cooks?'), options: [{value: 'ou_ada'}],
		behaviors: callback({action: 'cook'})}),
	select_static: card({tag: 'select_static', name: 'dish', placeholder: plain('What will it be?'),
		options: [option('Noodles', 'noodles'), option('Rice', 'rice')], behaviors: callback({action: 'dish'})}),
	table: card({tag: 'table', columns: [{name: 'dish', display_name: 'Dish', data_type: 'text'},
		{name: 'price', display_name: 'Price', data_type: 'number', format: {precision: 2, symbol: '¥'}}],
	rows: [{dish: 'Noodles', price: 18}, {dish: 'Rice', price: 4.5}]}),
};

/** Fills the list of examples, and starts with the first one. */
export function startExamples(use) {
	const select = document.getElementById('example');
	const group = (label, cards) => create('optgroup', {label},
		...Object.keys(cards).map((name) => create('option', {value: name}, name)));
	select.append(group('Cards', CARDS), group('Components', COMPONENTS));
	select.addEventListener('change', () => use(textOf(select.value)));
	use(textOf(select.value));
}

function textOf(name) {
	return JSON.stringify(CARDS[name] ?? COMPONENTS[name], null, 2);
}
