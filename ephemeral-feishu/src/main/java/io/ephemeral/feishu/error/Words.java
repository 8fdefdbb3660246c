package io.ephemeral.feishu.error;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that identify one meaning of a code. Case and punctuation are ignored. A word
 * matches the start of a longer word, unless it ends with a blank: {@code duplicat}
 * matches <em>Duplicated</em>, but <code>"bot "</code> does not match <em>both</em>.
 *
 * @param all phrases that must all be in the text, each with alternatives between bars,
 * such as {@code over limit|exceed}; an empty list matches a text without words
 */
record Words(List<String> all) {

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]++");

	/**
	 * Texts without meaning, because the platform also returns them for successful calls.
	 */
	private static final Set<String> NOTHING = Set.of("", "ok", "success");

	/** Words of a refusal without a reason. */
	static final Words NONE = new Words(List.of());

	static Words of(String... all) {
		return new Words(List.of(all));
	}

	boolean areIn(String text) {
		String words = BETWEEN_WORDS.matcher(" " + text.toLowerCase(Locale.ROOT) + " ").replaceAll(" ");
		return this.all.isEmpty() ? NOTHING.contains(words.strip())
				: this.all.stream().allMatch((phrase) -> isIn(words, phrase));
	}

	private static boolean isIn(String words, String alternatives) {
		return Arrays.stream(alternatives.split("\\|")).anyMatch((phrase) -> words.contains(" " + phrase));
	}

	@Override
	public String toString() {
		return this.all.isEmpty() ? "none" : String.join(" + ", this.all).replaceAll(" ?\\|", " / ").strip();
	}

}
