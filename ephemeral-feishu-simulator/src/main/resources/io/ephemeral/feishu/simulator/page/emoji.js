// The platform's codes for emoji, such as :OK:, and the most similar emoji of Unicode.

const EMOJI = Object.entries({
	'👌': 'OK', '👍': 'THUMBSUP +1 JIAYI', '👎': 'THUMBSDOWN -1', '🙏': 'THANKS PRAY', '💪': 'MUSCLE STRIVE',
	'🫰': 'FINGERHEART', '👏': 'APPLAUSE CLAP', '👊': 'FISTBUMP', '✅': 'DONE Yes CheckMark',
	'❌': 'No CrossMark ERROR', '🙂': 'SMILE SLIGHT', '😊': 'BLUSH SHY', '😄': 'LAUGH JOYFUL', '😏': 'SMIRK',
	'😂': 'LOL TEARS', '🤦': 'FACEPALM', '😍': 'LOVE OBSESSED', '😉': 'WINK', '🤓': 'SMART', '🤔': 'THINKING WHAT',
	'😭': 'SOB WAIL', '😢': 'CRY', '😮': 'WOW', '✌️': 'YEAH', '😳': 'EMBARRASSED', '😘': 'KISS SMOOCH',
	'🤤': 'DROOL', '🤑': 'MONEY', '🤐': 'SILENT', '👋': 'WAVE', '☹️': 'FROWN', '😵': 'DIZZY', '🤗': 'HUG COMFORT',
	'🤫': 'SHHH', '😠': 'ANGRY', '🔨': 'HAMMER', '😱': 'SHOCKED TERROR', '☠️': 'SKULL', '😓': 'SWEAT',
	'😴': 'SLEEP DROWSY', '🥱': 'YAWN', '🤒': 'SICK', '🤮': 'PUKE', '🎧': 'HEADSET', '😛': 'TONGUE TEASE',
	'🫡': 'SALUTE', '🤝': 'SHAKE', '🙌': 'HIGHFIVE', '↖️': 'UPPERLEFT', '🌹': 'ROSE', '❤️': 'HEART',
	'💔': 'HEARTBROKEN', '🥳': 'PARTY Partying', '💋': 'LIPS', '🍺': 'BEER', '🎂': 'CAKE', '🎁': 'GIFT',
	'🥒': 'CUCUMBER', '🍗': 'Drumstick', '🌶️': 'Pepper', '🧋': 'BubbleTea', '☕': 'Coffee', '🍋': 'Lemon',
	'💯': 'Hundred', '📌': 'Pin', '⏰': 'Alarm', '📢': 'Loudspeaker', '🏆': 'Trophy YouAreTheBest', '🔥': 'Fire',
	'💣': 'BOMB', '🎵': 'Music', '🎄': 'XmasTree', '⛄': 'Snowman', '🎆': 'FIREWORKS', '🧨': 'FIRECRACKER',
	'🧧': 'REDPACKET', '🌕': 'MOON', '☀️': 'SUN', '🚀': 'ROCKET', '🐻': 'BEAR', '🐮': 'BULL', '👀': 'GLANCE',
}).flatMap(([emoji, codes]) => codes.split(' ').map((code) => [code, emoji]));

const BY_CODE = new Map(EMOJI);

/** The emoji of a code; undefined for an unknown one, which stays as it was written. */
export function emoji(code) {
	return BY_CODE.get(code) ?? BY_CODE.get(code.toUpperCase());
}
