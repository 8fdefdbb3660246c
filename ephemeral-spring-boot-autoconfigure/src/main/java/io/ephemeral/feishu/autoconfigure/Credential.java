package io.ephemeral.feishu.autoconfigure;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * State of an app id or an app secret, as far as it can be checked without a call.
 */
public enum Credential {

	MISSING("is not set"), BLANK("is blank"), PLACEHOLDER("holds a placeholder"), USABLE("is set");

	private static final Pattern PLACEHOLDERS = Pattern.compile(
			"\\$\\{.*|<.*>|(cli_)?[x*.…]+|(your|my|the)[-_ ].*|change[-_ ]?(me|it)|todo|placeholder|(feishu[-_.])?app[-_ ]?(id|secret)",
			Pattern.CASE_INSENSITIVE);

	private final String description;

	Credential(String description) {
		this.description = description;
	}

	/**
	 * Finds the state of a value.
	 * @param value value of the property; null if it is missing
	 * @return the state
	 */
	public static Credential of(@Nullable String value) {
		if (value == null) {
			return MISSING;
		}
		if (value.isBlank()) {
			return BLANK;
		}
		return PLACEHOLDERS.matcher(value.strip()).matches() ? PLACEHOLDER : USABLE;
	}

	/**
	 * Returns the end of a sentence that begins with the name of a property.
	 * @return words such as <em>is blank</em>
	 */
	public String description() {
		return this.description;
	}

}
