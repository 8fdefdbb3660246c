package io.ephemeral.feishu.error;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Words that identify one meaning of a code. Case, blanks and punctuation do not count,
 * and a word may go on unless a blank ends it: {@code duplicat} is in
 * <em>Duplicated</em>, but <code>"bot "</code> is not in <em>both</em>.
 *
 * @param all phrases that all have to be in the text, each with its alternatives between
 * bars, such as {@code over limit|exceed}; a text without words is meant if there are
 * none
 */
record Words(List<String> all) {

	private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]++");

	/** Texts that mean nothing, because the platform writes them with successes too. */
	private static final Set<String> NOTHING = Set.of("", "ok", "success");

	/** A refusal without words. */
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
