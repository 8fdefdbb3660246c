package io.ephemeral.feishu.callback;

import org.springframework.util.Assert;

/**
 * Keys of callbacks, shown in the developer console under <em>Encryption Strategy</em>.
 * Both are required, so that only callbacks of the platform are accepted.
 *
 * @param encryptKey key that signs and encrypts callbacks; never printed
 * @param verificationToken token in each callback, which also signs callbacks of the
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
