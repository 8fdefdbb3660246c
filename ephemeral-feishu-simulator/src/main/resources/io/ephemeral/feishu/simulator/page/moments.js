// Days and times as a member sees them: in the zone and the language of the member.

/** Year, month, day, hour, minute and second in a zone, as numbers. */
export function partsOf(milliseconds, zone) {
	const format = new Intl.DateTimeFormat('en-US', {
		timeZone: zone, calendar: 'gregory', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric',
		hour: 'numeric', minute: 'numeric', second: 'numeric',
	});
	return Object.fromEntries(format.formatToParts(milliseconds).map(({type, value}) => [type, Number(value)]));
}

/** One function per format_type; each gets the moment and the member. */
const FORMATS = {
	date_num: (moment, {zone}) => {
		const {year, month, day} = partsOf(moment, zone);
		return [String(year).padStart(4, '0'), two(month), two(day)].join('-');
	},
	date_short: (moment, viewer) => written(moment, viewer, {month: 'short', day: 'numeric'}),
	date: (moment, viewer) => written(moment, viewer, {year: 'numeric', month: 'short', day: 'numeric'}),
	week: (moment, viewer) => written(moment, viewer, {weekday: 'long'}),
	week_short: (moment, viewer) => written(moment, viewer, {weekday: 'short'}),
	time: (moment, {zone}) => {
		const {hour, minute} = partsOf(moment, zone);
		return [hour, minute].map(two).join(':');
	},
	time_sec: (moment, {zone}) => {
		const {hour, minute, second} = partsOf(moment, zone);
		return [hour, minute, second].map(two).join(':');
	},
	timezone: (moment, {zone}) => offsetOf(moment, zone),
};

function two(number) {
	return String(number).padStart(2, '0');
}

function written(moment, {language, zone}, parts) {
	return new Intl.DateTimeFormat(language, {timeZone: zone, calendar: 'gregory', ...parts}).format(moment);
}

/** The offset of a zone from UTC, such as GMT+8:00. */
function offsetOf(moment, zone) {
	const {year, month, day, hour, minute, second} = partsOf(moment, zone);
	const minutes = Math.round((Date.UTC(year, month - 1, day, hour, minute, second) - moment) / 60000);
	return `GMT${minutes < 0 ? '-' : '+'}${Math.floor(Math.abs(minutes) / 60)}:${two(Math.abs(minutes % 60))}`;
}

/** Writes a moment by the name of its format; without a known one it is the day in numbers. */
export function formatMoment(moment, format, viewer) {
	return (Object.hasOwn(FORMATS, format) ? FORMATS[format] : FORMATS.date_num)(moment, viewer);
}
