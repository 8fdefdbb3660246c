package io.ephemeral.feishu.autoconfigure;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * What can be wrong with an app id or an app secret before anybody is asked.
 */
enum Credential {

	MISSING("is not set"), BLANK("is blank"), PLACEHOLDER("holds a placeholder"), USABLE("is set");

	private static final Pattern PLACEHOLDERS = Pattern.compile(
			"\\$\\{.*|<.*>|(cli_)?[x*.…]+|(your|my|the)[-_ ].*|change[-_ ]?(me|it)|todo|placeholder|(feishu[-_.])?app[-_ ]?(id|secret)",
			Pattern.CASE_INSENSITIVE);

	private final String description;

	Credential(String description) {
		this.description = description;
	}

	static Credential of(@Nullable String value) {
		if (value == null) {
			return MISSING;
		}
		if (value.isBlank()) {
			return BLANK;
		}
		return PLACEHOLDERS.matcher(value.strip()).matches() ? PLACEHOLDER : USABLE;
	}

	/**
	 * Continues a sentence that begins with the name of a property.
	 * @return such as <em>is blank</em>
	 */
	String description() {
		return this.description;
	}

}
