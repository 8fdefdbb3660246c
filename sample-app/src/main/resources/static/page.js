const texts = {
  en: {
    intro: 'Write /remind on a screen and see who sees what, or send a card of your own to one member.',
    chat: 'Chat',
    viewer: 'Viewer',
    namedBy: 'Named by',
    example: 'Example',
    card: 'Card (JSON)',
    send: 'Send',
    remove: 'Delete',
    playground: 'Write a card in the playground',
    unreachable: 'The sample application does not answer.'
  },
  zh: {
    intro: '在某个成员的屏幕上输入 /remind，看看谁能看到什么；也可以把自己的卡片发给一个成员。',
    chat: '群聊',
    viewer: '可见成员',
    namedBy: '标识类型',
    example: '示例',
    card: '卡片 JSON',
    send: '发送',
    remove: '删除',
    playground: '在演练场里编写卡片',
    unreachable: '示例应用没有响应。'
  }
};
const language = navigator.language.startsWith('zh') ? 'zh' : 'en';
const text = texts[language];
const memberNames = { OPEN_ID: 'openId', USER_ID: 'userId', EMAIL: 'email' };

const form = document.getElementById('send');
const fields = form.elements;
const problem = document.getElementById('problem');
const sent = document.getElementById('sent');
const screens = document.getElementById('screens');
const playground = document.getElementById('playground');

let setup = { screens: null, chats: [], examples: {} };

function option(value, label) {
  const element = document.createElement('option');
  element.value = value;
  element.textContent = label;
  return element;
}

/* On the simulator there is something to choose from; on the real platform the field stays to be typed in. */
function offer(name, options) {
  const field = fields[name];
  if (field.tagName === 'SELECT') {
    field.replaceChildren(...options);
  } else if (options.length > 0) {
    const select = document.createElement('select');
    select.name = name;
    select.append(...options);
    field.replaceWith(select);
  }
}

function showViewers() {
  const chat = setup.chats.find((candidate) => candidate.id === fields.chat.value);
  const name = memberNames[fields.viewerType.value];
  offer('viewerId', (chat?.members ?? []).map((member) => option(member[name], member.name)));
}

function showScreens() {
  if (setup.screens) {
    playground.href = new URL('/playground', setup.screens);
    playground.hidden = false;
    screens.src = `${setup.screens}?embed&chat=${encodeURIComponent(fields.chat.value)}`;
    screens.hidden = false;
  }
}

function showExample() {
  fields.card.value = JSON.stringify(JSON.parse(setup.examples[fields.example.value]), null, 2);
}

function tell(message) {
  problem.textContent = message;
  problem.hidden = message === '';
}

/* Resolves to the response if the application did what was asked, and otherwise shows the reason. */
async function call(url, options) {
  tell('');
  try {
    const response = await fetch(url, options);
    if (response.ok) {
      return response;
    }
    const body = await response.json();
    tell(body.detail ?? body.error ?? String(response.status));
  } catch {
    tell(text.unreachable);
  }
  return null;
}

function list(messageId) {
  const item = document.createElement('li');
  item.dataset.messageId = messageId;
  const id = document.createElement('code');
  id.textContent = messageId;
  const remove = document.createElement('button');
  remove.type = 'button';
  remove.textContent = text.remove;
  remove.addEventListener('click', async () => {
    if (await call(`api/cards/${encodeURIComponent(messageId)}`, { method: 'DELETE' })) {
      item.remove();
    }
  });
  item.append(id, remove);
  sent.append(item);
}

form.addEventListener('submit', async (event) => {
  event.preventDefault();
  const submit = form.querySelector('button[type="submit"]');
  submit.disabled = true;
  const response = await call('api/cards', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      chat: fields.chat.value,
      viewerType: fields.viewerType.value,
      viewerId: fields.viewerId.value,
      card: fields.card.value
    })
  });
  submit.disabled = false;
  if (response) {
    list((await response.json()).messageId);
  }
});
form.addEventListener('change', (event) => {
  switch (event.target.name) {
    case 'chat':
      showViewers();
      showScreens();
      break;
    case 'viewerType':
      showViewers();
      break;
    case 'example':
      showExample();
      break;
  }
});

document.documentElement.lang = language;
for (const element of document.querySelectorAll('[data-text]')) {
  element.textContent = text[element.dataset.text];
}
const response = await call('api/setup');
if (response) {
  setup = await response.json();
  offer('chat', setup.chats.map((chat) => option(chat.id, chat.name)));
  offer('example', Object.keys(setup.examples).map((name) => option(name, name)));
  showViewers();
  showScreens();
  showExample();
}
