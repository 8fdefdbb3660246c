// The platform's codes for emoji, such as :OK:, and the most similar emoji of Unicode. What has none is drawn as a word.

const CODES = Object.entries({
	'👌': 'OK', '👍': 'THUMBSUP +1 JIAYI', '👎': 'THUMBSDOWN ThumbsDown -1', '🙏': 'THANKS PRAY', '💪': 'MUSCLE STRIVE',
	'🫰': 'FINGERHEART', '👏': 'APPLAUSE CLAP', '👊': 'FISTBUMP', '✅': 'DONE Yes CheckMark',
	'❌': 'No CrossMark ERROR', '🙂': 'SMILE SLIGHT', '😊': 'BLUSH SHY', '😄': 'LAUGH JOYFUL', '😏': 'SMIRK',
	'😂': 'LOL TEARS', '🤦': 'FACEPALM', '😍': 'LOVE OBSESSED', '😉': 'WINK', '🤓': 'SMART', '🤔': 'THINKING WHAT',
	'😭': 'SOB WAIL', '😢': 'CRY', '😮': 'WOW', '✌️': 'YEAH', '😳': 'EMBARRASSED', '😘': 'KISS SMOOCH',
	'🤤': 'DROOL', '🤑': 'MONEY', '🤐': 'SILENT', '👋': 'WAVE', '☹️': 'FROWN', '😵': 'DIZZY', '🤗': 'HUG COMFORT',
	'🤫': 'SHHH', '😠': 'ANGRY', '🔨': 'HAMMER', '😱': 'SHOCKED TERROR', '☠️': 'SKULL', '😓': 'SWEAT',
	'😴': 'SLEEP', '😪': 'DROWSY', '🥱': 'YAWN', '🤒': 'SICK', '🤮': 'PUKE', '🎧': 'HEADSET', '😛': 'TONGUE TEASE',
	'🫡': 'SALUTE SaluteFace', '🤝': 'SHAKE', '🙌': 'HIGHFIVE', '↖️': 'UPPERLEFT', '🌹': 'ROSE', '❤️': 'HEART',
	'💔': 'HEARTBROKEN', '🥳': 'PARTY Partying', '💋': 'LIPS', '🍺': 'BEER', '🎂': 'CAKE', '🎁': 'GIFT',
	'🥒': 'CUCUMBER', '🍗': 'Drumstick', '🌶️': 'Pepper', '🧋': 'BubbleTea', '☕': 'Coffee', '🍋': 'Lemon',
	'💯': 'Hundred', '📌': 'Pin', '⏰': 'Alarm', '📢': 'Loudspeaker', '🏆': 'Trophy', '🥇': 'YouAreTheBest',
	'🔥': 'Fire', '💣': 'BOMB', '🎵': 'Music', '🎄': 'XmasTree', '⛄': 'Snowman', '🎆': 'FIREWORKS',
	'🧨': 'FIRECRACKER', '🧧': 'REDPACKET', '🌕': 'MOON', '☀️': 'SUN GeneralSun', '🚀': 'ROCKET', '🐻': 'BEAR',
	'🐮': 'BULL', '👀': 'GLANCE', '😎': 'PROUD', '😌': 'WITTY', '😒': 'SCOWL', '🥸': 'NOSEPICK', '😤': 'HAUGHTY',
	'🫲': 'SLAP', '🩸': 'SPITBLOOD', '🥵': 'TOASTED', '😑': 'DULL', '😇': 'INNOCENTSMILE', '😝': 'TRICK',
	'🙄': 'ENOUGH', '🤩': 'SHOWOFF', '💐': 'PRAISE', '☺️': 'XBLUSH', '😔': 'LOOKDOWN', '🤭': 'CHUCKLE', '🤪': 'CRAZY',
	'🥺': 'WHIMPER', '😥': 'BLUBBER ColdSweat', '😿': 'WRONGED', '🐶': 'HUSKY', '😼': 'SMUG', '🗿': 'PETRIFIED',
	'😶': 'SPEECHLESS', '😨': 'BETRAYED', '🍚': 'EatingFood', '🙋': 'MeMeMe', '😮‍💨': 'Sigh', '⌨️': 'Typing',
	'🥽': 'VRHeadset', '🫠': 'EYESCLOSED', '📣': 'RoarForYou', '🐄': 'CALF', '🌈': 'RAINBOWPUKE', '🍡': 'CANDIEDHAWS',
	'➖': 'MinusOne', '🤘': 'AWESOMEN', '🎅': 'XmasHat', '💰': 'FORTUNE', '🍀': 'LUCK', '🥣': 'StickyRiceBalls',
	'💩': 'POOP', '💡': 'StatusFlashOfInspiration', '🔞': '18X', '🔪': 'CLEAVER', '⚽': 'Soccer', '🏀': 'Basketball',
	'⛔': 'GeneralDoNotDisturb', '💬': 'Status_PrivateMessage', '📅': 'GeneralInMeetingBusy', '📖': 'StatusReading',
	'✈️': 'StatusInFlight', '🧳': 'GeneralBusinessTrip', '🏠': 'GeneralWorkFromHome', '🏖️': 'StatusEnjoyLife',
	'🌴': 'GeneralVacation', '🚗': 'GeneralTravellingCar', '🚌': 'StatusBus', '🌙': 'GeneralMoonRest',
	'🐇': 'MoonRabbit', '🥮': 'Mooncake', '🐰': 'JubilantRabbit', '📺': 'TV', '🎬': 'Movie', '🎃': 'Pumpkin',
	'😁': 'BeamingFace', '😃': 'Delighted', '🌝': 'FullMoonFace', '🏁': 'GoGoGo', '🥹': 'ThanksFace', '🤷': 'Shrug',
	'🤡': 'ClownFace', '🐉': 'HappyDragon', '🏔️': 'PursueUltimate', '🧘': 'Patient', '🦅': 'Ambitious',
	'🎯': 'CustomerSuccess', '🫶': 'Responsible', '🛡️': 'Reliable',
	'Get': 'Get', 'LGTM': 'LGTM', 'On it': 'OnIt', '1 sec': 'OneSecond', 'OKR': 'OKR', '2022': '2022',
}).flatMap(([emoji, codes]) => codes.split(' ').map((code) => [code, emoji]));

const BY_CODE = new Map(CODES);

/** The emoji of a code; undefined for an unknown one, which stays as it was written. */
export function emoji(code) {
	return BY_CODE.get(code) ?? BY_CODE.get(code.toUpperCase());
}
