package io.ephemeral.feishu.error;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * Words of the platform about a refusal. Words about a card have named parts in varying
 * order:
 *
 * <pre>
 * Failed to create card content, ext=ErrCode: 200861; ErrPath: ROOT -&gt; body -&gt; elements -&gt; [1](tag: action);
 * ErrMsg: cards of schema V2 no longer support this capability; ErrorValue: unsupported tag action;
 * </pre>
 *
 * The value repeats content of the card and may contain any text, even the names of the
 * other parts. This class shows only names from the card schema from a value.
 */
final class PlatformWords {

	private static final String COLON = "\\s*+[:：]";

	/** Start of the value. The text after it is the value, or parts that follow it. */
	private static final Pattern VALUE = pattern("Err(?:or)?Value" + COLON);

	private static final Pattern PART = pattern("Err(?:Code|Path|Msg)" + COLON);

	private static final Pattern CODE = pattern("ErrCode" + COLON + "\\s*+(\\d{1,9}+)(?!\\d)");

	private static final Pattern PATH = pattern("ErrPath" + COLON);

	private static final Pattern MESSAGE = pattern("ErrMsg" + COLON);

	/** Name quoted in a message, such as {@code name(feedback) duplicate}. */
	private static final Pattern QUOTED_NAME = Pattern.compile("\\([^()]{0,200}+\\)");

	private static final String END_OF_NAME = "(?=\\s*+(?:[;,]|$))";

	/** Value that contains a property or a tag. */
	private static final Pattern SCHEMA_NAME = pattern(
			"\\s*+((?:unknown property|unsupported tag)(?:" + COLON + "\\s*+|\\s++)"
					+ "(?:[a-z_][a-z0-9_]{0,39}+|\"[a-z_][a-z0-9_]{0,39}+\"|'[a-z_][a-z0-9_]{0,39}+'))" + END_OF_NAME);

	private static final Pattern BARE_NAME = Pattern.compile("\\s*+([a-z_]{1,40}+)" + END_OF_NAME);

	/** Tags, which are the whole value if a card has too many of them. */
	private static final Set<String> TAGS = Set.of("action", "audio", "button", "card", "chart", "checker",
			"collapsible_panel", "column", "column_set", "date_picker", "div", "element", "form", "hr", "img",
			"img_combination", "input", "interactive_container", "lark_md", "markdown", "multi_select_person",
			"multi_select_static", "note", "overflow", "person", "person_list", "picker_datetime", "picker_time",
			"plain_text", "select_img", "select_person", "select_static", "table");

	/** Path with steps from the card schema. */
	private static final Pattern SCHEMA_PATH = pattern("\\s*+(ROOT(?:\\s*+->\\s*+(?:(?:actions|behaviors|body|"
			+ "card_link|columns|config|confirm|elements|extra|fields|header|i18n_elements|icon|options|rows|subtitle|"
			+ "text|text_tag_list|title|\\d{1,6}+)(?![a-z0-9_])|\\[\\d{1,6}+\\](?:\\(tag" + COLON + "\\s*+(?:"
			+ String.join("|", TAGS) + ")\\))?+))*+)(?=\\s*+(?:;|$))");

	private final String before;

	private final @Nullable String value;

	private PlatformWords(String before, @Nullable String value) {
		this.before = before;
		this.value = value;
	}

	private static Pattern pattern(String regex) {
		return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
	}

	/**
	 * Reads a text.
	 * @param text printable text of the platform
	 */
	static PlatformWords of(String text) {
		Matcher value = VALUE.matcher(text);
		return value.find() ? new PlatformWords(text.substring(0, value.end()), text.substring(value.end()))
				: new PlatformWords(text, null);
	}

	/** Returns the inner code; null if there is none. */
	@Nullable Integer innerCode() {
		Matcher code = CODE.matcher(this.before);
		return code.find() ? Integer.valueOf(code.group(1)) : null;
	}

	/** Returns the path in the card; null if there is none. */
	@Nullable String innerPath() {
		Matcher path = PATH.matcher(this.before);
		if (path.find()) {
			return CardPath.read(this.before.substring(path.end()));
		}
		String last = lastPath();
		return (last != null) ? CardPath.read(last) : null;
	}

	/**
	 * Finds the last path after the start of the value, because the value itself may
	 * contain text like a path.
	 */
	private @Nullable String lastPath() {
		String last = null;
		if (this.value != null) {
			Matcher path = PATH.matcher(this.value);
			while (path.find()) {
				last = this.value.substring(path.end());
			}
		}
		return last;
	}

	/** Returns the words without content of the card. */
	String shown() {
		return (this.value != null) ? this.before + shownValue() + shownPath() : this.before;
	}

	private String shownValue() {
		String name = schemaName();
		return (name != null) ? " " + name : " …";
	}

	private @Nullable String schemaName() {
		if (this.value == null) {
			return null;
		}
		Matcher form = SCHEMA_NAME.matcher(this.value);
		if (form.lookingAt()) {
			return form.group(1);
		}
		Matcher tag = BARE_NAME.matcher(this.value);
		return (tag.lookingAt() && TAGS.contains(tag.group(1))) ? tag.group(1) : null;
	}

	/**
	 * Returns the path after the value if all of its steps are from the card schema.
	 * Otherwise the path may be a part of the value.
	 */
	private String shownPath() {
		String last = PATH.matcher(this.before).find() ? null : lastPath();
		if (last == null) {
			return "";
		}
		Matcher path = SCHEMA_PATH.matcher(last);
		return path.lookingAt() ? "; ErrPath: " + path.group(1) : "; ErrPath: …";
	}

	/**
	 * Returns only the reason, which distinguishes the meanings of a code. The path and
	 * names in brackets are removed, because names may contain any words.
	 */
	String reason() {
		Matcher message = MESSAGE.matcher(this.before);
		String reason = message.find() ? part(this.before.substring(message.end())) : withoutPath(this.before);
		String name = schemaName();
		return QUOTED_NAME.matcher(reason).replaceAll(" ") + ((name != null) ? " " + name : "");
	}

	private static String withoutPath(String words) {
		Matcher path = PATH.matcher(words);
		return path.find() ? words.substring(0, path.start()) : words;
	}

	/** Returns the text up to the next part. */
	private static String part(String words) {
		Matcher next = PART.matcher(words);
		Matcher value = VALUE.matcher(words);
		int end = next.find() ? next.start() : words.length();
		return words.substring(0, value.find() ? Math.min(end, value.start()) : end);
	}

}
