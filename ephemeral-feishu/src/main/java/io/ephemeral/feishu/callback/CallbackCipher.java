package io.ephemeral.feishu.callback;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.ephemeral.feishu.callback.CallbackRejectedException.Reason;

/**
 * Deciphers bodies: AES-256-CBC with the SHA-256 of the encrypt key, the first block
 * being the initialization vector, and with padding that is checked.
 */
final class CallbackCipher {

	private static final int BLOCK = 16;

	private final SecretKeySpec key;

	CallbackCipher(String encryptKey) {
		try {
			this.key = new SecretKeySpec(
					MessageDigest.getInstance("SHA-256").digest(encryptKey.getBytes(StandardCharsets.UTF_8)), "AES");
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	byte[] decipher(byte[] bytes) {
		if (bytes.length < 2 * BLOCK || bytes.length % BLOCK != 0) {
			throw new CallbackRejectedException(Reason.MALFORMED);
		}
		try {
			Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
			cipher.init(Cipher.DECRYPT_MODE, this.key, new IvParameterSpec(bytes, 0, BLOCK));
			return cipher.doFinal(bytes, BLOCK, bytes.length - BLOCK);
		}
		catch (GeneralSecurityException ex) {
			throw new CallbackRejectedException(Reason.MALFORMED);
		}
	}

}
