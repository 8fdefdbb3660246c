package io.ephemeral.feishu;

import org.jspecify.annotations.Nullable;

import org.springframework.util.Assert;

/**
 * Kinds of ids, which differ by their prefixes. The check only refuses the prefix of
 * <em>another</em> kind, so that new forms of ids are accepted.
 *
 * @see <a href=
 * "https://open.feishu.cn/document/home/user-identity-introduction/open-id">User
 * identities</a>
 */
enum Identifier {

	APP("an app id", "cli_"), CHAT("a chat id", "oc_"), MESSAGE("a message id", "om_"), OPEN_ID("an open id", "ou_"),
	THREAD("a thread id", "omt_"), UNION_ID("a union id", "on_"), USER_ID("a user id", null);

	private final String description;

	private final @Nullable String prefix;

	Identifier(String description, @Nullable String prefix) {
		this.description = description;
		this.prefix = prefix;
	}

	void check(String value) {
		Assert.hasText(value, () -> "Expected " + this.description + ", but it is blank");
		if (this.prefix != null && value.startsWith(this.prefix)) {
			return;
		}
		// In the path of a URL, dots would lead to another path.
		Assert.isTrue(value.chars().anyMatch((character) -> character != '.'),
				() -> "Expected " + this.description + ", but '" + value + "' has only dots");
		// A user id may contain an @, because its characters are not documented.
		Assert.isTrue(this != OPEN_ID || value.indexOf('@') < 0,
				() -> "Expected " + this.description + ", but '" + value + "' is an e-mail address");
		for (Identifier other : values()) {
			if (other != this && other.prefix != null && value.startsWith(other.prefix)) {
				throw new IllegalArgumentException(
						"Expected " + this.description + ", but '" + value + "' is " + other.description);
			}
		}
	}

}
