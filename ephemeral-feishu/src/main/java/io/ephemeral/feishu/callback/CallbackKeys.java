package io.ephemeral.feishu.callback;

import org.springframework.util.Assert;

/**
 * What the developer console shows under <em>Encryption Strategy</em>. With both, nothing
 * is accepted that somebody else has made.
 *
 * @param encryptKey signs and encrypts callbacks, and is never printed
 * @param verificationToken is in every callback, signs those of the old shape, and is
 * never printed
 */
public record CallbackKeys(String encryptKey, String verificationToken) {

	public CallbackKeys {
		Assert.hasText(encryptKey, "The encrypt key must not be blank");
		Assert.hasText(verificationToken, "The verification token must not be blank");
	}

	@Override
	public String toString() {
		return "CallbackKeys";
	}

}
