package io.ephemeral.feishu.callback;

import org.springframework.util.Assert;

/**
 * Keys that the developer console shows under <em>Encryption Strategy</em>. With both,
 * only callbacks of the platform are accepted.
 *
 * @param encryptKey key that signs and encrypts callbacks; never printed
 * @param verificationToken token that is in every callback, and that signs those of the
 * older shape; never printed
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
