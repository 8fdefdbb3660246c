package io.ephemeral.feishu.simulator.leak;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Forms in which words can appear: in any case, with other characters between the words,
 * escaped for JSON, HTML or a URL, even several times, and in Base64.
 */
final class CanaryForms {

	/** Fewer characters of Base64 appear by chance. */
	private static final int MIN_BASE64 = 6;

	private static final String GAP = "(?:[\\s\\p{Z}_.+\\-]|\\\\+[nrt]|\\\\+u00(?:20|0a|0d|09|a0)"
			+ "|%(?:25)*(?:20|2b|0a|0d|09)|&#(?:32|160|10);|&nbsp;){1,4}";

	private static final Map<String, String> ENTITIES = Map.of("<", "lt", ">", "gt", "&", "amp", "\"", "quot", "'",
			"apos", "~", "sim");

	private CanaryForms() {
	}

	/**
	 * Returns a pattern that finds the words in each form.
	 */
	static Pattern of(String words) {
		List<String> forms = new ArrayList<>();
		forms.add(escaped(words));
		byte[] bytes = words.getBytes(StandardCharsets.UTF_8);
		for (int offset = 0; offset < 3; offset++) {
			String encoded = base64(bytes, offset);
			if (encoded.length() >= MIN_BASE64) {
				forms.add(encoded.replace("+", "[+-]").replace("/", "[/_]"));
			}
		}
		return Pattern.compile(String.join("|", forms));
	}

	private static String escaped(String words) {
		List<String> parts = new ArrayList<>();
		for (String word : words.split("[\\s\\p{Z}]+", -1)) {
			parts.add(word.codePoints().mapToObj(CanaryForms::escaped).collect(Collectors.joining()));
		}
		return "(?iu:" + String.join(GAP, parts) + ")";
	}

	private static String escaped(int codePoint) {
		String character = Character.toString(codePoint);
		List<String> forms = new ArrayList<>();
		forms.add("\\\\*" + Pattern.quote(character));
		forms.add(character.chars()
			.mapToObj((unit) -> String.format(Locale.ROOT, "\\\\+u%04x", unit))
			.collect(Collectors.joining()));
		forms.add(String.format(Locale.ROOT, "&#(?:0*%d|x0*%x);", codePoint, codePoint));
		StringBuilder percent = new StringBuilder();
		for (byte unit : character.getBytes(StandardCharsets.UTF_8)) {
			percent.append(String.format(Locale.ROOT, "%%(?:25)*%02x", unit));
		}
		forms.add(percent.toString());
		String entity = ENTITIES.get(character);
		if (entity != null) {
			forms.add("&" + entity + ";");
		}
		return "(?:" + String.join("|", forms) + ")";
	}

	/**
	 * Returns the characters that the Base64 form always has if the words begin at this
	 * offset within three bytes.
	 */
	private static String base64(byte[] words, int offset) {
		byte[] shifted = new byte[offset + words.length];
		System.arraycopy(words, 0, shifted, offset, words.length);
		String encoded = Base64.getEncoder().encodeToString(shifted);
		return encoded.substring((offset * 8 + 5) / 6, shifted.length * 8 / 6);
	}

}
